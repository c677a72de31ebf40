import { CalendarOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { LinkButton } from "@/components/ui/link-button";
import type { UncoveredAbsence } from "@/server/features/absences/schema";
import { useCivilDay } from "../moment";
import { places } from "../places";

/** Asks again who covers, while one's time away is near and somebody has no cover. */
export function UncoveredBanner({ absence, practiceId }: { absence: UncoveredAbsence; practiceId: string }) {
  const words = useTranslations("people.absence.uncovered");
  const day = useCivilDay();
  const { startsOn, endsOn, begun, couples } = absence;
  return (
    <Banner
      className="mb-4"
      icon={<CalendarOff size={18} />}
      title={words("title", { couples })}
      action={
        <LinkButton href={places.absence(practiceId)} prefetch={false} variant="ghost" size="small">
          {words("action")}
        </LinkButton>
      }
    >
      {words("text", { begun: String(begun), from: day(startsOn), until: day(endsOn) })}
    </Banner>
  );
}
