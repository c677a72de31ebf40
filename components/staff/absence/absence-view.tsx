import { useTranslations } from "next-intl";
import { PageHeader } from "@/components/ui/page-header";
import type { AbsencePage } from "@/server/features/absences/schema";
import { AbsenceCard } from "./absence-card";
import { AbsenceForm } from "./absence-form";

/** A therapist's own time away: what is planned, and planning more. */
export function AbsenceView({ page }: { page: AbsencePage }) {
  const words = useTranslations("people.absence");
  return (
    <>
      <PageHeader title={words("title")} text={<span className="measure block">{words("text")}</span>} />
      <div className="grid max-w-3xl gap-5">
        {page.absences.map((absence) => (
          <AbsenceCard key={absence.absenceId} absence={absence} page={page} />
        ))}
        <AbsenceForm page={page} />
      </div>
    </>
  );
}
