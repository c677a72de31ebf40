import { v7 as uuidv7 } from "uuid";
import { now } from "../clock";
import { hashSecret, newSecret } from "../crypto";
import { systemClient } from "../db/clients";
import type { SessionProof } from "../db/generated/enums";

const minute = 60_000;
const absoluteHours = 12;
/** Minutes without a gesture after which a session of staff ends. */
export const idleMinutesOfStaff = 15;
const idleMinutesOfPartners = 30;

/** A new signed-in device: the row, and the secret that only the cookie holds. */
export interface NewSession {
  id: string;
  secret: string;
}

/** How a session was opened. */
export interface Opening {
  proof?: SessionProof;
  twoFactor?: boolean;
  deviceId?: string | null;
  resetId?: string | null;
}

/** Whether a proof is more than a mailbox. */
export const isStrong = (proof: SessionProof, twoFactor: boolean): boolean => proof !== "MAILBOX" || twoFactor;

/**
 * Opens a session row. Staff time out after 15 idle minutes, partners after 30, everyone after 12 hours
 * (45 CFR 164.312(a)(2)(iii), automatic logoff).
 */
export async function createSession(
  userId: string,
  staff: boolean,
  device: string,
  { proof = "PASSWORD", twoFactor = false, deviceId = null, resetId = null }: Opening = {},
): Promise<NewSession> {
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
      proof,
      twoFactorAt: twoFactor ? at : null,
      unlockedAt: isStrong(proof, twoFactor) ? at : null,
      deviceId,
      resetId,
    },
  });
  return { id, secret };
}

const live = (at: Date) => ({ revokedAt: null, idleExpiresAt: { gt: at }, expiresAt: { gt: at } });

/** Whoever a session secret proves just now, and how; null when it is not live. */
export async function liveSession(secret: string | null) {
  if (!secret) return null;
  return systemClient().session.findFirst({
    where: { tokenHash: hashSecret(secret), ...live(now()), user: { disabledAt: null } },
    select: {
      id: true,
      userId: true,
      proof: true,
      twoFactorAt: true,
      unlockedAt: true,
      deviceId: true,
      resetId: true,
      user: { select: { email: true } },
    },
  });
}

/** The live sessions of a login, the newest gesture first. */
export async function liveSessionsOf(userId: string) {
  return systemClient().session.findMany({
    where: { userId, ...live(now()) },
    select: { id: true, device: true, createdAt: true, lastSeenAt: true, deviceId: true },
    orderBy: { lastSeenAt: "desc" },
  });
}

/** Ends a session at once, everywhere. Ending one that has ended changes nothing. */
export async function revokeSession(secret: string): Promise<void> {
  await systemClient().session.updateMany({
    where: { tokenHash: hashSecret(secret), revokedAt: null },
    data: { revokedAt: now() },
  });
}

/** Whose session a secret was, live or not, and on which device; null for a secret that is none. */
export async function sessionBehind(secret: string | null) {
  if (!secret) return null;
  return systemClient().session.findUnique({
    where: { tokenHash: hashSecret(secret) },
    select: { userId: true, deviceId: true },
  });
}

/** The device of one of a login's sessions; null for none, and for another's session. */
export async function deviceOfSession(userId: string, id: string): Promise<string | null> {
  const row = await systemClient().session.findFirst({ where: { userId, id }, select: { deviceId: true } });
  return row?.deviceId ?? null;
}

/** Ends sessions of a login: one by its id, or all but one. @returns how many were live */
export async function revokeSessionsOf(
  userId: string,
  which: { id: string } | { allBut: string | null },
): Promise<number> {
  const at = now();
  const where = "id" in which ? { id: which.id } : which.allBut ? { id: { not: which.allBut } } : {};
  const { count } = await systemClient().session.updateMany({
    where: { userId, ...live(at), ...where },
    data: { revokedAt: at },
  });
  return count;
}

/** How long a session still lasts, in milliseconds: without a gesture, and whatever happens. Durations, since clocks differ. */
export interface TimeLeft {
  idle: number;
  absolute: number;
}

const leftOf = (at: Date, { idleExpiresAt, expiresAt }: { idleExpiresAt: Date; expiresAt: Date }): TimeLeft => ({
  idle: idleExpiresAt.getTime() - at.getTime(),
  absolute: expiresAt.getTime() - at.getTime(),
});

/** How long a session still lasts, moving nothing; null when it has ended. */
export async function timeLeft(secret: string): Promise<TimeLeft | null> {
  const at = now();
  const row = await systemClient().session.findFirst({
    where: { tokenHash: hashSecret(secret), ...live(at) },
    select: { idleExpiresAt: true, expiresAt: true },
  });
  return row && leftOf(at, row);
}

/**
 * A gesture of the person moves the idle limit; polls and page loads never do.
 * @returns how long the session lasts from now, or null when it has ended.
 */
export async function touchSession(secret: string): Promise<TimeLeft | null> {
  const at = now();
  const row = await systemClient().session.findFirst({ where: { tokenHash: hashSecret(secret), ...live(at) } });
  if (!row) return null;
  const idleExpiresAt = new Date(Math.min(at.getTime() + row.idleMinutes * minute, row.expiresAt.getTime()));
  await systemClient().session.updateMany({
    where: { id: row.id, ...live(at) },
    data: { lastSeenAt: at, idleExpiresAt },
  });
  return leftOf(at, { idleExpiresAt, expiresAt: row.expiresAt });
}
