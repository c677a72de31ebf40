import type { Readers } from "@/blocks/spec";
import { kindsWith } from "@/blocks/stand-in";
import type { Area } from "@/content/schema";
import { civilDate } from "@/server/clock";
import { Prisma } from "@/server/db/generated/client";
import type { Tx } from "@/server/db/with-actor";
import type { Words } from "@/server/db/words";
import type { Member } from "@/server/trpc/ladder";
import { type ToldEntry, toldItems } from "../policy.told";
import { openEntry, storedBlocks } from "../queries";
import type { ToldItem } from "../schema";

/** What is told: what both partners share, one's own, or what a couple's clinician may read that changed since an instant. */
export type Which = { what: "shared" } | { what: "own" } | { what: "readable"; since: Date };

/** What the statement gives: entries with their bodies in base64, and the homework that they belong to. */
export interface ToldRows {
  entries: {
    entryId: string;
    assignmentId: string;
    occurrenceId: string | null;
    authorId: string;
    block: string;
    kind: string;
    slot: string | null;
    ordinal: number;
    position: 1 | 2;
    readers: Readers;
    revealedAt: string | null;
    body: string;
    at: string;
  }[];
  homework: { assignmentId: string; strategyKey: string; title: string; area: Area; blocks: unknown }[];
}

/** Most entries that one list tells of; the newest. */
const most = { shared: 150, own: 250, readable: 80 };

/** When the partner could read an entry: the same instant for both, whenever it was written. */
const reached = Prisma.sql`greatest(e.shared_at, e.revealed_at)`;

/** Which entries, and the instant under which each is told. Row-level security has the last word in any case. */
function chosen(actor: Member, which: Which): { where: Prisma.Sql; at: Prisma.Sql } {
  const me = Prisma.sql`${actor.personId}::uuid`;
  const open = Prisma.sql`e.visibility = 'SHARED' AND e.shared_at <= ${actor.at}::timestamptz AND (e.gate IS NULL OR e.revealed_at IS NOT NULL)`;
  if (which.what === "shared") {
    const settings = Prisma.sql`(e.author_id = ${me} AND e.kind = ANY(${kindsWith("setting")}::text[]))`;
    return { where: Prisma.sql`((${open}) OR ${settings})`, at: Prisma.sql`coalesce(${reached}, e.created_at)` };
  }
  if (which.what === "own") {
    const talks = Prisma.sql`((${open}) AND e.kind = ANY(${kindsWith("ofBoth")}::text[]))`;
    return { where: Prisma.sql`(e.author_id = ${me} OR ${talks})`, at: Prisma.sql`e.created_at` };
  }
  const at = Prisma.sql`greatest(e.updated_at, ${reached})`;
  return { where: Prisma.sql`${at} >= ${which.since}::timestamptz`, at };
}

/** A JSON value (`ToldRows`) for a page that reads other things in the same statement. */
export function toldJson(actor: Member, coupleId: string, which: Which): Prisma.Sql {
  const { where, at } = chosen(actor, which);
  const today = civilDate(actor.at, actor.timeZone);
  return Prisma.sql`(WITH told AS (
      SELECT e.*, cp.position, ${at} AS told_at,
        (SELECT o.id FROM occurrence o WHERE o.practice_id = e.practice_id AND o.couple_id = e.couple_id AND o.assignment_id = e.assignment_id
          AND o.person_id = ${actor.personId}::uuid AND o.ordinal = e.ordinal AND o.opens_on <= ${today}::date) AS occurrence_id
      FROM entry e
      JOIN couple_partner cp ON cp.practice_id = e.practice_id AND cp.couple_id = e.couple_id AND cp.person_id = e.author_id
      WHERE e.practice_id = ${actor.practiceId}::uuid AND e.couple_id = ${coupleId}::uuid AND e.assignment_id IS NOT NULL
        AND e.withdrawn_at IS NULL AND ${where}
      ORDER BY told_at DESC, e.id LIMIT ${most[which.what]})
    SELECT json_build_object(
      'entries', (SELECT coalesce(json_agg(json_build_object('entryId', t.id, 'assignmentId', t.assignment_id, 'occurrenceId', t.occurrence_id,
          'authorId', t.author_id, 'block', t.block, 'kind', t.kind, 'slot', t.slot, 'ordinal', t.ordinal, 'position', t.position,
          'readers', t.visibility, 'revealedAt', t.revealed_at, 'body', encode(t.body, 'base64'), 'at', t.told_at)
        ORDER BY t.told_at, t.id), '[]') FROM told t),
      'homework', (SELECT coalesce(json_agg(json_build_object('assignmentId', a.id, 'strategyKey', sv.key, 'title', sv.content->'text'->(${actor.locale}::text)->>'title',
          'area', sv.content->>'area', 'blocks', sv.content->'blocks')), '[]')
        FROM assignment a JOIN strategy_version sv ON sv.practice_id = a.practice_id AND sv.id = a.strategy_version_id
        WHERE a.practice_id = ${actor.practiceId}::uuid AND a.couple_id = ${coupleId}::uuid
          AND a.id IN (SELECT t.assignment_id FROM told t))))`;
}

/** The same by itself. */
export async function toldRows(tx: Tx, actor: Member, coupleId: string, which: Which): Promise<ToldRows | null> {
  const [row] = await tx.$queryRaw<{ told: ToldRows }[]>`SELECT ${toldJson(actor, coupleId, which)} AS told`;
  return row?.told ?? null;
}

/** Whose keys the words of a list ask for. */
export const toldWriters = (rows: ToldRows | null): string[] => (rows?.entries ?? []).map(({ authorId }) => authorId);

/** The list in words, the latest first, in the actor's language. Entries of a homework that they may not know of are left out. */
export function openTold(rows: ToldRows | null, words: Words, actor: Member): ToldItem[] {
  if (!rows) return [];
  const entries = rows.entries.map(({ assignmentId, occurrenceId, body, at, revealedAt, ...row }): ToldEntry => {
    const when = new Date(at);
    const times = { sharedAt: null, clearedAt: null, createdAt: when, updatedAt: when, version: 1 };
    const sealed = { ...row, ...times, revealedAt: revealedAt ? new Date(revealedAt) : null };
    const opened = openEntry(words, { ...sealed, body: Buffer.from(body, "base64") }, actor.personId);
    return { ...opened, assignmentId, occurrenceId };
  });
  const homework = rows.homework.map(({ blocks, ...row }) => ({ ...row, blocks: storedBlocks(blocks) }));
  const locale = actor.locale === "es" ? "es" : "en";
  return toldItems(homework, entries, { locale, readsSettings: actor.strong });
}
