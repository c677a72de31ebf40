import { civilDate } from "../clock";
import { Prisma } from "../db/generated/client";
import { inPractice } from "../db/in-practice";
import type { Tx } from "../db/with-actor";
import { restsOn } from "../features/absences/queries";
import { holdCourse, saveCourse } from "../features/programs/commands/course";
import { bringWeek } from "../features/programs/commands/open";
import { dueWeek, finish, open, weekFault } from "../features/programs/policy";
import type { SafetyShape } from "../features/safety/schema";
import { practiceIds } from "./sweep-reminders";

interface DueRow {
  enrolmentId: string;
  coupleId: string;
  today: string;
  timeZone: string;
}

/**
 * Enrolments whose next day has come, of couples that are treated: nothing new begins while work with them rests, nobody is
 * there for them, or their therapist is away and homework rests meanwhile.
 */
function dueRows(tx: Tx, practiceId: string, at: Date): Promise<DueRow[]> {
  const resting = restsOn({
    practiceId: Prisma.sql`e.practice_id`,
    coupleId: Prisma.sql`e.couple_id`,
    day: Prisma.sql`(${at}::timestamptz AT TIME ZONE pr.time_zone)::date`,
  });
  return tx.$queryRaw<DueRow[]>`
    SELECT e.id AS "enrolmentId", e.couple_id AS "coupleId", pr.time_zone AS "timeZone",
      (${at}::timestamptz AT TIME ZONE pr.time_zone)::date::text AS today
    FROM enrolment e
    JOIN practice pr ON pr.id = e.practice_id
    JOIN couple c ON c.practice_id = e.practice_id AND c.id = e.couple_id AND c.state = 'ACTIVE'
    WHERE e.practice_id = ${practiceId}::uuid AND e.state = 'ACTIVE'
      AND e.next_on <= (${at}::timestamptz AT TIME ZONE pr.time_zone)::date
      AND EXISTS (SELECT 1 FROM couple_clinician cc JOIN person p ON p.practice_id = cc.practice_id AND p.id = cc.person_id AND p.ended_at IS NULL
        WHERE cc.practice_id = e.practice_id AND cc.couple_id = e.couple_id AND cc.starts_at <= ${at}::timestamptz
          AND (cc.ends_at IS NULL OR cc.ends_at > ${at}::timestamptz))
      AND NOT ${resting}
    ORDER BY e.id`;
}

async function recordOf(tx: Tx, practiceId: string, coupleId: string): Promise<SafetyShape | null> {
  const [row] = await tx.$queryRaw<SafetyShape[]>`
    SELECT standing, look_again_on::text AS "lookAgainOn" FROM safety_record
    WHERE practice_id = ${practiceId}::uuid AND couple_id = ${coupleId}::uuid ORDER BY created_at DESC, id DESC LIMIT 1`;
  return row ?? null;
}

/** Opens what is due of one enrolment, in a transaction of its own. */
async function openOne(practiceId: string, { enrolmentId, coupleId, timeZone }: DueRow): Promise<number> {
  return inPractice(practiceId, async (tx, at) => {
    const held = await holdCourse(tx, { practiceId, coupleId, enrolmentId });
    const today = civilDate(at, timeZone);
    const due = dueWeek(held, today);
    if (!due) {
      const after = finish(held, today);
      await saveCourse(tx, held, after, { at, by: null });
      return after === held ? 0 : 1;
    }
    const week = held.weeks.find((one) => one.id === due.id);
    const after = open(held, due.id, today);
    if (!week || !after || weekFault(week, await recordOf(tx, practiceId, coupleId), today)) return 0;
    const by = { practiceId, personId: held.enrolledById, at, timeZone };
    await bringWeek(tx, held, after, { by, word: false });
    return 1;
  });
}

/**
 * Opens the weeks of programs whose day has come in their practice's zone, one of each enrolment however long no worker ran,
 * and finishes programs whose last week is over. Running it again changes nothing.
 */
export async function openWeeks(): Promise<number> {
  let changed = 0;
  const failures: unknown[] = [];
  for (const practiceId of await practiceIds()) {
    for (const row of await inPractice(practiceId, (tx, at) => dueRows(tx, practiceId, at))) {
      changed += await openOne(practiceId, row).catch((error: unknown) => {
        failures.push(error); // One that fails keeps no other from opening.
        return 0;
      });
    }
  }
  if (failures.length > 0) throw failures[0];
  return changed;
}
