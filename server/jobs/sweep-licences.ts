import { v7 as uuidv7 } from "uuid";
import { type CivilDate, civilDate, toColumn } from "../clock";
import { inPractice } from "../db/in-practice";
import type { Tx } from "../db/with-actor";
import { type Lasting, warningOn, warningStands } from "../features/licences/policy";
import { type MailTimes, outsideQuietHours } from "../features/reminders/policy";
import { practiceIds } from "./sweep-reminders";

interface HeldRow extends Lasting, MailTimes {
  personId: string;
}

/** Licences of a practice's people that are verified or may become so, with when their holder wants mail. */
async function held(tx: Tx, practiceId: string): Promise<HeldRow[]> {
  return tx.$queryRaw<HeldRow[]>`
    SELECT l.id AS "licenceId", l.replaces_id AS "replacesId", l.jurisdiction, l.status, l.expires_on::text AS "expiresOn",
      l.person_id AS "personId", pp.time_zone AS "timeZone", pp.reminder_hour AS "reminderHour", pp.quiet_from AS "quietFrom", pp.quiet_to AS "quietTo"
    FROM licence l
    JOIN person p ON p.practice_id = l.practice_id AND p.id = l.person_id AND p.ended_at IS NULL
    JOIN person_private pp ON pp.practice_id = p.practice_id AND pp.person_id = p.id
    WHERE l.practice_id = ${practiceId}::uuid AND l.status IN ('SUBMITTED', 'VERIFIED')`;
}

/** Marks as expired what the gate already takes for it. */
async function expire(tx: Tx, practiceId: string, today: CivilDate): Promise<number> {
  const { count } = await tx.licence.updateMany({
    where: { practiceId, status: { in: ["VERIFIED", "SUSPENDED"] }, expiresOn: { lt: toColumn(today) } },
    data: { status: "EXPIRED" },
  });
  return count;
}

async function warn(tx: Tx, practiceId: string, today: CivilDate, at: Date): Promise<number> {
  const rows = await held(tx, practiceId);
  const byPerson = Map.groupBy(rows, (row) => row.personId);
  const owed = rows
    .filter((row) => warningStands(row, byPerson.get(row.personId) ?? [], today))
    .map((row) => ({
      ...{ practiceId, id: uuidv7(), personId: row.personId, kind: "LICENCE_EXPIRING" as const },
      subject: `${row.licenceId}:${warningOn(row.expiresOn, today)}`,
      dueAt: outsideQuietHours(at, row),
      createdAt: at,
    }));
  return (await tx.reminder.createMany({ data: owed, skipDuplicates: true })).count;
}

async function sweepPractice(practiceId: string): Promise<number> {
  return inPractice(practiceId, async (tx, at) => {
    const practice = await tx.practice.findUniqueOrThrow({ where: { id: practiceId }, select: { timeZone: true } });
    const today = civilDate(at, practice.timeZone);
    return (await expire(tx, practiceId, today)) + (await warn(tx, practiceId, today, at));
  });
}

/** Lets licences expire and owes the warnings at 60, 30 and 7 days, once each however often it runs. */
export async function sweepLicences(): Promise<number> {
  let changed = 0;
  for (const id of await practiceIds()) changed += await sweepPractice(id);
  return changed;
}
