import { type CivilDate, civilDate, toColumn } from "@/server/clock";
import type { Tx } from "@/server/db/with-actor";
import { type Words, wordsOf } from "@/server/db/words";
import { AppError } from "@/server/errors";
import type { Member } from "@/server/trpc/ladder";
import { practiceZone } from "../../clinicians/queries/places";
import { nextGrid } from "../policy.grid";
import type { EditFields, PlanFields } from "../schema";
import type { Which } from "./pause";
import { endUntil } from "./until";
import { type HeldAssignment, holdAssignment, syncWindows } from "./windows";

/** The therapist's note, sealed with the assigner's key; null where nothing was said. */
export function sealNote(words: Words, writerId: string, rowId: string, note: string) {
  return note ? words.seal(writerId, note, { table: "assignment", column: "note", rowId }) : null;
}

/** What was agreed, sealed with the assigner's key; null where nothing was said. */
export function sealPlan(words: Words, writerId: string, rowId: string, plan: PlanFields | undefined) {
  if (!plan || !Object.values(plan).some((said) => said !== "" && said !== null)) return null;
  return words.seal(writerId, JSON.stringify(plan), { table: "assignment", column: "plan", rowId });
}

/** @throws AppError INVALID beside the field */
function checkEdit(held: HeldAssignment, fields: EditFields, today: CivilDate): void {
  const endsOn = fields.untilAppointment ? null : fields.endsOn;
  if (endsOn !== null && endsOn !== held.endsOn && endsOn < today)
    throw new AppError("INVALID", { fields: { endsOn: "fromTodayOn" } });
  if (endsOn !== null && endsOn < held.startsOn)
    throw new AppError("INVALID", { fields: { endsOn: "endsBeforeStart" } });
  if (held.mode === "JUST_YOU" && held.knownToBoth && !fields.knownToBoth)
    throw new AppError("INVALID", { fields: { knownToBoth: "staysKnown" } });
}

/** Until when, as stored: what already runs until the next appointment goes on so, unless that has passed. */
async function endColumns(tx: Tx, actor: Member, held: HeldAssignment, input: EditFields & Which, today: CivilDate) {
  if (!input.untilAppointment) return { endsOn: input.endsOn ? toColumn(input.endsOn) : null, untilAfter: null };
  if (held.untilAfter !== null && held.endsOn !== null && held.endsOn >= today) return {};
  const after = held.startsOn > today ? held.startsOn : today;
  return { endsOn: toColumn(await endUntil(tx, actor, input.coupleId, after)), untilAfter: toColumn(after) };
}

function gridColumns(held: HeldAssignment, { cadence }: EditFields, today: CivilDate) {
  if (cadence.every === held.cadence.every && cadence.times === held.cadence.times) return {};
  const { gridOn, gridOrdinal } = nextGrid(held, today);
  return { cadence, gridOn: toColumn(gridOn), gridOrdinal };
}

/**
 * Changes a running or paused assignment: its words, how often, until when, and who may know, which only widens. What was
 * answered stays; a new cadence begins after the window that is open. The same again changes nothing.
 * @throws AppError NOT_FOUND; CLOSED where it was ended; INVALID beside a field
 */
export async function editAssignment(tx: Tx, actor: Member, input: EditFields & Which): Promise<void> {
  const { practiceId } = actor;
  const { coupleId, assignmentId } = input;
  const held = await holdAssignment(tx, practiceId, coupleId, assignmentId);
  if (!held) throw new AppError("NOT_FOUND");
  if (held.state === "ENDED") throw new AppError("CLOSED");
  const today = civilDate(actor.at, await practiceZone(tx, actor));
  checkEdit(held, input, today);
  const words = await wordsOf(tx, practiceId, [held.assignedById]);
  await tx.assignment.updateMany({
    where: { practiceId, coupleId, id: assignmentId },
    data: {
      ...gridColumns(held, input, today),
      ...(await endColumns(tx, actor, held, input, today)),
      knownToBoth: held.knownToBoth || input.knownToBoth,
      note: sealNote(words, held.assignedById, assignmentId, input.note),
      plan: sealPlan(words, held.assignedById, assignmentId, input.plan),
    },
  });
  await syncWindows(tx, { practiceId, coupleId, assignmentIds: [assignmentId], today });
}
