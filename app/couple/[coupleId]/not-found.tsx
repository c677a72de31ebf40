import { useTranslations } from "next-intl";
import { PageTitle } from "@/components/couple/page-title";
import { LinkButton } from "@/components/ui/link-button";

/** Unknown, ended or somebody else's: one answer for all. `/home` finds the reader's own place. */
export default function CoupleNotFound() {
  const words = useTranslations("errors.NOT_FOUND");
  const portal = useTranslations("couple.notFound");
  return (
    <>
      <PageTitle title={words("title")} text={words("text")} />
      <LinkButton href="/home" prefetch={false} size="large">
        {portal("today")}
      </LinkButton>
    </>
  );
}
