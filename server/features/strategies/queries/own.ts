import { isDeepStrictEqual } from "node:util";
import type { OwnStrategy } from "@/content/own/schema";
import type { Tx } from "@/server/db/with-actor";
import { AppError } from "@/server/errors";
import type { Member } from "@/server/trpc/ladder";
import { staffViewerOf } from "../../people/queries";
import { changesOf } from "../policy.changes";
import type { Edition, LibraryPage, OpenPage, OwnListed } from "../schema";

interface ListedRow extends Omit<OwnListed, "missing" | "title" | "promise" | "mine"> {
  text: OwnStrategy["text"];
  authorId: string;
  missingEn: number;
  missingEs: number;
}

/**
 * The practice's own strategies in the library: the actor's in every state, as their drafts stand, and what colleagues share,
 * as it was published. One statement beside the actor's.
 */
export async function libraryPage(tx: Tx, actor: Member): Promise<LibraryPage> {
  const rows = await tx.$queryRaw<ListedRow[]>`
    WITH latest AS (
      SELECT DISTINCT ON (e.strategy_id) e.* FROM strategy_edition e
      WHERE e.practice_id = ${actor.practiceId}::uuid ORDER BY e.strategy_id, e.number DESC)
    SELECT x.*, p.display_name AS author, x.content->'text' AS text, x.content->>'area' AS area,
      (x.content->>'minutes')::int AS minutes, x.content->>'mode' AS mode, x.content->'cadence' AS cadence
    FROM (
      SELECT s.id AS "strategyId", s.author_id AS "authorId", s.state::text AS state, s.shared, s.draft AS content,
        s.missing_en AS "missingEn", s.missing_es AS "missingEs", s.updated_at AS at,
        l.content IS DISTINCT FROM s.draft AS ahead
      FROM strategy s LEFT JOIN latest l ON l.strategy_id = s.id
      WHERE s.practice_id = ${actor.practiceId}::uuid
      UNION ALL
      SELECT l.strategy_id, l.author_id, 'PUBLISHED', true, l.content, l.missing_en, l.missing_es, l.published_at, false
      FROM latest l WHERE l.author_id <> ${actor.personId}::uuid) x
    JOIN person p ON p.practice_id = ${actor.practiceId}::uuid AND p.id = x."authorId"
    ORDER BY x.at DESC`;
  const own = rows.map(({ text, authorId, missingEn, missingEs, ...row }) => ({
    ...row,
    title: text.title,
    promise: text.promise,
    mine: authorId === actor.personId,
    missing: { en: missingEn, es: missingEs },
  }));
  return { viewer: staffViewerOf(actor), own };
}

/** Versions that are told one by one; older ones stay stored. */
const editionsShown = 50;

interface EditionRow {
  number: number;
  content: OwnStrategy;
  missingEn: number;
  missingEs: number;
  at: Date;
  author: string;
}

function editionRows(tx: Tx, actor: Member, strategyId: string): Promise<EditionRow[]> {
  return tx.$queryRaw<EditionRow[]>`
    SELECT e.number, e.content, e.missing_en AS "missingEn", e.missing_es AS "missingEs", e.published_at AS at,
      p.display_name AS author
    FROM strategy_edition e JOIN person p ON p.practice_id = e.practice_id AND p.id = e.author_id
    WHERE e.practice_id = ${actor.practiceId}::uuid AND e.strategy_id = ${strategyId}::uuid
    ORDER BY e.number DESC LIMIT ${editionsShown}`;
}

function editionsOf(rows: EditionRow[]): Edition[] {
  return rows.map((row, index) => {
    const before = rows[index + 1];
    return {
      number: row.number,
      at: row.at,
      missing: { en: row.missingEn, es: row.missingEs },
      changes: before ? changesOf(before.content, row.content) : null,
    };
  });
}

/** The author's own strategy, locked for the rest of the transaction where it is to change. @throws AppError NOT_FOUND */
export async function ownWork(tx: Tx, actor: Member, strategyId: string) {
  const { practiceId, personId: authorId } = actor;
  const row = await tx.strategy.findFirst({ where: { practiceId, id: strategyId, authorId } });
  if (!row) throw new AppError("NOT_FOUND");
  return { ...row, draft: row.draft as unknown as OwnStrategy };
}

/** What is published of one, the latest first. */
export async function latestEdition(tx: Tx, actor: Member, strategyId: string) {
  const row = await tx.strategyEdition.findFirst({
    where: { practiceId: actor.practiceId, strategyId },
    orderBy: { number: "desc" },
    select: { number: true, content: true },
  });
  return row && { number: row.number, content: row.content as unknown as OwnStrategy };
}

/** One version as it was published. @throws AppError NOT_FOUND */
export async function editionContent(tx: Tx, actor: Member, strategyId: string, number: number): Promise<OwnStrategy> {
  const row = await tx.strategyEdition.findFirst({
    where: { practiceId: actor.practiceId, strategyId, number },
    select: { content: true },
  });
  if (!row) throw new AppError("NOT_FOUND");
  return row.content as unknown as OwnStrategy;
}

/** One own strategy: the author's work, or what a colleague has published and shares. @throws AppError NOT_FOUND */
export async function openStrategy(tx: Tx, actor: Member, strategyId: string): Promise<OpenPage> {
  const { practiceId, personId: authorId } = actor;
  const head = await tx.strategy.findFirst({ where: { practiceId, id: strategyId, authorId } });
  const rows = await editionRows(tx, actor, strategyId);
  const [latest] = rows;
  const base = { viewer: staffViewerOf(actor), now: actor.at };
  if (head) {
    const { state, shared, revision, updatedAt } = head;
    const draft = head.draft as unknown as OwnStrategy;
    const ahead = !latest || !isDeepStrictEqual(draft, latest.content);
    const mine = { strategyId, state, shared, draft, revision, updatedAt, editions: editionsOf(rows), ahead };
    return { ...base, mine, colleague: null };
  }
  if (!latest) throw new AppError("NOT_FOUND");
  const { content, author, number, at, missingEn, missingEs } = latest;
  const missing = { en: missingEn, es: missingEs };
  return { ...base, mine: null, colleague: { strategyId, content, author, number, at, missing } };
}
