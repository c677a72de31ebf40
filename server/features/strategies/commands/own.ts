import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { faultsOf } from "@/content/own/draft";
import { readStrategyFile } from "@/content/own/file";
import type { OwnStrategy } from "@/content/own/schema";
import { strategyByKey } from "@/content/strategies";
import type { Tx } from "@/server/db/with-actor";
import { AppError } from "@/server/errors";
import type { Member } from "@/server/trpc/ladder";
import { blankDraft, copyOf, draftColumns, editionRow, libraryDraft, ownVersionRow } from "../policy";
import { editionContent, latestEdition, ownWork } from "../queries/own";
import type { ImportFault } from "../schema";

type Seen = { strategyId: string; revision: number };
type Saved = { revision: number; updatedAt: Date };

/** Stores a new draft under the id that the browser made; the same id again changes nothing. @throws AppError NOT_FOUND for another's id. */
async function insertDraft(tx: Tx, actor: Member, id: string, draft: OwnStrategy): Promise<string> {
  const { practiceId, personId: authorId, at } = actor;
  const head = { practiceId, id, authorId, state: "DRAFT" as const, shared: false, revision: 1 };
  const row = { ...head, ...draftColumns(draft), createdAt: at, updatedAt: at };
  await tx.strategy.createMany({ data: [row], skipDuplicates: true });
  return (await ownWork(tx, actor, id)).id;
}

/** What a new draft starts from. @throws AppError NOT_FOUND for what the actor may not see. */
async function startOf(tx: Tx, actor: Member, like: string | null): Promise<OwnStrategy> {
  if (like === null) return blankDraft();
  if (strategyByKey(like)) return copyOf(libraryDraft(like));
  const id = z.uuid().safeParse(like);
  if (!id.success) throw new AppError("NOT_FOUND");
  const { practiceId, personId: authorId } = actor;
  const mine = await tx.strategy.findFirst({ where: { practiceId, id: id.data, authorId }, select: { draft: true } });
  if (mine) return copyOf(mine.draft as unknown as OwnStrategy);
  const edition = await latestEdition(tx, actor, id.data);
  if (!edition) throw new AppError("NOT_FOUND");
  return copyOf(edition.content);
}

/** Begins an own strategy: empty, or as a copy of one in the library or in the practice. @throws AppError NOT_FOUND */
export async function createStrategy(
  tx: Tx,
  actor: Member,
  { clientId, like }: { clientId: string; like: string | null },
): Promise<{ strategyId: string }> {
  return { strategyId: await insertDraft(tx, actor, clientId, await startOf(tx, actor, like)) };
}

/** Makes a draft of a file's text, or says what is wrong with it. Nothing in it is run or opened. */
export async function importStrategy(
  tx: Tx,
  actor: Member,
  { clientId, text }: { clientId: string; text: string },
): Promise<{ strategyId: string | null; faults: ImportFault[] }> {
  const { strategy, faults } = readStrategyFile(text);
  if (faults) return { strategyId: null, faults };
  return { strategyId: await insertDraft(tx, actor, clientId, strategy), faults: [] };
}

/**
 * Saves a draft. The same draft again is saved already.
 * @throws AppError NOT_FOUND; CHANGED_MEANWHILE with what is stored, where that is not the revision that was seen.
 */
export async function saveDraft(tx: Tx, actor: Member, input: Seen & { draft: OwnStrategy }): Promise<Saved> {
  const { practiceId, personId: authorId, at: updatedAt } = actor;
  const { strategyId: id, revision, draft } = input;
  const next = { ...draftColumns(draft), revision: revision + 1, updatedAt };
  const changed = await tx.strategy.updateMany({ where: { practiceId, id, authorId, revision }, data: next });
  if (changed.count === 1) return { revision: revision + 1, updatedAt };
  const stored = await ownWork(tx, actor, id);
  const kept = { revision: stored.revision, updatedAt: stored.updatedAt };
  if (isDeepStrictEqual(stored.draft, next.draft)) return kept;
  throw new AppError("CHANGED_MEANWHILE", { stored: { ...kept, draft: stored.draft } });
}

/**
 * Publishes the draft as the next version: what is assigned from now on. Homework that runs keeps its own. Publishing what is
 * published already makes no version.
 * @throws AppError NOT_FOUND; CHANGED_MEANWHILE as `saveDraft`; INVALID where something is missing; CLOSED where it is put away.
 */
export async function publishStrategy(tx: Tx, actor: Member, { strategyId, revision }: Seen): Promise<Saved> {
  const { practiceId, personId: authorId, at } = actor;
  const { draft, updatedAt, state, revision: stored } = await ownWork(tx, actor, strategyId);
  if (stored !== revision) throw new AppError("CHANGED_MEANWHILE", { stored: { revision: stored, updatedAt, draft } });
  if (state === "ARCHIVED") throw new AppError("CLOSED");
  if (faultsOf(draft).length > 0) throw new AppError("INVALID");
  const latest = await latestEdition(tx, actor, strategyId);
  if (latest && isDeepStrictEqual(latest.content, draft)) return { revision, updatedAt };
  const version = ownVersionRow(practiceId, strategyId, draft, at);
  await tx.strategyVersion.createMany({ data: [version], skipDuplicates: true });
  const { contentHash } = version;
  const { id } = await tx.strategyVersion.findUniqueOrThrow({
    where: { practiceId_contentHash: { practiceId, contentHash } },
    select: { id: true },
  });
  const number = (latest?.number ?? 0) + 1;
  const row = editionRow({ strategyId, number, authorId }, { practiceId, id, createdAt: at }, draft);
  await tx.strategyEdition.createMany({ data: [row] });
  const where = { practiceId, id: strategyId, authorId };
  await tx.strategy.updateMany({ where, data: { state: "PUBLISHED" } });
  return { revision, updatedAt };
}

/** Makes the draft what a version was; the draft before it is the caller's to keep. @throws AppError as `saveDraft` */
export async function restoreVersion(
  tx: Tx,
  actor: Member,
  { number, ...seen }: Seen & { number: number },
): Promise<Saved & { draft: OwnStrategy }> {
  await ownWork(tx, actor, seen.strategyId);
  const draft = await editionContent(tx, actor, seen.strategyId, number);
  return { ...(await saveDraft(tx, actor, { ...seen, draft })), draft };
}

/** Lets the practice's other therapists read and assign what is published, or no longer. @throws AppError NOT_FOUND */
export async function shareStrategy(
  tx: Tx,
  actor: Member,
  { strategyId: id, shared }: { strategyId: string; shared: boolean },
): Promise<void> {
  const { practiceId, personId: authorId } = actor;
  const changed = await tx.strategy.updateMany({ where: { practiceId, id, authorId }, data: { shared } });
  if (changed.count === 0) throw new AppError("NOT_FOUND");
}

/** Puts it away, out of every list to pick from, or takes it back out. What runs goes on. @throws AppError NOT_FOUND */
export async function archiveStrategy(
  tx: Tx,
  actor: Member,
  { strategyId: id, archived }: { strategyId: string; archived: boolean },
): Promise<void> {
  const { practiceId, personId: authorId } = actor;
  const awake = (await latestEdition(tx, actor, id)) ? "PUBLISHED" : "DRAFT";
  const state = archived ? "ARCHIVED" : awake;
  const changed = await tx.strategy.updateMany({ where: { practiceId, id, authorId }, data: { state } });
  if (changed.count === 0) throw new AppError("NOT_FOUND");
}

/** Removes a draft for good. @throws AppError NOT_FOUND; CLOSED for what was ever published: that is put away instead. */
export async function removeStrategy(tx: Tx, actor: Member, strategyId: string): Promise<void> {
  const { practiceId, personId: authorId } = actor;
  await ownWork(tx, actor, strategyId);
  if (await latestEdition(tx, actor, strategyId)) throw new AppError("CLOSED");
  await tx.strategy.deleteMany({ where: { practiceId, id: strategyId, authorId } });
}
