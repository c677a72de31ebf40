import { v4 as uuidv4, v7 as uuidv7 } from "uuid";
import { addDays, civilDate, toColumn } from "@/server/clock";
import type { Tx } from "@/server/db/with-actor";
import { wordsOf } from "@/server/db/words";
import { AppError } from "@/server/errors";
import type { Member } from "@/server/trpc/ladder";
import { bringSupervisors, recordOverrides } from "../licences/commands";
import { oweNewHomework } from "../reminders/commands";
import { requireJointRecord } from "../safety/commands";
import { strategyVersion } from "../strategies/commands";
import { assignableStrategy } from "../strategies/queries";
import { sealNote, sealPlan } from "./commands/edit";
import { endUntil, holdAppointments } from "./commands/until";
import { horizonDays, knownToBoth, windowsOf } from "./policy";
import type { AssignFields } from "./schema";

type Assigning = AssignFields & { coupleId: string; clientId: string };

/** Who is asked, and who of them has joined: nobody gets mail before they did. */
async function partnersAsked(tx: Tx, actor: Member, input: Assigning): Promise<{ asked: string[]; joined: string[] }> {
  const partners = await tx.couplePartner.findMany({
    where: { practiceId: actor.practiceId, coupleId: input.coupleId },
    select: { personId: true, joinedAt: true },
  });
  const known = new Set(partners.map((one) => one.personId));
  if (!input.personIds.every((id) => known.has(id))) throw new AppError("NOT_FOUND");
  const asked = new Set(input.personIds);
  const joined = partners.filter((one) => one.joinedAt && asked.has(one.personId)).map((one) => one.personId);
  return { asked: [...asked], joined };
}

async function insertAssignment(tx: Tx, actor: Member, input: Assigning, id: string): Promise<boolean> {
  const { practiceId, personId, at } = actor;
  const { coupleId, clientId, mode, cadence } = input;
  const words = await wordsOf(tx, practiceId, [personId]);
  const stored = await tx.assignment.createMany({
    data: [
      {
        practiceId,
        id,
        coupleId,
        clientId,
        strategyVersionId: await strategyVersion(tx, actor, input.strategyKey),
        assignedById: personId,
        mode,
        knownToBoth: knownToBoth(mode, input.knownToBoth),
        cadence,
        startsOn: toColumn(input.startsOn),
        endsOn: input.endsOn ? toColumn(input.endsOn) : null,
        untilAfter: input.untilAppointment ? toColumn(input.startsOn) : null,
        state: "ACTIVE",
        note: sealNote(words, personId, id, input.note),
        plan: sealPlan(words, personId, id, input.plan),
        createdAt: at,
      },
    ],
    skipDuplicates: true,
  });
  return stored.count === 1;
}

async function insertOccurrences(
  tx: Tx,
  actor: Member,
  input: Assigning,
  assignmentId: string,
  asked: string[],
): Promise<void> {
  const { practiceId } = actor;
  const { coupleId } = input;
  await tx.assignmentPartner.createMany({
    data: asked.map((personId) => ({ practiceId, coupleId, assignmentId, personId })),
  });
  const today = civilDate(actor.at, actor.timeZone);
  const windows = windowsOf(input.cadence, input.startsOn, input.endsOn, addDays(today, horizonDays));
  const rows = asked.flatMap((personId) =>
    windows.map(({ ordinal, opensOn, dueOn }) => ({
      practiceId,
      id: uuidv4(),
      coupleId,
      assignmentId,
      personId,
      ordinal,
      opensOn: toColumn(opensOn),
      dueOn: toColumn(dueOn),
    })),
  );
  await tx.occurrence.createMany({ data: rows });
}

/** With the day of the next appointment as its end, where it is to run until then. */
async function withEnd(tx: Tx, actor: Member, input: Assigning): Promise<Assigning> {
  if (!input.untilAppointment) return input;
  await holdAppointments(tx, input.coupleId);
  return { ...input, endsOn: await endUntil(tx, actor, input.coupleId, input.startsOn) };
}

/**
 * Assigns a strategy: the version, the assignment, its occurrences eight weeks ahead, and the mail owed for it.
 * The same `clientId` again answers with the assignment that the first call made.
 * @throws AppError NOT_FOUND for people who are not partners of the couple; INVALID where joint work is not recorded as possible.
 */
export async function assign(tx: Tx, actor: Member, asSaid: Assigning): Promise<{ assignmentId: string }> {
  const input = await withEnd(tx, actor, asSaid);
  const { asked, joined } = await partnersAsked(tx, actor, input);
  const strategy = await assignableStrategy(tx, actor, input.strategyKey);
  await requireJointRecord(tx, actor, input.coupleId, { strategy, mode: input.mode });
  await recordOverrides(tx, actor, input.coupleId, input);
  const id = uuidv7();
  if (!(await insertAssignment(tx, actor, input, id))) {
    const { practiceId, personId: assignedById } = actor;
    const first = await tx.assignment.findUniqueOrThrow({
      where: { practiceId_assignedById_clientId: { practiceId, assignedById, clientId: input.clientId } },
      select: { id: true },
    });
    return { assignmentId: first.id };
  }
  await insertOccurrences(tx, actor, input, id, asked);
  await bringSupervisors(tx, actor);
  await oweNewHomework(tx, actor, { assignmentId: id, personIds: joined, startsOn: input.startsOn });
  return { assignmentId: id };
}
