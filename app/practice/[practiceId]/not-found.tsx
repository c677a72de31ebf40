import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";

/** A page of the practice that is not there, or not this person's to open: the same words for both. */
export default function NotFound() {
  const words = useTranslations("staff.couple.missing");
  return (
    <EmptyState
      heading="h1"
      title={words("title")}
      text={words("text")}
      action={
        <LinkButton href="/home" prefetch={false} variant="ghost">
          {words("back")}
        </LinkButton>
      }
    />
  );
}
