import { z } from "zod";
import type { Strategy } from "@/content/schema";
import { strategies, strategyByKey } from "@/content/strategies";
import { Prisma } from "@/server/db/generated/client";
import type { Tx } from "@/server/db/with-actor";
import { AppError } from "@/server/errors";
import type { Member } from "@/server/trpc/ladder";
import type { AssignableStrategy } from "./schema";

interface OwnRow {
  versionId: string;
  strategy: Strategy;
  author: string;
  authorId: string;
  missingEn: number;
  missingEs: number;
}

/**
 * What is published of own strategies and not put away, the latest of each: the actor's own, and what colleagues share.
 * Row-level security decides which; whoever is no therapist finds none.
 */
function publishedRows(tx: Tx, actor: Member, strategyId: string | null): Promise<OwnRow[]> {
  const one = strategyId ? Prisma.sql`AND e.strategy_id = ${strategyId}::uuid` : Prisma.empty;
  return tx.$queryRaw<OwnRow[]>`
    SELECT DISTINCT ON (e.strategy_id) e.version_id AS "versionId", sv.content - 'blocks' AS strategy, p.display_name AS author,
      e.author_id AS "authorId", e.missing_en AS "missingEn", e.missing_es AS "missingEs"
    FROM strategy_edition e
    JOIN strategy_version sv ON sv.practice_id = e.practice_id AND sv.id = e.version_id
    JOIN person p ON p.practice_id = e.practice_id AND p.id = e.author_id
    WHERE e.practice_id = ${actor.practiceId}::uuid ${one} AND NOT EXISTS (SELECT 1 FROM strategy s
      WHERE s.practice_id = e.practice_id AND s.id = e.strategy_id AND s.state = 'ARCHIVED')
    ORDER BY e.strategy_id, e.number DESC`;
}

const factsOf = ({ key, area, minutes, mode, cadence, joint, text }: Strategy) => ({
  ...{ key, area, minutes, mode, cadence, joint, text },
});

function ofOwn(row: OwnRow, actor: Member): AssignableStrategy {
  const missing = { en: row.missingEn, es: row.missingEs };
  return {
    ...factsOf(row.strategy),
    own: { author: row.author, mine: row.authorId === actor.personId, missing },
  };
}

/**
 * Everything that this actor may assign or put into a program: the library first, then the practice's own strategies by
 * title. One statement.
 */
export async function assignableStrategies(tx: Tx, actor: Member): Promise<AssignableStrategy[]> {
  const own = (await publishedRows(tx, actor, null)).map((row) => ofOwn(row, actor));
  const locale = actor.locale === "es" ? "es" : "en";
  own.sort((one, other) => one.text[locale].title.localeCompare(other.text[locale].title, locale));
  return [...strategies.map((strategy) => ({ ...factsOf(strategy), own: null })), ...own];
}

/** One of `assignableStrategies` by its key, which is the id of an own one. @throws AppError NOT_FOUND */
export async function assignableStrategy(tx: Tx, actor: Member, key: string): Promise<AssignableStrategy> {
  const known = strategyByKey(key);
  if (known) return { ...factsOf(known), own: null };
  return ofOwn(await publishedRow(tx, actor, key), actor);
}

/** What is published of an own strategy today. @throws AppError NOT_FOUND */
export async function publishedRow(tx: Tx, actor: Member, key: string): Promise<OwnRow> {
  const id = z.uuid().safeParse(key);
  const [row] = id.success ? await publishedRows(tx, actor, id.data) : [];
  if (!row) throw new AppError("NOT_FOUND");
  return row;
}
