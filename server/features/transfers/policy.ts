/** How long a code can be used, in days. */
export const codeDays = 14;
/** How long nothing goes after a partner has signed, in hours: a night to think again. */
export const waitHours = 24;
/** How long a signed release stands when it cannot go, in days. The database keeps it too. */
export const lapseDays = 30;
/** How old the list may be that a partner signs, in minutes. */
export const listMinutes = 60;

const hour = 3_600_000;
const day = 24 * hour;

export const codeEnd = (at: Date): Date => new Date(at.getTime() + codeDays * day);
export const goesAt = (at: Date): Date => new Date(at.getTime() + waitHours * hour);

/** What stands of a transfer, as far as the rules ask. */
export interface Standing {
  takenAt: Date | null;
  stoppedAt: Date | null;
  expiresAt: Date;
}

/** Where a transfer stands: its code waits, somebody received it and partners may answer, or it is over. */
export function transferState({ takenAt, stoppedAt, expiresAt }: Standing, at: Date): "code" | "taken" | "over" {
  if (stoppedAt || expiresAt <= at) return "over";
  return takenAt ? "taken" : "code";
}

/** One stored answer of a partner. */
export interface Answer {
  answer: "AUTHORIZED" | "DECLINED";
  answeredAt: Date;
  withdrawnAt: Date | null;
  copiedAt: Date | null;
}

/** What a partner's latest answer means to them now. Nobody else is told. */
export function answerState(
  latest: Answer | undefined,
  at: Date,
): "OPEN" | "WAITS" | "GONE" | "DECLINED" | "WITHDRAWN" | "LAPSED" {
  if (!latest) return "OPEN";
  if (latest.copiedAt) return "GONE";
  if (latest.answer === "DECLINED") return latest.withdrawnAt ? "OPEN" : "DECLINED";
  if (latest.withdrawnAt) return "WITHDRAWN";
  return at.getTime() - latest.answeredAt.getTime() >= lapseDays * day ? "LAPSED" : "WAITS";
}

/** Whether a list that was shown may still be signed. */
export function listIsFresh(listedAt: Date, at: Date): boolean {
  const age = at.getTime() - listedAt.getTime();
  return age >= 0 && age <= listMinutes * 60_000;
}
