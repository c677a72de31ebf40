import { v7 as uuidv7 } from "uuid";
import { inPractice } from "../db/in-practice";
import type { Tx } from "../db/with-actor";
import { billingNotices } from "../features/billing/queries/notices";
import { type MailTimes, outsideQuietHours } from "../features/reminders/policy";
import { takesMoney } from "../stripe/client";
import { practiceIds } from "./sweep-reminders";

interface Owner extends MailTimes {
  personId: string;
}

/** The practice's owners, with when they want mail. */
function ownersOf(tx: Tx, practiceId: string): Promise<Owner[]> {
  return tx.$queryRaw<Owner[]>`
    SELECT pp.person_id AS "personId", pp.time_zone AS "timeZone", pp.reminder_hour AS "reminderHour", pp.quiet_from AS "quietFrom",
      pp.quiet_to AS "quietTo"
    FROM staff_role r
    JOIN person p ON p.practice_id = r.practice_id AND p.id = r.person_id AND p.ended_at IS NULL
    JOIN person_private pp ON pp.practice_id = p.practice_id AND pp.person_id = p.id
    WHERE r.practice_id = ${practiceId}::uuid AND r.role = 'OWNER' AND r.ended_at IS NULL`;
}

function sweepPractice(practiceId: string): Promise<number> {
  return inPractice(practiceId, async (tx, createdAt) => {
    const notices = await billingNotices(tx, practiceId, createdAt);
    if (notices.length === 0) return 0;
    const owners = await ownersOf(tx, practiceId);
    const owed = owners.flatMap((one) =>
      notices.map((notice) => ({
        ...{ practiceId, id: uuidv7(), personId: one.personId, ...notice },
        ...{ dueAt: outsideQuietHours(createdAt, one), createdAt },
      })),
    );
    return (await tx.reminder.createMany({ data: owed, skipDuplicates: true })).count;
  });
}

/** Owes owners the mails about a trial that ends and a payment that failed, once for each step however often it runs. */
export async function sweepBilling(): Promise<number> {
  if (!takesMoney()) return 0;
  let owed = 0;
  for (const id of await practiceIds()) owed += await sweepPractice(id);
  return owed;
}
