import { v7 as uuidv7 } from "uuid";
import type { CivilDate } from "../clock";
import { systemClient } from "../db/clients";
import { inPractice } from "../db/in-practice";
import { dueReminderAt, type MailTimes, stopReason } from "../features/reminders/policy";

interface DueRow extends MailTimes {
  personId: string;
  dueOn: CivilDate;
}

const hour = 3_600_000;

/** Writes to the ledger what is owed now in one practice: one mail per person and due date, however often it runs. */
async function sweepPractice(practiceId: string): Promise<number> {
  return inPractice(practiceId, async (tx, at) => {
    const rows = await tx.$queryRaw<DueRow[]>`
      SELECT DISTINCT o.person_id AS "personId", o.due_on::text AS "dueOn", pp.time_zone AS "timeZone", pp.reminder_hour AS "reminderHour",
        pp.quiet_from AS "quietFrom", pp.quiet_to AS "quietTo"
      FROM occurrence o
      JOIN assignment a ON a.practice_id = o.practice_id AND a.id = o.assignment_id AND a.state = 'ACTIVE'
      JOIN couple c ON c.practice_id = o.practice_id AND c.id = o.couple_id AND c.state = 'ACTIVE'
      JOIN couple_partner cp ON cp.practice_id = o.practice_id AND cp.couple_id = o.couple_id AND cp.person_id = o.person_id
        AND cp.joined_at IS NOT NULL
      JOIN person_private pp ON pp.practice_id = o.practice_id AND pp.person_id = o.person_id
      WHERE o.practice_id = ${practiceId}::uuid AND o.due_on BETWEEN ${at}::date - 3 AND ${at}::date + 2
        AND NOT EXISTS (SELECT 1 FROM check_in ci WHERE ci.practice_id = o.practice_id AND ci.occurrence_id = o.id)
        AND NOT EXISTS (SELECT 1 FROM reminder r WHERE r.practice_id = o.practice_id AND r.person_id = o.person_id
          AND r.kind = 'HOMEWORK_DUE' AND r.subject = o.due_on::text)`;
    const owed = rows
      .map((row) => ({ ...row, dueAt: dueReminderAt(row.dueOn, row) }))
      .filter(({ dueAt }) => dueAt <= at)
      .filter(({ dueAt }) => {
        const lateHours = (at.getTime() - dueAt.getTime()) / hour;
        return stopReason("HOMEWORK_DUE", { stillOpen: true, ended: false, unsubscribed: false, lateHours }) === null;
      });
    await tx.reminder.createMany({
      data: owed.map(({ personId, dueOn: subject, dueAt }) => ({
        practiceId,
        id: uuidv7(),
        personId,
        kind: "HOMEWORK_DUE" as const,
        subject,
        dueAt,
        createdAt: at,
      })),
      skipDuplicates: true,
    });
    return owed.length;
  });
}

/** The ids of every practice of the installation. */
export async function practiceIds(): Promise<string[]> {
  return (await systemClient().practice.findMany({ select: { id: true } })).map((practice) => practice.id);
}

/** Plans the reminders that are owed now, practice by practice. */
export async function sweepReminders(): Promise<number> {
  let owed = 0;
  for (const id of await practiceIds()) owed += await sweepPractice(id);
  return owed;
}
