import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";

/** Unknown, ended or somebody else's: one answer for all. `/home` finds the reader's own place. */
export default function CoupleNotFound() {
  const words = useTranslations("errors.NOT_FOUND");
  const portal = useTranslations("couple.notFound");
  return (
    <EmptyState
      title={words("title")}
      text={words("text")}
      action={
        <LinkButton href="/home" prefetch={false} size="large">
          {portal("today")}
        </LinkButton>
      }
    />
  );
}
