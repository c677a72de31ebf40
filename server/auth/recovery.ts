import { randomInt } from "node:crypto";
import { v4 as uuidv4 } from "uuid";
import { now } from "../clock";
import { keyedHash } from "../crypto";
import { systemClient } from "../db/clients";
import { AppError } from "../errors";

const minutes = 15;
const tries = 5;
const hashOf = (userId: string, code: string) => keyedHash("recovery", `${userId}\u0000${code.replace(/\D/g, "")}`);

/** A code of eight digits that opens a login's own words again: shown once to whoever hands it over in person, good for 15 minutes. */
export async function giveRecovery(
  userId: string,
  practiceId: string | null,
  givenById: string | null,
): Promise<{ code: string; goodForSeconds: number }> {
  const at = now();
  const code = String(randomInt(100_000_000)).padStart(8, "0");
  const expiresAt = new Date(at.getTime() + minutes * 60_000);
  await systemClient().recovery.create({
    data: { id: uuidv4(), userId, practiceId, givenById, codeHash: hashOf(userId, code), createdAt: at, expiresAt },
  });
  return { code, goodForSeconds: minutes * 60 };
}

const open = (userId: string) => ({ userId, usedAt: null, expiresAt: { gt: now() }, failures: { lt: tries } });

/** How many codes of a login are waiting to be typed. */
export async function openRecoveries(userId: string): Promise<number> {
  return systemClient().recovery.count({ where: open(userId) });
}

/** Uses a code up. The fifth wrong one ends all that wait. @throws AppError WRONG_CODE */
export async function takeRecovery(userId: string, code: string): Promise<void> {
  const counted = await systemClient().recovery.updateMany({
    where: open(userId),
    data: { failures: { increment: 1 } },
  });
  if (counted.count === 0) throw new AppError("WRONG_CODE");
  const used = await systemClient().recovery.updateMany({
    where: { userId, codeHash: hashOf(userId, code), usedAt: null, expiresAt: { gt: now() } },
    data: { usedAt: now() },
  });
  if (used.count !== 1) throw new AppError("WRONG_CODE");
}
