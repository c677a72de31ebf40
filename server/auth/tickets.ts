import { v7 as uuidv7 } from "uuid";
import { now } from "../clock";
import { hashSecret, newSecret } from "../crypto";
import { systemClient } from "../db/clients";
import type { SessionProof } from "../db/generated/enums";

const ticketSeconds = 60;

/** What a way of signing in has proven. */
export interface Proven {
  userId: string;
  proof: SessionProof;
  /** A second factor was given, or the first one was two in itself (a passkey with user verification). */
  twoFactor: boolean;
  deviceId?: string | null;
  /** The session that the new one takes the place of. */
  replacesId?: string | null;
  /** The reset by mail that has set the password which was shown, while no more than the mailbox stands behind it. */
  resetId?: string | null;
}

/** A single-use ticket for a proof; NextAuth's provider turns it into a session within a minute. */
export async function issueTicket({
  userId,
  proof,
  twoFactor,
  deviceId,
  replacesId,
  resetId,
}: Proven): Promise<string> {
  const secret = newSecret();
  const at = now();
  await systemClient().ticket.create({
    data: {
      id: uuidv7(),
      userId,
      proof,
      twoFactor,
      deviceId: deviceId ?? null,
      replacesId: replacesId ?? null,
      resetId: resetId ?? null,
      tokenHash: hashSecret(secret),
      createdAt: at,
      expiresAt: new Date(at.getTime() + ticketSeconds * 1000),
    },
  });
  return secret;
}

/** Uses a ticket up; what it proves, or null when it is unknown, used or late. Two at once: one wins. */
export async function consumeTicket(secret: string): Promise<Proven | null> {
  const at = now();
  const tokenHash = hashSecret(secret);
  const used = await systemClient().ticket.updateMany({
    where: { tokenHash, consumedAt: null, expiresAt: { gt: at } },
    data: { consumedAt: at },
  });
  if (used.count !== 1) return null;
  const ticket = await systemClient().ticket.findUniqueOrThrow({ where: { tokenHash }, include: { user: true } });
  const { userId, proof, twoFactor, deviceId, replacesId, resetId } = ticket;
  return ticket.user.disabledAt ? null : { userId, proof, twoFactor, deviceId, replacesId, resetId };
}
