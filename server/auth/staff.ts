import { systemClient } from "../db/clients";

/** Whether a login holds a staff role in any practice: decides how soon its sessions time out. */
export async function isStaffAnywhere(userId: string): Promise<boolean> {
  return (await systemClient().membership.count({ where: { userId, staff: true } })) > 0;
}
