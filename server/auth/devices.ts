import { v4 as uuidv4 } from "uuid";
import { now } from "../clock";
import { hashSecret } from "../crypto";
import { systemClient } from "../db/clients";
import { rememberDays } from "./cookie";
import { hashPassword, verifyPassword } from "./passwords";

const day = 86_400_000;
const pinTries = 5;

/** A browser that a login has signed in on before. */
export interface KnownDevice {
  id: string;
  userId: string;
  rememberedUntil: Date | null;
  pinHash: string | null;
}

/** The device of a login in the browser with this secret; null when it never signed in here. */
export async function knownDevice(userId: string, secret: string | null): Promise<KnownDevice | null> {
  if (!secret) return null;
  return systemClient().device.findUnique({ where: { userId_tokenHash: { userId, tokenHash: hashSecret(secret) } } });
}

/** Whether any login has signed in in the browser with this secret. */
export async function isKnownBrowser(secret: string | null): Promise<boolean> {
  return secret !== null && (await systemClient().device.count({ where: { tokenHash: hashSecret(secret) } })) > 0;
}

/** The logins that are remembered in a browser, the one seen last first. */
export async function rememberedDevices(secret: string | null): Promise<(KnownDevice & { email: string })[]> {
  if (!secret) return [];
  const rows = await systemClient().device.findMany({
    where: { tokenHash: hashSecret(secret), rememberedUntil: { gt: now() }, user: { disabledAt: null } },
    include: { user: { select: { email: true } } },
    orderBy: { lastSeenAt: "desc" },
  });
  return rows.map(({ user, ...row }) => ({ ...row, email: user.email }));
}

/** Writes down that a login signed in on a browser. @param remember whether an idle session may only lock here; undefined leaves it */
export async function noteDevice(
  userId: string,
  secret: string,
  label: string,
  remember: boolean | undefined,
): Promise<string> {
  const at = now();
  const key = { userId, tokenHash: hashSecret(secret) };
  const rememberedUntil = remember ? new Date(at.getTime() + rememberDays * day) : null;
  const { id } = await systemClient().device.upsert({
    where: { userId_tokenHash: key },
    create: { id: uuidv4(), ...key, label: label.slice(0, 200), createdAt: at, lastSeenAt: at, rememberedUntil },
    update: {
      lastSeenAt: at,
      ...(remember === undefined ? {} : { rememberedUntil }),
      ...(remember === false ? { pinHash: null } : {}),
    },
    select: { id: true },
  });
  return id;
}

/** Sets the PIN of a remembered device. @returns whether the device is remembered */
export async function setPin(deviceId: string, pin: string): Promise<boolean> {
  const { count } = await systemClient().device.updateMany({
    where: { id: deviceId, rememberedUntil: { gt: now() } },
    data: { pinHash: await hashPassword(pin), pinFailures: 0 },
  });
  return count === 1;
}

/** Takes the PIN of a device away. */
export async function removePin(deviceId: string): Promise<void> {
  await systemClient().device.updateMany({ where: { id: deviceId }, data: { pinHash: null, pinFailures: 0 } });
}

/** Whether a PIN opens a remembered device. After five wrong ones the PIN is gone, and the password is asked for. */
export async function checkPin(device: KnownDevice, pin: string): Promise<boolean> {
  const at = now();
  if (!device.pinHash || !device.rememberedUntil || device.rememberedUntil <= at) return false;
  // Counted before it is looked at: many tries at once do not get more than five.
  const counted = await systemClient().device.updateMany({
    where: { id: device.id, pinHash: device.pinHash, pinFailures: { lt: pinTries } },
    data: { pinFailures: { increment: 1 } },
  });
  if (counted.count === 0) return false;
  if (!(await verifyPassword(device.pinHash, pin))) {
    await systemClient().device.updateMany({
      where: { id: device.id, pinFailures: { gte: pinTries } },
      data: { pinHash: null },
    });
    return false;
  }
  await systemClient().device.updateMany({ where: { id: device.id }, data: { pinFailures: 0 } });
  return true;
}

/**
 * Takes the short way back away on devices of a login: they are remembered no longer, and their PINs are gone. They stay
 * known, so that strangers' tries still cannot lock them out.
 */
export async function endShortWays(userId: string, which: { id: string } | { allBut: string | null }): Promise<void> {
  const where = "id" in which ? { id: which.id } : which.allBut ? { id: { not: which.allBut } } : {};
  await systemClient().device.updateMany({
    where: { userId, ...where },
    data: { rememberedUntil: null, pinHash: null, pinFailures: 0 },
  });
}

/** Forgets a device: its idle session ends there like anywhere, and its PIN is gone. */
export async function forgetDevice(userId: string, deviceId: string): Promise<void> {
  await systemClient().device.deleteMany({ where: { id: deviceId, userId } });
}
