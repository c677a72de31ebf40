import { useFormatter } from "next-intl";
import type { ReactNode } from "react";
import type { StaffViewer } from "@/server/features/people/schema";
import { civilDateOf, daysApart } from "../dates";

/** A day with its year in words, as the viewer's calendar has it: "December 30, 2026". */
export function useDay(): (at: Date, viewer: Pick<StaffViewer, "timeZone">) => string {
  const format = useFormatter();
  return (at, { timeZone }) => format.dateTime(at, { dateStyle: "long", timeZone });
}

/** Calendar days from the viewer's today to an instant; 0 on the day itself. */
export function daysLeft(until: Date, { today, timeZone }: Pick<StaffViewer, "today" | "timeZone">): number {
  return Math.max(0, daysApart(today, civilDateOf(until, timeZone)));
}

/** What stands on the left, what it comes to on the right, a hint below. */
export function Amount({ label, hint, children }: { label: ReactNode; hint?: ReactNode; children: ReactNode }) {
  return (
    <div className="grid gap-x-6 border-line border-t py-3 first:border-t-0 @lg:grid-cols-[12rem_minmax(0,1fr)]">
      <dt className="text-15 text-ink-soft">{label}</dt>
      <dd className="figures font-medium text-15">
        {children}
        {hint && <span className="block font-normal text-14 text-ink-soft">{hint}</span>}
      </dd>
    </div>
  );
}
