import { v4 as uuidv4 } from "uuid";
import { now } from "../clock";
import { hashSecret, newSecret } from "../crypto";
import { systemClient } from "../db/clients";
import type { Prisma } from "../db/generated/client";
import { AppError } from "../errors";

const minutes = 10;
const answers = 5;

export type ChallengeKind = "SECOND_FACTOR" | "TOTP_SETUP" | "PASSKEY_ADD" | "PASSKEY_USE" | "PASSKEY_JOIN" | "OIDC";

/** Something that the server waits for. `data` is what the answer is held against. */
export interface OpenChallenge<Data> {
  id: string;
  userId: string | null;
  failures: number;
  data: Data;
}

/** Opens a challenge; the caller hands its secret to the browser. Good for ten minutes, once. */
export async function openChallenge(
  kind: ChallengeKind,
  userId: string | null,
  data: Prisma.InputJsonObject,
): Promise<string> {
  const at = now();
  const secret = newSecret();
  await systemClient().challenge.create({
    data: {
      id: uuidv4(),
      kind,
      userId,
      tokenHash: hashSecret(secret),
      data,
      createdAt: at,
      expiresAt: new Date(at.getTime() + minutes * 60_000),
    },
  });
  return secret;
}

/** The open challenge of a secret, not used up. @throws AppError EXPIRED when it is late, used or unknown */
export async function findChallenge<Data>(kind: ChallengeKind, secret: string): Promise<OpenChallenge<Data>> {
  const row = await systemClient().challenge.findFirst({
    where: { kind, tokenHash: hashSecret(secret), consumedAt: null, expiresAt: { gt: now() } },
  });
  if (!row) throw new AppError("EXPIRED");
  return { id: row.id, userId: row.userId, failures: row.failures, data: row.data as Data };
}

/** A challenge that was used up within its time, by the browser that still knows its secret; null when there is none. */
export async function usedChallenge<Data>(kind: ChallengeKind, secret: string): Promise<Data | null> {
  const row = await systemClient().challenge.findFirst({
    where: { kind, tokenHash: hashSecret(secret), consumedAt: { not: null }, expiresAt: { gt: now() } },
  });
  return row && (row.data as Data);
}

/** Uses a challenge up. Two at once: one wins, the other gets EXPIRED. */
export async function closeChallenge(id: string): Promise<void> {
  const { count } = await systemClient().challenge.updateMany({
    where: { id, consumedAt: null },
    data: { consumedAt: now() },
  });
  if (count !== 1) throw new AppError("EXPIRED");
}

/** Finds and uses up in one. @throws AppError EXPIRED */
export async function takeChallenge<Data>(kind: ChallengeKind, secret: string): Promise<OpenChallenge<Data>> {
  const challenge = await findChallenge<Data>(kind, secret);
  await closeChallenge(challenge.id);
  return challenge;
}

/** Uses up one of a challenge's five answers, before it is looked at: many at once get no more. @throws AppError EXPIRED after the fifth */
export async function takeTry(id: string): Promise<void> {
  const { count } = await systemClient().challenge.updateMany({
    where: { id, consumedAt: null, failures: { lt: answers } },
    data: { failures: { increment: 1 } },
  });
  if (count !== 1) throw new AppError("EXPIRED");
}
