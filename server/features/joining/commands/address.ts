import { v7 as uuidv7 } from "uuid";
import { proveAddress } from "@/server/auth/users";
import { now } from "@/server/clock";
import { sameText } from "@/server/crypto";
import { systemClient } from "@/server/db/clients";
import type { Tx } from "@/server/db/with-actor";
import type { Member } from "@/server/trpc/ladder";
import { addressProofToken, nameInToken } from "../../invitations/links";

/** One mail that asks whether an address is theirs; once an hour at most. */
function question(practiceId: string, personId: string, at: Date) {
  const subject = `${personId}:${at.toISOString().slice(0, 13)}`;
  return { practiceId, id: uuidv7(), personId, kind: "ADDRESS_PROOF" as const, subject, dueAt: at, createdAt: at };
}

/** Asks the address of a login that nobody has proven whether it is theirs, wherever it still waits. */
export async function askUnproven(userId: string): Promise<void> {
  const places = await systemClient().membership.findMany({ where: { userId } });
  const data = places.map(({ practiceId, personId }) => question(practiceId, personId, now()));
  await systemClient().reminder.createMany({ data, skipDuplicates: true });
}

/** Asks the waiting address once more, once an hour at most. */
export async function askAddressAgain(tx: Tx, actor: Member): Promise<void> {
  const { practiceId, personId, at } = actor;
  await tx.reminder.createMany({ data: [question(practiceId, personId, at)], skipDuplicates: true });
}

/**
 * Confirms the address that waits, by the link that was mailed to it: for reminders, and for signing in where it is the same. Doing it again changes nothing.
 * @returns whether the link is of a waiting or of the confirmed address
 */
export async function confirmAddress(token: string): Promise<boolean> {
  const name = nameInToken(token);
  if (!name) return false;
  const { practiceId, id: personId } = name;
  const row = await systemClient().personPrivate.findFirst({
    where: { practiceId, personId },
    select: { contactEmail: true, pendingEmail: true },
  });
  const proves = (address: string | null | undefined) =>
    Boolean(address && sameText(token, addressProofToken(practiceId, personId, address)));
  if (!row || !proves(row.pendingEmail)) return proves(row?.contactEmail);
  const { pendingEmail } = row;
  await systemClient().personPrivate.updateMany({
    where: { practiceId, personId, pendingEmail },
    data: { contactEmail: pendingEmail, pendingEmail: null },
  });
  const member = await systemClient().membership.findFirst({ where: { practiceId, personId } });
  if (member && pendingEmail) await proveAddress(systemClient(), member.userId, pendingEmail);
  return true;
}
