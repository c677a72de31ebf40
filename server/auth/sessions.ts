import { v7 as uuidv7 } from "uuid";
import { now } from "../clock";
import { hashSecret, newSecret } from "../crypto";
import { systemClient } from "../db/clients";

const minute = 60_000;
const absoluteHours = 12;
const idleMinutesOfStaff = 15;
const idleMinutesOfPartners = 30;

/** A new signed-in device: the row, and the secret that only the cookie holds. */
export interface NewSession {
  id: string;
  secret: string;
}

/**
 * Opens a session row. Staff time out after 15 idle minutes, partners after 30, everyone after 12 hours
 * (45 CFR 164.312(a)(2)(iii), automatic logoff).
 */
export async function createSession(userId: string, staff: boolean, device: string): Promise<NewSession> {
  const at = now();
  const id = uuidv7();
  const secret = newSecret();
  const idleMinutes = staff ? idleMinutesOfStaff : idleMinutesOfPartners;
  await systemClient().session.create({
    data: {
      id,
      userId,
      tokenHash: hashSecret(secret),
      device: device.slice(0, 200),
      createdAt: at,
      lastSeenAt: at,
      idleMinutes,
      idleExpiresAt: new Date(at.getTime() + idleMinutes * minute),
      expiresAt: new Date(at.getTime() + absoluteHours * 60 * minute),
    },
  });
  return { id, secret };
}

/** Ends a session at once, everywhere. Ending one that has ended changes nothing. */
export async function revokeSession(secret: string): Promise<void> {
  await systemClient().session.updateMany({
    where: { tokenHash: hashSecret(secret), revokedAt: null },
    data: { revokedAt: now() },
  });
}

/**
 * A gesture of the person moves the idle limit; polls and page loads never do.
 * @returns the instant at which the session would now end idle, or null when it has ended.
 */
export async function touchSession(secret: string): Promise<Date | null> {
  const at = now();
  const live = { revokedAt: null, idleExpiresAt: { gt: at }, expiresAt: { gt: at } };
  const row = await systemClient().session.findFirst({ where: { tokenHash: hashSecret(secret), ...live } });
  if (!row) return null;
  const idleExpiresAt = new Date(Math.min(at.getTime() + row.idleMinutes * minute, row.expiresAt.getTime()));
  await systemClient().session.updateMany({ where: { id: row.id, ...live }, data: { lastSeenAt: at, idleExpiresAt } });
  return idleExpiresAt;
}
