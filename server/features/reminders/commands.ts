import { v7 as uuidv7 } from "uuid";
import { type CivilDate, civilDate, instantAt, toColumn } from "@/server/clock";
import type { Tx } from "@/server/db/with-actor";
import { AppError } from "@/server/errors";
import type { Member } from "@/server/trpc/ladder";
import { openHomework } from "./queries/ledger";
import type { KindChoice, PartnerKind, ReminderSettings, StaffKind, StaffSettings } from "./schema";

const morning = 8;

/**
 * Owes each partner one mail for new homework: at once, or on the morning it starts. The sender moves it out of quiet
 * hours, which a clinician may not read. Written with the assignment, so neither exists without the other.
 */
export async function oweNewHomework(
  tx: Tx,
  actor: Pick<Member, "practiceId" | "at" | "timeZone">,
  homework: { assignmentId: string; personIds: string[]; startsOn: CivilDate },
): Promise<void> {
  const { practiceId, at } = actor;
  const kind = "HOMEWORK_NEW" as const;
  const { assignmentId: subject, startsOn } = homework;
  const dueAt = startsOn > civilDate(at, actor.timeZone) ? instantAt(startsOn, morning, actor.timeZone) : at;
  await tx.reminder.createMany({
    data: homework.personIds.map((personId) => ({
      practiceId,
      id: uuidv7(),
      personId,
      kind,
      subject,
      dueAt,
      createdAt: at,
    })),
    skipDuplicates: true,
  });
}

/** Weekdays as the bits of a number: Monday is bit 0. */
const bitsOf = (days: readonly number[]) => days.reduce((bits, day) => bits | (1 << day), 0);

/** Stores what a person decided about mail: days, hours, zone, language, and which kinds come, rest or do not come. */
export async function saveMailSettings(
  tx: Tx,
  actor: Member,
  settings: ReminderSettings | StaffSettings,
): Promise<void> {
  const { practiceId, personId, at } = actor;
  const { hour: reminderHour, quietFrom, quietTo, timeZone, locale, days, pausedUntil } = settings;
  await tx.personPrivate.updateMany({
    where: { practiceId, personId },
    data: { reminderHour, quietFrom, quietTo, timeZone, locale, reminderDays: bitsOf(days) },
  });
  const kinds = Object.entries(settings.kinds) as [PartnerKind | StaffKind, KindChoice][];
  await tx.reminderOptOut.deleteMany({ where: { practiceId, personId, kind: { in: kinds.map(([kind]) => kind) } } });
  const until = (choice: KindChoice) => (choice === "PAUSED" && pausedUntil ? toColumn(pausedUntil) : null);
  await tx.reminderOptOut.createMany({
    data: kinds
      .filter(([, choice]) => choice !== "ON")
      .map(([kind, choice]) => ({ practiceId, personId, kind, until: until(choice), createdAt: at })),
    skipDuplicates: true,
  });
}

/**
 * Reminds a partner by hand of what they have open: once for its due date, as a row of the ledger like any other. Their quiet
 * hours and what they stopped still count; the other partner learns nothing of it.
 * @throws AppError NOT_FOUND for nobody of the couple; CLOSED when nothing is open. @returns whether this call did it
 */
export async function nudge(
  tx: Tx,
  actor: Member,
  { coupleId, personId }: { coupleId: string; personId: string },
): Promise<{ nudged: boolean }> {
  const found = (await openHomework(tx, actor, coupleId)).find((one) => one.personId === personId);
  if (!found) throw new AppError("NOT_FOUND");
  if (!found.openUntil) throw new AppError("CLOSED");
  const { practiceId, at } = actor;
  const subject = `${coupleId}:${found.openUntil}`;
  const row = {
    practiceId,
    id: uuidv7(),
    personId,
    kind: "HOMEWORK_NUDGE" as const,
    subject,
    dueAt: at,
    createdAt: at,
  };
  const { count } = await tx.reminder.createMany({ data: [row], skipDuplicates: true });
  return { nudged: count === 1 };
}

/** Sends to one's own addresses again. */
export async function liftOwn(tx: Tx, { practiceId, personId }: Member): Promise<void> {
  await tx.mailSuppression.deleteMany({ where: { practiceId, personId } });
}

/** Sends to a person's addresses again. What somebody complained about, only they themselves may lift. @throws AppError NOT_FOUND */
export async function liftFor(tx: Tx, { practiceId }: Member, personId: string): Promise<void> {
  if (!(await tx.person.findFirst({ where: { practiceId, id: personId }, select: { id: true } })))
    throw new AppError("NOT_FOUND");
  await tx.mailSuppression.deleteMany({ where: { practiceId, personId } });
}
