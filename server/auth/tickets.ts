import { v7 as uuidv7 } from "uuid";
import { now } from "../clock";
import { hashSecret, newSecret } from "../crypto";
import { systemClient } from "../db/clients";
import { AppError } from "../errors";
import { verifyPassword } from "./passwords";

const ticketSeconds = 60;

/**
 * Proves an address and password and answers with a single-use ticket that NextAuth's provider consumes.
 * @throws AppError WRONG_SIGN_IN: the same words after the same work whether the address is known or not.
 */
export async function ticketForPassword(email: string, password: string): Promise<string> {
  const user = await systemClient().user.findFirst({
    where: { email: email.trim().toLowerCase(), disabledAt: null },
    include: { credentials: { where: { kind: "PASSWORD" } } },
  });
  const matches = await verifyPassword(user?.credentials[0]?.secret, password);
  if (!user || !matches) throw new AppError("WRONG_SIGN_IN");
  const secret = newSecret();
  const at = now();
  await systemClient().ticket.create({
    data: {
      id: uuidv7(),
      userId: user.id,
      tokenHash: hashSecret(secret),
      createdAt: at,
      expiresAt: new Date(at.getTime() + ticketSeconds * 1000),
    },
  });
  return secret;
}

/** Uses a ticket up; the user it proves, or null when it is unknown, used or late. Two at once: one wins. */
export async function consumeTicket(secret: string): Promise<string | null> {
  const at = now();
  const tokenHash = hashSecret(secret);
  const used = await systemClient().ticket.updateMany({
    where: { tokenHash, consumedAt: null, expiresAt: { gt: at } },
    data: { consumedAt: at },
  });
  if (used.count !== 1) return null;
  const ticket = await systemClient().ticket.findUniqueOrThrow({ where: { tokenHash }, include: { user: true } });
  return ticket.user.disabledAt ? null : ticket.userId;
}
