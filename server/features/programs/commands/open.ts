import { v5 as uuidv5, v7 as uuidv7 } from "uuid";
import type { Tx } from "@/server/db/with-actor";
import { type Assigner, partnersAsked, placeHomework } from "../../homework/commands/place";
import { type Course, openWeek } from "../policy";
import { type HeldCourse, saveCourse } from "./course";

/**
 * Stores that a week has opened, and gives both partners its homework until its last day. The ids that it is given under
 * derive from the week's: however often this runs, it is given once.
 * @param after the course with that week open @param by in whose name; `word` where it is the therapist's
 */
export async function bringWeek(
  tx: Tx,
  held: HeldCourse,
  after: Course,
  { by, word }: { by: Assigner; word: boolean },
): Promise<void> {
  const { practiceId, coupleId } = held;
  const { at, personId } = by;
  await saveCourse(tx, held, after, { at, by: word ? personId : null });
  const opened = openWeek(after);
  const week = held.weeks.find((one) => one.id === opened?.id);
  if (!opened?.openedOn || !week) return;
  const people = await partnersAsked(tx, practiceId, { coupleId });
  const shared = { coupleId, people, knownToBoth: true, note: null, plan: null, untilAfter: null };
  const days = { startsOn: opened.openedOn, endsOn: opened.endsOn };
  for (const { key, versionId: strategyVersionId, mode, cadence } of week.strategies) {
    const clientId = uuidv5(key, week.id);
    const placed = { id: uuidv7(), clientId, strategyVersionId, mode, cadence, ...shared, ...days };
    const { assignmentId } = await placeHomework(tx, by, placed);
    const link = { practiceId, coupleId, weekId: week.id, assignmentId };
    await tx.enrolmentHomework.createMany({ data: [link], skipDuplicates: true });
  }
}
