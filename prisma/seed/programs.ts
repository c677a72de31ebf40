import { createHash } from "node:crypto";
import { v4 as uuidv4, v7 as uuidv7 } from "uuid";
import { programByKey } from "@/content/programs";
import { copyOf } from "@/content/programs/own";
import { strategyByKey } from "@/content/strategies";
import { addDays, type CivilDate, toColumn } from "@/server/clock";
import type { CoupleRef, OccurrenceRef, PersonRef, World } from "./world";

export interface EnrolmentRef {
  id: string;
  weekIds: string[];
  /** The windows of the homework that its opened weeks brought. */
  occurrences: OccurrenceRef[];
}

function programOf(key: string) {
  const program = programByKey(key);
  if (!program) throw new Error(`the library has no program ${key}`);
  return program;
}

/** A strategy as a week holds it. */
function held(world: World, couple: CoupleRef, key: string) {
  const strategy = strategyByKey(key);
  if (!strategy) throw new Error(`the library has no strategy ${key}`);
  const { area, minutes, cadence, joint, text, blocks } = strategy;
  return {
    ...{ key, versionId: world.version(couple.practice, key), area, minutes, cadence, joint },
    mode: strategy.mode === "TOGETHER" ? ("TOGETHER" as const) : ("EACH" as const),
    byWord: blocks.some((block) => block.kind === "repair"),
    title: { en: text.en.title, es: text.es.title },
    promise: { en: text.en.promise, es: text.es.promise },
  };
}

/**
 * A couple in a program of the library, its first weeks opened one after the other, the last of them still open.
 * @param fields.opened how many weeks have opened; 0 waits for its first day
 */
export function enrolled(
  world: World,
  couple: CoupleRef,
  fields: { key: string; by: PersonRef; startsOn: CivilDate; opened: number },
): EnrolmentRef {
  const { key, by, startsOn, opened } = fields;
  const program = programOf(key);
  const base = { practiceId: couple.practice.id, coupleId: couple.id };
  const id = uuidv7();
  const content = JSON.parse(JSON.stringify(program));
  const contentHash = createHash("sha256").update(JSON.stringify(program)).digest("hex");
  const dates = { startsOn: toColumn(startsOn), nextOn: toColumn(addDays(startsOn, opened * 7)) };
  const given = { enrolledById: by.id, clientId: uuidv4(), createdAt: toColumn(startsOn) };
  world.rows.enrolment.push({
    ...base,
    id,
    programKey: key,
    contentHash,
    content,
    state: "ACTIVE",
    ...dates,
    ...given,
  });
  const occurrences: OccurrenceRef[] = [];
  const weekIds = program.weeks.map((week, position) => {
    const weekId = uuidv7();
    const isOpened = position < opened;
    const openedOn = addDays(startsOn, position * 7);
    const endsOn = addDays(openedOn, 6);
    const strategies = week.strategies.map((one) => held(world, couple, one));
    world.rows.enrolmentWeek.push({
      ...{ ...base, id: weekId, enrolmentId: id, position, text: week.text, strategies },
      opens: week.opens === "date" ? "DATE" : "THERAPIST",
      state: isOpened ? (position === opened - 1 ? "OPEN" : "DONE") : "WAITING",
      ...(isOpened && { openedOn: toColumn(openedOn), endsOn: toColumn(endsOn), openedAt: toColumn(openedOn) }),
    });
    for (const { key: strategy, cadence, mode } of isOpened ? strategies : []) {
      const brought = world.assign(couple, { key: strategy, by, cadence, mode, startsOn: openedOn, endsOn });
      world.rows.enrolmentHomework.push({ ...base, weekId, assignmentId: brought.assignment.id });
      occurrences.push(...brought.occurrences);
    }
    return weekId;
  });
  return { id, weekIds, occurrences };
}

/** A program that a therapist made, as a copy of one of the library. */
export function ownProgram(
  world: World,
  author: PersonRef,
  fields: { like: string; title: { en: string; es: string }; shared?: boolean },
): string {
  const id = uuidv7();
  const content = copyOf(programOf(fields.like), uuidv7);
  content.text.en.title = fields.title.en;
  content.text.es.title = fields.title.es;
  const at = { createdAt: world.at, updatedAt: world.at };
  const row = { practiceId: author.practice.id, id, authorId: author.id, shared: fields.shared ?? false };
  world.rows.program.push({ ...row, content, revision: 1, ...at });
  return id;
}
