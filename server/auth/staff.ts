import { systemClient } from "../db/clients";

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
