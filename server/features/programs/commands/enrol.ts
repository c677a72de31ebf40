import { createHash } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import { programByKey } from "@/content/programs";
import { completeProgram } from "@/content/programs/own";
import type { Program } from "@/content/programs/schema";
import { addYears, type CivilDate, civilDate, toColumn } from "@/server/clock";
import type { Tx } from "@/server/db/with-actor";
import { AppError } from "@/server/errors";
import type { Member } from "@/server/trpc/ladder";
import { practiceZone } from "../../clinicians/queries/places";
import { bringSupervisors, recordOverrides } from "../../licences/commands";
import { currentSafety } from "../../safety/queries";
import { dueWeek, mayOpenByDate, open, weekFault } from "../policy";
import { contentOf } from "../queries";
import type { EnrolFields, WeekStrategy } from "../schema";
import { holdCourse } from "./course";
import { bringWeek } from "./open";
import { pinStrategies } from "./strategies";

type Enrolling = EnrolFields & { coupleId: string; clientId: string };

const fault = (field: string, words: string) => new AppError("INVALID", { fields: { [field]: words } });

/** A program of the library, or an own one that the actor may read and that is complete. */
async function findProgram(tx: Tx, actor: Member, key: string): Promise<Program> {
  const known = programByKey(key);
  if (known) return known;
  const own = /^[0-9a-f-]{36}$/.test(key)
    ? await tx.program.findFirst({
        where: { practiceId: actor.practiceId, id: key, archivedAt: null },
        select: { content: true },
      })
    : null;
  if (!own) throw new AppError("NOT_FOUND");
  const program = completeProgram(key, contentOf(own.content));
  if (!program) throw fault("programKey", "programNotReady");
  return program;
}

/** @throws AppError CLOSED for a couple that rests or has ended; INVALID with the field's fault */
async function checkCouple(tx: Tx, actor: Member, { coupleId, startsOn }: Enrolling, today: CivilDate) {
  const { practiceId } = actor;
  const couple = await tx.couple.findFirst({
    where: { practiceId, id: coupleId },
    select: { state: true, partners: { select: { personId: true } } },
  });
  if (!couple) throw new AppError("NOT_FOUND");
  if (couple.state !== "ACTIVE") throw new AppError("CLOSED");
  if (couple.partners.length !== 2) throw fault("programKey", "needsBoth");
  if (startsOn < today || startsOn > addYears(today, 1)) throw fault("startsOn", "fromTodayOn");
  const running = { practiceId, coupleId, state: { in: ["ACTIVE" as const, "PAUSED" as const] } };
  if ((await tx.enrolment.count({ where: running })) > 0) throw fault("programKey", "alreadyInProgram");
  return couple.partners.map((one) => one.personId);
}

/** The weeks of a program as rows; a week that no date may begin waits for the therapist's word. */
function weekRows(
  program: Program,
  pinned: Map<string, WeekStrategy>,
  place: { practiceId: string; coupleId: string; enrolmentId: string },
) {
  return program.weeks.map(({ strategies, opens, text }, position) => {
    const held = strategies.map((key) => {
      const one = pinned.get(key);
      if (!one) throw fault("programKey", "programLacksStrategy");
      return one;
    });
    const gate = opens === "date" && mayOpenByDate(held) ? ("DATE" as const) : ("THERAPIST" as const);
    return { ...place, id: uuidv7(), position, opens: gate, state: "WAITING" as const, text, strategies: held };
  });
}

async function insertEnrolment(tx: Tx, actor: Member, input: Enrolling, program: Program): Promise<string> {
  const { practiceId, personId: enrolledById, at: createdAt } = actor;
  const { coupleId, clientId } = input;
  const pinned = await pinStrategies(
    tx,
    actor,
    program.weeks.flatMap((week) => week.strategies),
  );
  const id = uuidv7();
  const weeks = weekRows(program, pinned, { practiceId, coupleId, enrolmentId: id });
  const text = JSON.stringify(program);
  const snapshot = { content: JSON.parse(text), contentHash: createHash("sha256").update(text).digest("hex") };
  const day = toColumn(input.startsOn);
  const row = { practiceId, id, coupleId, programKey: program.key, ...snapshot, enrolledById, clientId, createdAt };
  await tx.enrolment.createMany({ data: [{ ...row, state: "ACTIVE", startsOn: day, nextOn: day }] });
  await tx.enrolmentWeek.createMany({ data: weeks });
  return id;
}

/**
 * Enrols a couple in a program from a day on: a copy of it as it is now. Its first week opens at once where its date is today
 * and joint work is possible. The same `clientId` again answers with the enrolment that the first call made.
 * @throws AppError NOT_FOUND, CLOSED for a couple that rests; INVALID with the field's fault
 */
export async function enrol(tx: Tx, actor: Member, input: Enrolling): Promise<{ enrolmentId: string }> {
  const { practiceId, personId: enrolledById, at } = actor;
  const { coupleId, clientId } = input;
  const first = await tx.enrolment.findFirst({ where: { practiceId, enrolledById, clientId }, select: { id: true } });
  if (first) return { enrolmentId: first.id };
  const timeZone = await practiceZone(tx, actor);
  const today = civilDate(at, timeZone);
  const program = await findProgram(tx, actor, input.programKey);
  const personIds = await checkCouple(tx, actor, input, today);
  await recordOverrides(tx, actor, coupleId, { personIds });
  const enrolmentId = await insertEnrolment(tx, actor, input, program);
  await bringSupervisors(tx, actor);
  const held = await holdCourse(tx, { practiceId, coupleId, enrolmentId });
  const due = dueWeek(held, today);
  const week = held.weeks.find((one) => one.id === due?.id);
  const after = week && open(held, week.id, today);
  if (after && !weekFault(week, await currentSafety(tx, actor, coupleId), today))
    await bringWeek(tx, held, after, { by: { ...actor, timeZone }, word: false });
  return { enrolmentId };
}
