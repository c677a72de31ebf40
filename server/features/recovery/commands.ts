import { giveRecovery } from "@/server/auth/recovery";
import type { Tx } from "@/server/db/with-actor";
import { AppError } from "@/server/errors";
import type { Member } from "@/server/trpc/ladder";

/**
 * A code for a partner who lost every way but the mailbox, shown to their clinician to hand over in person.
 * @throws AppError NOT_FOUND for whoever is no joined partner of the couple
 */
export async function recoveryFor(tx: Tx, actor: Member, coupleId: string, personId: string) {
  const { practiceId } = actor;
  const partner = await tx.couplePartner.findFirst({
    where: { practiceId, coupleId, personId, joinedAt: { not: null } },
    select: { person: { select: { userId: true } } },
  });
  const userId = partner?.person.userId;
  if (!userId) throw new AppError("NOT_FOUND");
  return giveRecovery(userId, practiceId, actor.personId);
}
