import { useTranslations } from "next-intl";
import { SectionCard } from "@/components/ui/card";
import { PulseChart } from "@/components/ui/pulse-chart";
import type { CouplePage } from "@/server/features/couples/schema";
import { useCivilDay } from "../moment";
import { namesOf } from "../people";

type Names = { one: string; two: string };
type AreaPulse = CouplePage["pulse"][number];

/** Both partners' weekly ratings by area, with what they say in a sentence. */
export function PulseSection({ page }: { page: CouplePage }) {
  const words = useTranslations("staff.pulse");
  const day = useCivilDay();
  const names = namesOf(page.couple.partners);
  const weeks = page.weeks.map(day);
  const rated = page.pulse.some(({ one, two }) => [...one, ...two].some((value) => value !== null));
  if (!rated) {
    return (
      <SectionCard title={words("title")}>
        <p className="text-ink-soft">{words("empty")}</p>
      </SectionCard>
    );
  }
  const since = page.homeworkBegan ?? undefined;
  return (
    <SectionCard title={words("title")} text={words(since === undefined ? "text" : "textSince")}>
      <div className="grid @lg:grid-cols-2 gap-x-7 gap-y-6 [&_svg_text]:text-[13.5px] @2xl:[&_svg_text]:text-[10px]">
        {page.pulse.map((pulse) => (
          <AreaChart key={pulse.area} {...{ pulse, names, weeks, since }} />
        ))}
      </div>
    </SectionCard>
  );
}

function AreaChart(props: { pulse: AreaPulse; names: Names; weeks: string[]; since: number | undefined }) {
  const { pulse, names } = props;
  return (
    <PulseChart
      area={pulse.area}
      one={{ name: names.one, values: pulse.one }}
      two={{ name: names.two, values: pulse.two }}
      weeks={props.weeks}
      since={props.since}
      summary={useTrendSentence()(pulse.trends, names)}
    />
  );
}

function useTrendSentence(): (trends: AreaPulse["trends"], names: Names) => string {
  const words = useTranslations("staff.pulse");
  return ({ one, two }, names) =>
    one === two
      ? words("same", { trend: one })
      : words("differ", { one: names.one, oneTrend: one, two: names.two, twoTrend: two });
}
