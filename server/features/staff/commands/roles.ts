import type { Tx } from "@/server/db/with-actor";
import { AppError } from "@/server/errors";
import type { Member } from "@/server/trpc/ladder";
import { ensureMayAddTherapist } from "../../billing/queries";
import { bitsOf, rolesChange, rolesFault } from "../policy";
import { ownerIdsOf } from "../queries/leaving";
import { staffRows } from "../queries/people";
import type { SelfFields, StaffRole } from "../schema";

/** Stores what somebody says of themself. */
export async function saveSelf(tx: Tx, actor: Member, { name, pronouns, readingDays }: SelfFields): Promise<void> {
  const { practiceId, personId } = actor;
  await tx.person.updateMany({
    where: { practiceId, id: personId },
    data: { displayName: name, pronouns: pronouns || null, readingDays: bitsOf(readingDays) },
  });
}

/** Ends roles from now on; live sessions lose them with their next call. */
export async function endRoles(tx: Tx, actor: Member, personId: string, roles: readonly StaffRole[]): Promise<void> {
  const { practiceId, at: endedAt } = actor;
  await tx.staffRole.updateMany({
    where: { practiceId, personId, role: { in: [...roles] }, endedAt: null },
    data: { endedAt },
  });
}

async function giveRoles(tx: Tx, actor: Member, personId: string, roles: readonly StaffRole[]): Promise<void> {
  const { practiceId, at: startedAt } = actor;
  // Who once had the role takes it up again; who never had gets a row.
  await tx.staffRole.updateMany({
    where: { practiceId, personId, role: { in: [...roles] }, endedAt: { not: null } },
    data: { startedAt, endedAt: null },
  });
  await tx.staffRole.createMany({
    data: roles.map((role) => ({ practiceId, personId, role, startedAt })),
    skipDuplicates: true,
  });
}

/**
 * Gives and takes roles until exactly these are left.
 * @throws AppError NOT_FOUND; LAST_OWNER; IS_PARTNER; PLAN_NEEDED for one more therapist than the plan has; TREATS_COUPLES when a therapist's couples need somebody first.
 */
export async function saveRoles(tx: Tx, actor: Member, personId: string, after: StaffRole[]): Promise<void> {
  const rows = await staffRows(tx, actor);
  const row = rows.find((one) => one.personId === personId && one.endedAt === null);
  if (!row) throw new AppError("NOT_FOUND");
  const before = (row.roles ?? []).map(({ role }) => role);
  const { couples, isPartner } = row;
  const fault = rolesFault({ before, after, ownerIds: ownerIdsOf(rows), personId, isPartner, couples });
  if (fault) throw new AppError(fault);
  const { given, taken } = rolesChange(before, after);
  if (given.includes("THERAPIST")) await ensureMayAddTherapist(tx, actor);
  // Given first: whoever takes their own role of owner has no right to give any after.
  await giveRoles(tx, actor, personId, given);
  await endRoles(tx, actor, personId, taken);
}
