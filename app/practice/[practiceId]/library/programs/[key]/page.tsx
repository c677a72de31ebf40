import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { places } from "@/components/staff/places";
import { MakeProgram } from "@/components/staff/programs/make-program";
import { ProgramWeeks } from "@/components/staff/programs/program-weeks";
import { Card } from "@/components/ui/card";
import { ClientMessages } from "@/components/ui/client-messages";
import { PageHeader } from "@/components/ui/page-header";
import { contentLocale, strategyText } from "@/content/content";
import { programByKey } from "@/content/programs";
import type { Program } from "@/content/programs/schema";
import { strategyByKey } from "@/content/strategies";

type ProgramRouteProps = { params: Promise<{ practiceId: string; key: string }> };

async function findProgram({ params }: ProgramRouteProps) {
  const program = programByKey((await params).key);
  if (!program) notFound();
  const locale = await getLocale();
  return { program, locale, text: program.text[contentLocale(locale)] };
}

const weeksOf = (program: Program, locale: string) =>
  program.weeks.map(({ strategies, opens, text }) => ({
    ...text[contentLocale(locale)],
    opens: opens === "date" ? ("DATE" as const) : ("THERAPIST" as const),
    strategies: strategies.flatMap((key) => {
      const known = strategyByKey(key);
      if (!known) return [];
      const { area, minutes, joint, mode } = known;
      return [{ title: strategyText(known, locale).title, area, minutes, joint: joint || mode === "TOGETHER" }];
    }),
  }));

/** The program's name. */
export async function generateMetadata(props: ProgramRouteProps): Promise<Metadata> {
  return { title: (await findProgram(props)).text.title };
}

/** One program of the library: its weeks, and why each comes when it does. */
export default async function ProgramRoute(props: ProgramRouteProps) {
  const { practiceId } = await props.params;
  const { program, locale, text } = await findProgram(props);
  const words = await getTranslations("programs");
  return (
    <>
      <PageHeader
        crumb={{ href: places.programs(practiceId), label: words("title") }}
        title={text.title}
        text={text.promise}
        actions={
          <ClientMessages names={["programs", "errors"]}>
            <MakeProgram practiceId={practiceId} from={program.key} />
          </ClientMessages>
        }
      />
      <div className="grid max-w-3xl gap-5">
        <p className="text-16">{text.summary}</p>
        <Card className="p-5 sm:p-6">
          <ProgramWeeks weeks={weeksOf(program, locale)} />
        </Card>
        <p className="text-14 text-ink-soft">{words("enrolHint")}</p>
      </div>
    </>
  );
}
