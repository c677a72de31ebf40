import { v4 as uuidv4 } from "uuid";
import { addDays, type CivilDate, civilDate, toColumn } from "../clock";
import { inPractice } from "../db/in-practice";
import { extendRhythms } from "../features/appointments/commands";
import { takeGrids } from "../features/homework/commands/windows";
import { horizonDays } from "../features/homework/policy";
import { type Grid, gridWindows } from "../features/homework/policy.grid";
import { practiceIds } from "./sweep-reminders";

interface RunningRow extends Grid {
  coupleId: string;
  assignmentId: string;
  personId: string;
  lastOrdinal: number | null;
}

function missingOccurrences(practiceId: string, row: RunningRow, until: CivilDate) {
  const { coupleId, assignmentId, personId } = row;
  return gridWindows(row, until)
    .filter((window) => window.ordinal > (row.lastOrdinal ?? -1))
    .map(({ ordinal, opensOn, dueOn }) => ({
      practiceId,
      id: uuidv4(),
      coupleId,
      assignmentId,
      personId,
      ordinal,
      opensOn: toColumn(opensOn),
      dueOn: toColumn(dueOn),
    }));
}

async function extendPractice(practiceId: string): Promise<number> {
  return inPractice(practiceId, async (tx, at) => {
    await takeGrids(tx, practiceId);
    await extendRhythms(tx, practiceId, at);
    const rows = await tx.$queryRaw<RunningRow[]>`
      SELECT a.couple_id AS "coupleId", a.id AS "assignmentId", ap.person_id AS "personId", a.cadence,
        coalesce(a.grid_on, a.starts_on)::text AS "gridOn", a.grid_ordinal AS "gridOrdinal", a.ends_on::text AS "endsOn", (SELECT max(o.ordinal) FROM occurrence o WHERE o.practice_id = a.practice_id
          AND o.assignment_id = a.id AND o.person_id = ap.person_id) AS "lastOrdinal"
      FROM assignment a JOIN assignment_partner ap ON ap.practice_id = a.practice_id AND ap.assignment_id = a.id
      WHERE a.practice_id = ${practiceId}::uuid AND a.state = 'ACTIVE'`;
    const until = addDays(civilDate(at, "UTC"), horizonDays);
    const data = rows.flatMap((row) => missingOccurrences(practiceId, row, until));
    return (await tx.occurrence.createMany({ data, skipDuplicates: true })).count;
  });
}

/** Keeps occurrences eight weeks ahead as rows. Running it again adds nothing. */
export async function extendOccurrences(): Promise<number> {
  let added = 0;
  for (const id of await practiceIds()) added += await extendPractice(id);
  return added;
}
