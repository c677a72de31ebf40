import { v7 as uuidv7 } from "uuid";
import type { Tx } from "@/server/db/with-actor";
import { wordsOf } from "@/server/db/words";
import type { Member } from "@/server/trpc/ladder";
import { bringSupervisors, recordOverrides } from "../licences/commands";
import { requireJointRecord } from "../safety/commands";
import { strategyVersion } from "../strategies/commands";
import { assignableStrategy } from "../strategies/queries";
import { sealNote, sealPlan } from "./commands/edit";
import { partnersAsked, placeHomework } from "./commands/place";
import { endUntil, holdAppointments } from "./commands/until";
import { knownToBoth } from "./policy";
import type { AssignFields } from "./schema";

type Assigning = AssignFields & { coupleId: string; clientId: string };

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
  const { practiceId, personId } = actor;
  const input = await withEnd(tx, actor, asSaid);
  const { coupleId, clientId, mode, cadence, startsOn, endsOn } = input;
  const people = await partnersAsked(tx, practiceId, input);
  const strategy = await assignableStrategy(tx, actor, input.strategyKey);
  await requireJointRecord(tx, actor, coupleId, { strategy, mode });
  await recordOverrides(tx, actor, coupleId, input);
  const id = uuidv7();
  const words = await wordsOf(tx, practiceId, [personId]);
  const sealed = {
    note: sealNote(words, personId, id, input.note),
    plan: sealPlan(words, personId, id, input.plan),
  };
  const { assignmentId, isNew } = await placeHomework(tx, actor, {
    ...{ id, coupleId, clientId, mode, cadence, people, startsOn, endsOn, ...sealed },
    strategyVersionId: await strategyVersion(tx, actor, input.strategyKey),
    knownToBoth: knownToBoth(mode, input.knownToBoth),
    untilAfter: input.untilAppointment ? startsOn : null,
  });
  if (isNew) await bringSupervisors(tx, actor);
  return { assignmentId };
}
