import type { PartnerKind, ReminderKind, StaffKind } from "./schema";

/** A kind that a reader decides about. */
export type StoppableKind = PartnerKind | StaffKind;

/** What holds for every mail of a kind. */
interface Kind {
  /** The kind that a reader stops to get none of these; null: nobody may stop it. */
  stoppedAs: StoppableKind | null;
  /** Whether one mail carries it together with whatever else is due to the person, and in which order of weight. */
  weight: number | null;
  /** Hours after which it is no use to anyone; null: as long as it is true. */
  staleHours: number | null;
  /** Whether it waits for the end of a pause, because nothing else would tell of it afterwards. */
  outlastsPause?: true;
  /** Whether it goes in quiet hours too. */
  atOnce?: true;
}

const always: Kind = { stoppedAs: null, weight: null, staleHours: null };
const day = 24;

/** The one table of kinds. Private words, and notices of a login, of access, of a licence and of a payment that failed never stop. */
const kinds: Record<ReminderKind, Kind> = {
  HOMEWORK_NEW: { stoppedAs: "HOMEWORK_NEW", weight: 1, staleHours: null, outlastsPause: true },
  HOMEWORK_NUDGE: { stoppedAs: "HOMEWORK_DUE", weight: 2, staleHours: 36 },
  HOMEWORK_DUE: { stoppedAs: "HOMEWORK_DUE", weight: 3, staleHours: null },
  WEEKLY_PULSE: { stoppedAs: "WEEKLY_PULSE", weight: 4, staleHours: null },
  REPLY: { stoppedAs: "REPLY", weight: 5, staleHours: null, outlastsPause: true },
  HOMEWORK_MISSED: { stoppedAs: "HOMEWORK_MISSED", weight: 6, staleHours: 2 * day },
  WEEKLY_DIGEST: { stoppedAs: "WEEKLY_DIGEST", weight: 7, staleHours: 5 * day },
  SILENCE_NOTICE: { stoppedAs: "SILENCE_NOTICE", weight: 8, staleHours: 7 * day },
  INVITATION_OPEN: { stoppedAs: "INVITATION_OPEN", weight: 9, staleHours: 7 * day },
  TRIAL_ENDING: { stoppedAs: "TRIAL_ENDING", weight: null, staleHours: 2 * day },
  PRIVATE_WORD: { ...always, atOnce: true },
  PAYMENT_FAILED: always,
  LICENCE_EXPIRING: always,
  INVITATION: always,
  ADDRESS_PROOF: always,
  ACCESS_NOTICE: always,
};

/** Whether a kind of mail carries a way to stop it, obeys one who stopped it, and is left out when it comes too late. */
export function isOptional(kind: ReminderKind): boolean {
  return kinds[kind].stoppedAs !== null;
}

/** The kind that stands in a link that stops such a mail, and in the settings. */
export function stoppedAs(kind: ReminderKind): StoppableKind | null {
  return kinds[kind].stoppedAs;
}

/** Each kind that the reader of one mail may stop, the weightiest first: its first one stands in the mail's header. */
export function stopsOf(carried: readonly ReminderKind[]): StoppableKind[] {
  return [...new Set(carried.flatMap((kind) => stoppedAs(kind) ?? []))];
}

/** The place of a kind in the one mail of a person's day, the weightiest first; null: it has a mail of its own. */
export function bundleWeight(kind: ReminderKind): number | null {
  return kinds[kind].weight;
}

/** Hours after which a kind is too late; null where only its premise decides. */
export function staleHours(kind: ReminderKind): number | null {
  return kinds[kind].staleHours;
}

/** Whether a kind goes whatever the hour: somebody may need an answer before the morning. */
export function isAtOnce(kind: ReminderKind): boolean {
  return kinds[kind].atOnce ?? false;
}

/** Whether a kind waits while what it is about rests, or its reader wants a pause. */
export function outlastsPause(kind: ReminderKind): boolean {
  return kinds[kind].outlastsPause ?? false;
}
