import { v7 as uuidv7 } from "uuid";
import { type CivilDate, civilDate, instantAt } from "@/server/clock";
import type { Tx } from "@/server/db/with-actor";
import type { Member } from "@/server/trpc/ladder";
import { partnerKind, type ReminderSettings } from "./schema";

const morning = 8;

/**
 * Owes each partner one mail for new homework: at once, or on the morning it starts. The sender moves it out of quiet
 * hours, which a clinician may not read. Written with the assignment, so neither exists without the other.
 */
export async function oweNewHomework(
  tx: Tx,
  actor: Member,
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

/** Stores what a partner decided about mail: hours, zone, language, and which kinds. */
export async function saveReminderSettings(tx: Tx, actor: Member, settings: ReminderSettings): Promise<void> {
  const { practiceId, personId, at } = actor;
  const { hour: reminderHour, quietFrom, quietTo, timeZone, locale, wanted } = settings;
  await tx.personPrivate.updateMany({
    where: { practiceId, personId },
    data: { reminderHour, quietFrom, quietTo, timeZone, locale },
  });
  const unwanted = partnerKind.options.filter((kind) => !wanted.includes(kind));
  await tx.reminderOptOut.deleteMany({ where: { practiceId, personId, kind: { in: wanted } } });
  await tx.reminderOptOut.createMany({
    data: unwanted.map((kind) => ({ practiceId, personId, kind, createdAt: at })),
    skipDuplicates: true,
  });
}
