import { v7 as uuidv7 } from "uuid";
import { sameText } from "@/server/crypto";
import { systemClient } from "@/server/db/clients";
import type { Tx } from "@/server/db/with-actor";
import { wordsOf } from "@/server/db/words";
import { AppError } from "@/server/errors";
import type { Member } from "@/server/trpc/ladder";
import { addressProofToken, nameInToken } from "../../invitations/links";
import { safeContactPlace } from "../queries";
import type { AboutFields } from "../schema";

/** Stores what a partner says of themselves. What they accepted on joining stays as it was. @throws AppError NOT_FOUND */
export async function saveAbout(tx: Tx, actor: Member, coupleId: string, fields: AboutFields): Promise<void> {
  const { practiceId, personId, at: updatedAt } = actor;
  const { name: displayName, pronouns, country, region, safeContact } = fields;
  const words = await wordsOf(tx, practiceId, [personId]);
  const sealed = safeContact ? words.seal(personId, safeContact, safeContactPlace(coupleId)) : null;
  const saved = await tx.intake.updateMany({
    where: { practiceId, coupleId, personId },
    data: { country, region: country === "US" ? region : null, safeContact: sealed, updatedAt },
  });
  if (saved.count === 0) throw new AppError("NOT_FOUND");
  await tx.person.updateMany({
    where: { practiceId, id: personId },
    data: { displayName, pronouns: pronouns || null },
  });
}

/** Asks the waiting address once more, once an hour at most. */
export async function askAddressAgain(tx: Tx, actor: Member): Promise<void> {
  const { practiceId, personId, at } = actor;
  const subject = `${personId}:${at.toISOString().slice(0, 13)}`;
  const row = { practiceId, id: uuidv7(), personId, kind: "ADDRESS_PROOF" as const, subject, dueAt: at, createdAt: at };
  await tx.reminder.createMany({ data: [row], skipDuplicates: true });
}

/**
 * Confirms the address that waits, by the link that was mailed to it. Doing it again changes nothing.
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
  return true;
}
