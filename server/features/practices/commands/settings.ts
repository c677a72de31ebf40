import { v7 as uuidv7 } from "uuid";
import { businessAssociate } from "@/content/agreements/business-associate";
import type { Tx } from "@/server/db/with-actor";
import { AppError } from "@/server/errors";
import type { Member } from "@/server/trpc/ladder";
import { ownerOf } from "../queries";
import type { SettingsFields, Signing } from "../schema";

/** Stores what an owner decides about the practice; from now on the sender's name counts as chosen. @throws AppError NOT_FOUND */
export async function saveSettings(tx: Tx, actor: Member, fields: SettingsFields): Promise<void> {
  const { practiceId: id, at } = ownerOf(actor);
  const { name, senderName, timeZone, country } = fields;
  const data = { name, senderName, timeZone, country, senderChosenAt: at };
  const { count } = await tx.practice.updateMany({ where: { id }, data });
  if (count === 0) throw new AppError("NOT_FOUND");
}

/**
 * Asks all staff for a second factor, or no longer. Each is a procedure of its own, so that the audit log tells them apart.
 * @throws AppError NOT_FOUND; SECOND_FACTOR_NEEDED for an owner who would lock themselves out
 */
export async function setTwoFactor(tx: Tx, actor: Member, requiresTwoFactor: boolean): Promise<void> {
  const { practiceId: id, twoFactor } = ownerOf(actor);
  if (requiresTwoFactor && !twoFactor) throw new AppError("SECOND_FACTOR_NEEDED");
  const { count } = await tx.practice.updateMany({ where: { id }, data: { requiresTwoFactor } });
  if (count === 0) throw new AppError("NOT_FOUND");
}

/** Puts the person's list of first steps away, or brings it back. */
export async function hideStart(tx: Tx, actor: Member, hidden: boolean): Promise<void> {
  const { practiceId, personId, at } = actor;
  const data = { startHiddenAt: hidden ? at : null };
  await tx.personPrivate.updateMany({ where: { practiceId, personId }, data });
}

/**
 * An owner signs the version that they read; the same again changes nothing.
 * @throws AppError NOT_FOUND; CHANGED_MEANWHILE when another version is in force by now
 */
export async function signAgreement(tx: Tx, actor: Member, signing: Signing): Promise<void> {
  const { practiceId, personId, at: acceptedAt } = ownerOf(actor);
  const { version, locale, signatory } = signing;
  if (version !== businessAssociate.version) throw new AppError("CHANGED_MEANWHILE");
  const { kind } = businessAssociate;
  const row = { practiceId, id: uuidv7(), kind, version, locale, personId, signatory, acceptedAt };
  await tx.agreement.createMany({ data: [row], skipDuplicates: true });
}
