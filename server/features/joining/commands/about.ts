import type { Tx } from "@/server/db/with-actor";
import { wordsOf } from "@/server/db/words";
import { AppError } from "@/server/errors";
import type { Member } from "@/server/trpc/ladder";
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
