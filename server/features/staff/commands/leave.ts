import { v7 as uuidv7 } from "uuid";
import type { Tx } from "@/server/db/with-actor";
import { AppError } from "@/server/errors";
import type { Member } from "@/server/trpc/ladder";
import { oweAccessNotice } from "../../clinicians/commands/notice";
import { handoverFault, rolesFault } from "../policy";
import { ownerIdsOf, primaryCouples, successorsOf } from "../queries/leaving";
import { type StaffRow, staffRows } from "../queries/people";
import type { Handover, Leaving } from "../schema";
import { endRoles } from "./roles";

type Leave = { personId: string; leaving: Leaving; handovers: Handover[] };

async function checkLeave(tx: Tx, actor: Member, input: Leave, rows: StaffRow[], row: StaffRow): Promise<void> {
  const { personId, leaving, handovers } = input;
  // Another owner lets an owner go: whoever leaves could not sign their own leaving in the log.
  if (leaving === "PRACTICE" && personId === actor.personId) throw new AppError("INVALID");
  const before = (row.roles ?? []).map(({ role }) => role);
  const after = leaving === "PRACTICE" ? [] : before.filter((role) => role !== "THERAPIST");
  const facts = { before, after, ownerIds: ownerIdsOf(rows), personId, isPartner: row.isPartner, couples: 0 };
  const fault = rolesFault(facts);
  if (fault) throw new AppError(fault);
  const couples = await primaryCouples(tx, actor, personId);
  const successors = successorsOf(rows, actor, personId).map((one) => one.personId);
  const unfit = handoverFault(couples, successors, handovers);
  if (unfit) throw new AppError(unfit);
}

/** Ends everything by which somebody reads couples; what was planned for them is called off. */
async function endClinician(tx: Tx, actor: Member, personId: string): Promise<void> {
  const { practiceId, personId: endedById, at } = actor;
  const theirs = { practiceId, personId };
  const running = { ...theirs, startsAt: { lte: at }, OR: [{ endsAt: null }, { endsAt: { gt: at } }] };
  await tx.coupleClinician.updateMany({ where: running, data: { endsAt: at, endedById } });
  await tx.$executeRaw`UPDATE couple_clinician SET ends_at = starts_at, ended_by_id = ${endedById}::uuid
    WHERE practice_id = ${practiceId}::uuid AND person_id = ${personId}::uuid AND starts_at > ${at}::timestamptz`;
}

/** Each successor becomes primary, and is told by a neutral mail, as is every owner. */
async function handOver(tx: Tx, actor: Member, handovers: Handover[], ownerIds: string[]): Promise<void> {
  const { practiceId, personId: addedById, at: startsAt } = actor;
  const role = "PRIMARY" as const;
  const rows = handovers.flatMap(({ coupleId, personId }) =>
    personId ? [{ practiceId, id: uuidv7(), coupleId, personId, role, startsAt, addedById }] : [],
  );
  await tx.coupleClinician.createMany({ data: rows });
  const told = rows.map(({ id, personId }) => ({ rowId: id, personIds: [...new Set([personId, ...ownerIds])] }));
  await oweAccessNotice(tx, actor, told);
}

/**
 * Lets somebody go, from treating or from the whole practice, and hands each of their couples over. It acts at once on
 * whatever they have open. Doing it again changes nothing.
 * @throws AppError NOT_FOUND; LAST_OWNER; INVALID unless every couple is decided on, with a therapist who is not the owner.
 */
export async function leave(tx: Tx, actor: Member, input: Leave): Promise<void> {
  const { practiceId, personId: self, at } = actor;
  const { personId, leaving, handovers } = input;
  const rows = await staffRows(tx, actor);
  const row = rows.find((one) => one.personId === personId);
  if (!row) throw new AppError("NOT_FOUND");
  if (row.endedAt) return;
  await checkLeave(tx, actor, input, rows, row);
  const ownerIds = ownerIdsOf(rows).filter((id) => id !== self && id !== personId);
  await endRoles(tx, actor, personId, ["THERAPIST"]);
  await endClinician(tx, actor, personId);
  await handOver(tx, actor, handovers, ownerIds);
  // The database ends whatever roles are left with the person.
  if (leaving === "PRACTICE")
    await tx.person.updateMany({ where: { practiceId, id: personId, endedAt: null }, data: { endedAt: at } });
}
