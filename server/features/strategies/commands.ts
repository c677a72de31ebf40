import type { Tx } from "@/server/db/with-actor";
import type { Member } from "@/server/trpc/ladder";
import { versionRow } from "./policy";

/**
 * The practice's immutable copy of a library strategy as it is now, made on first use.
 * @throws AppError INVALID for a key that the library lacks.
 */
export async function strategyVersion(tx: Tx, actor: Member, key: string): Promise<string> {
  const row = versionRow(actor.practiceId, key, actor.at);
  await tx.strategyVersion.createMany({ data: [row], skipDuplicates: true });
  const { practiceId, contentHash } = row;
  const stored = await tx.strategyVersion.findUniqueOrThrow({
    where: { practiceId_contentHash: { practiceId, contentHash } },
    select: { id: true },
  });
  return stored.id;
}
