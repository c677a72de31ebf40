import { systemClient } from "../db/clients";
import type { Tx } from "../db/with-actor";
import { idleMinutesOfStaff } from "./sessions";

/** Whether a login holds a staff role in any practice: decides how soon its sessions time out. */
export async function isStaffAnywhere(userId: string): Promise<boolean> {
  return (await systemClient().membership.count({ where: { userId, staff: true } })) > 0;
}

/** Whether a practice where the login is staff asks for a second factor. */
export async function twoFactorRequiredOf(userId: string): Promise<boolean> {
  const memberships = await systemClient().membership.findMany({
    where: { userId, staff: true },
    select: { practiceId: true },
  });
  const ids = memberships.map((one) => one.practiceId);
  return (await systemClient().practice.count({ where: { id: { in: ids }, requiresTwoFactor: true } })) > 0;
}

/**
 * From an instant on a login is staff somewhere: sessions that were opened before end idle as those of staff do, within
 * fifteen minutes from now at the latest, and no device of theirs only locks any more.
 */
export async function beginAsStaff(tx: Tx, userId: string, at: Date): Promise<void> {
  const latest = new Date(at.getTime() + idleMinutesOfStaff * 60_000);
  const where = { userId, revokedAt: null };
  await tx.session.updateMany({ where: { ...where, idleExpiresAt: { gt: latest } }, data: { idleExpiresAt: latest } });
  await tx.session.updateMany({
    where: { ...where, idleMinutes: { gt: idleMinutesOfStaff } },
    data: { idleMinutes: idleMinutesOfStaff },
  });
  await tx.device.updateMany({ where: { userId }, data: { rememberedUntil: null, pinHash: null, pinFailures: 0 } });
}
