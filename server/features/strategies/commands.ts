import { strategyByKey } from "@/content/strategies";
import type { Tx } from "@/server/db/with-actor";
import type { Member } from "@/server/trpc/ladder";
import { versionRow } from "./policy";
import { publishedRow } from "./queries";

/**
 * The immutable version that homework is of: the practice's copy of a library strategy as it is now, made on first use, or
 * what is published of an own one.
 * @throws AppError NOT_FOUND for a key that stands for neither, or for what the actor may not see.
 */
export async function strategyVersion(tx: Tx, actor: Member, key: string): Promise<string> {
  if (!strategyByKey(key)) return (await publishedRow(tx, actor, key)).versionId;
  const row = versionRow(actor.practiceId, key, actor.at);
  await tx.strategyVersion.createMany({ data: [row], skipDuplicates: true });
  const { practiceId, contentHash } = row;
  const stored = await tx.strategyVersion.findUniqueOrThrow({
    where: { practiceId_contentHash: { practiceId, contentHash } },
    select: { id: true },
  });
  return stored.id;
}
