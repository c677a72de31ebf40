import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { LinkButton } from "@/components/ui/link-button";

/** Homework that was ended while its page was still to be opened: said plainly, with the way on. */
export function EndedNotice({ coupleId }: { coupleId: string }) {
  const words = useTranslations("couple.checkIn");
  return (
    <div className="mt-5 grid justify-items-start gap-4">
      <Banner title={words("endedTitle")}>{words("endedText")}</Banner>
      <LinkButton href={`/couple/${coupleId}`} prefetch={false} size="large">
        {words("endedToday")}
      </LinkButton>
    </div>
  );
}
