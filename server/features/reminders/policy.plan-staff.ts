import { addDays, type CivilDate, civilDate } from "@/server/clock";
import { plannedAt } from "./policy";
import { firstWanted, isoWeek, type Owed, type PlanSettings, stoppedOn } from "./policy.plan";
import type { ReminderKind } from "./schema";

/** What a member of staff may be owed, as rows tell it. Only what is not in the ledger yet. */
export interface StaffState {
  /** Mondays of the weeks whose digest is not in the ledger; none for whoever treats no running couple. */
  digest: readonly CivilDate[];
  /** Partners of theirs who were reminded of something missed and have answered nothing since. */
  silences: readonly { personId: string; dueOn: CivilDate; missedAt: Date }[];
  /** Invitations of theirs that ran out without an answer. */
  invitations: readonly { id: string; generation: number; expiredAt: Date }[];
  /** Private words of theirs that nobody has opened and of which they were not told: they came to the couple after those. */
  words: readonly string[];
  /** Their days away, both ends included. */
  away: readonly { from: CivilDate; to: CivilDate }[];
}

const hour = 3_600_000;
/** How long after the one reminder of something missed the therapist is told of the silence. */
const silenceHours = 48;
/** How many days a notice may wait for a process that was down. */
const noticeDays = 7;

const isAway = (date: CivilDate, away: StaffState["away"]) => away.some((one) => one.from <= date && date <= one.to);

/** When a notice comes that is true from an instant on: the first planned time after it that is not on a day away. */
function slotAfter(from: Date, settings: PlanSettings, away: StaffState["away"]): { day: CivilDate; at: Date } {
  const out = (date: CivilDate) => isAway(date, away);
  const first = firstWanted(civilDate(from, settings.timeZone), settings.days, out);
  const at = plannedAt(first, settings);
  if (at >= from) return { day: first, at };
  const next = firstWanted(addDays(first, 1), settings.days, out);
  return { day: next, at: plannedAt(next, settings) };
}

/** What a member of staff is owed by now, as rows for the ledger. Nothing comes on days away; notices wait for the first day back. */
export function planStaff(state: StaffState, settings: PlanSettings, now: Date): Owed[] {
  const today = civilDate(now, settings.timeZone);
  const owe = (kind: ReminderKind, subject: string, at: Date, last: CivilDate): Owed[] => {
    if (at > now) return [];
    const stopped = stoppedOn(kind, today, settings.stopped);
    return [{ kind, subject, dueAt: at, reason: stopped ?? (today > last ? "STALE" : null) }];
  };
  const digests = state.digest.flatMap((monday) => {
    const sunday = addDays(monday, 6);
    const day = firstWanted(monday, settings.days, (date) => isAway(date, state.away));
    return day <= sunday ? owe("WEEKLY_DIGEST", isoWeek(monday), plannedAt(day, settings), sunday) : [];
  });
  const notice = (kind: ReminderKind, subject: string, from: Date) => {
    const { day, at } = slotAfter(from, settings, state.away);
    return owe(kind, subject, at, addDays(day, noticeDays));
  };
  return [
    ...digests,
    ...state.silences.flatMap(({ personId, dueOn, missedAt }) =>
      notice("SILENCE_NOTICE", `${personId}:${dueOn}`, new Date(missedAt.getTime() + silenceHours * hour)),
    ),
    // Neither an hour nor a day away holds these up.
    ...state.words.map((id): Owed => ({ kind: "PRIVATE_WORD", subject: id, dueAt: now, reason: null })),
    ...state.invitations.flatMap(({ id, generation, expiredAt }) =>
      notice("INVITATION_OPEN", `${id}:${generation}`, expiredAt),
    ),
  ];
}
