import { type CivilDate, daysBetween } from "@/server/clock";
import type { UncoveredAbsence } from "./schema";

/** Days away, in civil dates; the last one is still away. */
export interface DaysAway {
  startsOn: CivilDate;
  endsOn: CivilDate;
}

/** How long before an absence begins its therapist is asked again who covers. */
export const askedDaysBefore = 14;

/** The first absence to ask about again, with how many couples nobody covers, told from one entry for each such couple. */
export function nextUncovered(rows: readonly DaysAway[], today: CivilDate): UncoveredAbsence | null {
  const near = rows.filter((row) => today <= row.endsOn && daysBetween(today, row.startsOn) <= askedDaysBefore);
  const [first] = [...near].sort((a, b) => a.startsOn.localeCompare(b.startsOn));
  if (!first) return null;
  const { startsOn, endsOn } = first;
  const couples = near.filter((row) => row.startsOn === startsOn).length;
  return { startsOn, endsOn, begun: startsOn <= today, couples };
}

/** What becomes of each couple's cover when a plan is saved: kept as it is, ended, begun. */
export function coverChange<Row extends { coupleId: string; personId: string }>(
  stored: readonly Row[],
  wanted: readonly { coupleId: string; personId: string | null }[],
  sameDays: boolean,
) {
  const keeps = (row: Row) =>
    sameDays && wanted.some((one) => one.coupleId === row.coupleId && one.personId === row.personId);
  const ended = stored.filter((row) => !keeps(row));
  const kept = new Set(stored.filter(keeps).map((row) => row.coupleId));
  const begun = wanted.flatMap(({ coupleId, personId }) =>
    personId && !kept.has(coupleId) ? [{ coupleId, personId }] : [],
  );
  return { ended, begun };
}
