"use client";

import clsx from "clsx";
import { useFormatter, useTranslations } from "next-intl";
import { noonOf } from "../civil";
import { useText } from "../parts/use-words";
import type { BlockOf } from "../registry";
import type { ToolEntry } from "../tool";
import { type TrendWeek, trendOf, trendStates } from "./trend";

type TrendProps = { definition: BlockOf<"ledger">; entries: readonly ToolEntry[]; position: 1 | 2 };

const shownAtMost = 8;

/** How one partner's promises went, the latest weeks first, in words with a small bar. For the therapist alone. */
export function Trend({ definition, entries, position }: TrendProps) {
  const words = useTranslations("blocks.ledger");
  const format = useFormatter();
  const weeks = trendOf(entries, position).reverse().slice(0, shownAtMost);
  const tell = useTelling(definition);
  if (weeks.length === 0) return null;
  return (
    <div className="grid gap-2">
      <p className="text-14 text-ink-soft">{words("trendText")}</p>
      <ul className="divide-y divide-line border-line border-y">
        {weeks.map((week) => (
          <li key={week.week} className="grid gap-x-4 gap-y-1 py-2.5 sm:grid-cols-[9rem_1fr] sm:items-center">
            <span className="font-medium text-14">
              {words("week", {
                day: format.dateTime(noonOf(week.week), { day: "numeric", month: "short", timeZone: "UTC" }),
              })}
            </span>
            <span className="grid gap-1">
              <span className="text-14">{tell(week)}</span>
              <Bar week={week} />
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** One week in words: "Kept: 2, Missed: 1". States that do not occur are left out. */
function useTelling(definition: BlockOf<"ledger">): (week: TrendWeek) => string {
  const words = useTranslations("blocks.ledger");
  const text = useText();
  return (week) =>
    trendStates
      .filter((state) => week[state] > 0)
      .map((state) => {
        const label = state === "open" ? words("open") : text(definition.states[state]);
        return words("count", { state: label, count: week[state] });
      })
      .join(" · ");
}

const looks = {
  kept: "fill-positive",
  renegotiated: "fill-connection",
  missed: "fill-line-control",
  open: "fill-transparent stroke-line-control",
};
const unit = 18;

/** One square for each promise, in the order of the words above it. Decorative: the words say it. */
function Bar({ week }: { week: TrendWeek }) {
  const squares = trendStates.flatMap((state) => Array.from({ length: week[state] }, () => state)).slice(0, 24);
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${Math.max(squares.length, 1) * unit} 10`}
      className="h-2.5 w-auto max-w-full justify-self-start"
    >
      {squares.map((state, index) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: squares have no other identity than their place
          key={index}
          x={index * unit + 0.75}
          y={0.75}
          width={unit - 3}
          height={8.5}
          rx={2.5}
          className={clsx(looks[state], "stroke-[1.2]")}
        />
      ))}
    </svg>
  );
}
