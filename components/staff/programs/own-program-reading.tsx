import { Card } from "@/components/ui/card";
import type { OwnProgramPage } from "@/server/features/programs/schema";
import { MakeProgram } from "./make-program";
import { ProgramWeeks } from "./program-weeks";

type ReadingProps = { page: OwnProgramPage; language: "en" | "es" };

/** A colleague's program, to be read and copied. */
export function OwnProgramReading({ page, language }: ReadingProps) {
  const other = language === "en" ? "es" : "en";
  const said = <Name extends string>(text: Record<"en" | "es", Record<Name, string>>, name: Name) =>
    text[language][name] || text[other][name];
  const weeks = page.content.weeks.map(({ text, opens, strategies }) => ({
    title: said(text, "title"),
    whyNow: said(text, "whyNow"),
    opens: opens === "date" ? ("DATE" as const) : ("THERAPIST" as const),
    strategies: strategies.flatMap((key) => page.strategies.filter((one) => one.key === key)),
  }));
  return (
    <div className="grid max-w-3xl gap-5">
      <p className="text-16">{said(page.content.text, "summary")}</p>
      <Card className="p-5 sm:p-6">
        <ProgramWeeks weeks={weeks} />
      </Card>
      <div className="grid justify-items-start gap-3">
        <MakeProgram practiceId={page.viewer.practiceId} from={page.programId} />
      </div>
    </div>
  );
}
