import { now } from "../clock";
import { systemClient } from "../db/clients";
import { clearThrottle } from "../throttle";

const day = 86_400_000;

/**
 * Removes what has served its time: proofs a day after they ended, letters and ended sessions after thirty days, devices
 * nobody came back to in a year. @returns how many rows
 */
export async function clearIdentity(): Promise<number> {
  const at = now();
  const before = (days: number) => ({ lt: new Date(at.getTime() - days * day) });
  const client = systemClient();
  const cleared = [
    await client.ticket.deleteMany({ where: { expiresAt: before(1) } }),
    await client.challenge.deleteMany({ where: { expiresAt: before(1) } }),
    await client.recovery.deleteMany({ where: { expiresAt: before(30) } }),
    await client.letter.deleteMany({ where: { expiresAt: before(30) } }),
    await client.session.deleteMany({ where: { expiresAt: before(30) } }),
    await client.device.deleteMany({ where: { lastSeenAt: before(365) } }),
  ];
  return cleared.reduce((sum, { count }) => sum + count, await clearThrottle(at));
}
