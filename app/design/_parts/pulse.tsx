import { useTranslations } from "next-intl";
import { SectionCard } from "@/components/ui/card";
import { PulseChart } from "@/components/ui/pulse-chart";
import { Part } from "./part";

/** The pulse of two areas: far apart, and close with a skipped week. */
export function Pulse() {
  const words = useTranslations("design.sample");
  const weeks = Array.from({ length: 8 }, (_, index) => words("week", { number: index + 1 }));
  return (
    <Part name="pulse">
      <SectionCard title={words("pulse")} text={words("body")}>
        <div className="grid gap-x-7 gap-y-5 sm:grid-cols-2">
          <PulseChart
            area="trust"
            one={{ name: "Alex", values: [6, 6, 7, 6, 5, 5, 4, 3] }}
            two={{ name: "Sam", values: [6, 7, 7, 7, 7, 6, 7, 7] }}
            weeks={weeks}
            since={3}
            summary={words("pulseSentence")}
          />
          <PulseChart
            area="communication"
            one={{ name: "Alex", values: [4, 4, null, 5, 5, 6, 6, 6] }}
            two={{ name: "Sam", values: [5, 5, 5, 6, 6, 6, 7, 7] }}
            weeks={weeks}
            since={3}
            summary={words("pulseCalm")}
          />
        </div>
      </SectionCard>
    </Part>
  );
}
