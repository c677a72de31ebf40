import { randomInt } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import { v7 as uuidv7 } from "uuid";
import { now } from "../clock";
import { keyedHash, openBytes, platformKey, sealBytes } from "../crypto";
import { systemClient } from "../db/clients";
import { AppError } from "../errors";
import { forgive, spend } from "../throttle";
import { closeChallenge, findChallenge, openChallenge, takeTry } from "./challenges";

/** RFC 6238 as authenticator apps know it: SHA-1, six digits, thirty seconds; one step of tolerance. */
const period = 30;
const seedBytes = 20;
const recoveryCodes = 10;
/** Without letters and digits that are read as one another. */
const alphabet = "23456789abcdefghjkmnpqrstuvwxyz";

const place = (userId: string) => ({ table: "credential", column: "secret", practiceId: "identity", rowId: userId });
const sealSeed = (userId: string, seed: string) =>
  Buffer.from(sealBytes(platformKey("totp"), Buffer.from(seed), place(userId))).toString("base64");
const openSeed = (userId: string, sealed: string) =>
  openBytes(platformKey("totp"), Buffer.from(sealed, "base64"), place(userId)).toString();

function totpOf(seed: string, email: string): TOTP {
  return new TOTP({
    issuer: "Reconnect",
    label: email,
    secret: Secret.fromBase32(seed),
    period,
    digits: 6,
    algorithm: "SHA1",
  });
}

/** The time step that a code belongs to, or null when it is none of now. */
function stepOf(seed: string, code: string, at: Date): number | null {
  const delta = totpOf(seed, "").validate({ token: code, timestamp: at.getTime(), window: 1 });
  return delta === null ? null : Math.floor(at.getTime() / 1000 / period) + delta;
}

/** Whether a login has a one-time code set up. */
export async function hasTotp(userId: string): Promise<boolean> {
  return (await systemClient().credential.count({ where: { userId, kind: "TOTP" } })) > 0;
}

/** Begins setting up: a fresh seed that waits in a challenge until a code of it was typed. */
export async function beginTotp(
  userId: string,
  email: string,
): Promise<{ challenge: string; secret: string; uri: string }> {
  const seed = new Secret({ size: seedBytes }).base32;
  const challenge = await openChallenge("TOTP_SETUP", userId, { sealed: sealSeed(userId, seed) });
  return { challenge, secret: seed, uri: totpOf(seed, email).toString() };
}

/** Ends setting up with a first code. @throws AppError WRONG_CODE, EXPIRED */
export async function confirmTotp(userId: string, challenge: string, code: string): Promise<void> {
  const open = await findChallenge<{ sealed: string }>("TOTP_SETUP", challenge);
  if (open.userId !== userId) throw new AppError("EXPIRED");
  await takeTry(open.id);
  const at = now();
  const lastStep = stepOf(openSeed(userId, open.data.sealed), code, at);
  if (lastStep === null) throw new AppError("WRONG_CODE");
  await closeChallenge(open.id);
  const fields = { secret: open.data.sealed, lastStep, updatedAt: at };
  await systemClient().credential.upsert({
    where: { userId_kind: { userId, kind: "TOTP" } },
    create: { id: uuidv7(), userId, kind: "TOTP", createdAt: at, ...fields },
    update: fields,
  });
}

/** Takes the one-time code away, with its recovery codes. */
export async function removeTotp(userId: string): Promise<void> {
  await systemClient().credential.deleteMany({ where: { userId, kind: "TOTP" } });
  await systemClient().recoveryCode.deleteMany({ where: { userId } });
}

const hashOf = (userId: string, code: string) =>
  keyedHash("recovery-code", `${userId}\u0000${code.toLowerCase().replace(/[^a-z0-9]/g, "")}`);

/** Ten fresh single-use codes; the ones before are gone. Shown once: only keyed hashes are kept. */
export async function renewRecoveryCodes(userId: string): Promise<string[]> {
  const part = () => Array.from({ length: 5 }, () => alphabet[randomInt(alphabet.length)]).join("");
  const codes = Array.from({ length: recoveryCodes }, () => `${part()}-${part()}`);
  const createdAt = now();
  await systemClient().$transaction([
    systemClient().recoveryCode.deleteMany({ where: { userId } }),
    systemClient().recoveryCode.createMany({
      data: codes.map((code) => ({ userId, codeHash: hashOf(userId, code), createdAt })),
    }),
  ]);
  return codes;
}

/** How many recovery codes are left. */
export async function recoveryCodesLeft(userId: string): Promise<number> {
  return systemClient().recoveryCode.count({ where: { userId, usedAt: null } });
}

async function totpMatches(userId: string, code: string): Promise<boolean> {
  const credential = await systemClient().credential.findUnique({ where: { userId_kind: { userId, kind: "TOTP" } } });
  if (!credential) return false;
  const step = stepOf(openSeed(userId, credential.secret), code, now());
  if (step === null) return false;
  const { count } = await systemClient().credential.updateMany({
    where: { id: credential.id, OR: [{ lastStep: null }, { lastStep: { lt: step } }] },
    data: { lastStep: step },
  });
  return count === 1;
}

async function recoveryMatches(userId: string, code: string): Promise<boolean> {
  const { count } = await systemClient().recoveryCode.updateMany({
    where: { userId, codeHash: hashOf(userId, code), usedAt: null },
    data: { usedAt: now() },
  });
  return count === 1;
}

/**
 * Takes a code of the app or a recovery code, each at most once.
 * @throws AppError WRONG_CODE; TOO_MANY after eight wrong ones in a quarter of an hour
 */
export async function checkSecondFactor(userId: string, code: string): Promise<void> {
  // Used up before it is looked at: many tries at once do not get more than eight.
  await spend("secondFactor.account", userId);
  const digits = code.replace(/[\s-]/g, "");
  const matches = /^\d{6}$/.test(digits) ? await totpMatches(userId, digits) : await recoveryMatches(userId, code);
  if (!matches) throw new AppError("WRONG_CODE");
  await forgive("secondFactor.account", userId);
}
