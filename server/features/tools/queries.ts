import { entryRule, kindsOf } from "@/blocks/registry";
import type { Readers } from "@/blocks/spec";
import { isKnown, kindsWith, readBlock, type StoredBlock } from "@/blocks/stand-in";
import { civilDate } from "@/server/clock";
import { Prisma } from "@/server/db/generated/client";
import type { Tx } from "@/server/db/with-actor";
import { deletedWords, type Words, wordsOf } from "@/server/db/words";
import { AppError } from "@/server/errors";
import type { Member } from "@/server/trpc/ladder";
import { isOpen } from "../homework/policy";
import { couplePeople } from "../people/queries";
import { delivers } from "./policy";
import type { Reading, StoredEntry, ToolState } from "./schema";

/** Most entries of one homework that are read at once; the newest. */
const most = 400;

export interface EntryRow {
  entryId: string;
  authorId: string;
  block: string;
  kind: string;
  slot: string | null;
  ordinal: number;
  position: 1 | 2;
  readers: Readers;
  sharedAt: Date | null;
  revealedAt: Date | null;
  clearedAt: Date | null;
  body: Uint8Array;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

/** A homework and what its strategy is made of. */
type Homework = Pick<ToolPlace, "assignmentId" | "blocks">;

/** So far apart lie the windows of one homework and of the one before it. */
const windowsApart = 100_000;

/** The block and kind, as one text, of each kind of entry that goes on when the same strategy is given once more. */
function goingOn(blocks: readonly StoredBlock[]): string[] {
  const kinds = (block: StoredBlock) =>
    isKnown(block) ? kindsOf(block).filter((kind) => entryRule(block, kind)?.goesOn) : kindsWith("setting");
  return blocks.flatMap((block) => kinds(block).map((kind) => `${block.id}|${kind}`));
}

/**
 * The statement behind `entryRows`, for a page that reads other words in the same one: what was written in this homework, and what
 * goes on from earlier ones of the same strategy, under windows below 0. To a partner the other's words are of the hour at which
 * they came: when they were begun, and how often changed before, was not shared.
 */
export function entrySql(
  actor: Member,
  coupleId: string,
  { assignmentId, blocks }: Homework,
  entryId: string | null,
): Prisma.Sql {
  const partner = actor.partnerCouples.includes(coupleId);
  const theirs = Prisma.sql`(${partner} AND e.author_id <> ${actor.personId}::uuid)`;
  const came = Prisma.sql`CASE WHEN ${theirs} THEN greatest(e.shared_at, e.revealed_at) END`;
  return Prisma.sql`
    WITH homework AS (
      SELECT a.id, row_number() OVER (ORDER BY a.created_at DESC, a.id DESC) - 1 AS back
      FROM assignment this
      JOIN strategy_version tv ON tv.practice_id = this.practice_id AND tv.id = this.strategy_version_id
      JOIN assignment a ON a.practice_id = this.practice_id AND a.couple_id = this.couple_id
        AND (a.created_at, a.id) <= (this.created_at, this.id)
      JOIN strategy_version v ON v.practice_id = a.practice_id AND v.id = a.strategy_version_id AND v.key = tv.key
      WHERE this.practice_id = ${actor.practiceId}::uuid AND this.couple_id = ${coupleId}::uuid AND this.id = ${assignmentId}::uuid)
    SELECT e.id AS "entryId", e.author_id AS "authorId", e.block, e.kind, e.slot, (e.ordinal - h.back * ${windowsApart})::int AS ordinal, cp.position, e.visibility::text AS readers,
      e.shared_at AS "sharedAt", e.revealed_at AS "revealedAt", e.body, CASE WHEN ${theirs} THEN 1 ELSE e.version END AS version,
      coalesce(${came}, e.created_at) AS "createdAt", greatest(${came}, e.updated_at) AS "updatedAt",
      (SELECT max(c.cleared_at) FROM entry_clearance c
        WHERE c.practice_id = e.practice_id AND c.entry_id = e.id AND c.version = e.version) AS "clearedAt"
    FROM homework h
    JOIN entry e ON e.practice_id = ${actor.practiceId}::uuid AND e.couple_id = ${coupleId}::uuid AND e.assignment_id = h.id
      AND (h.back = 0 OR e.block || '|' || e.kind = ANY (${goingOn(blocks)}::text[]))
    JOIN couple_partner cp ON cp.practice_id = e.practice_id AND cp.couple_id = e.couple_id AND cp.person_id = e.author_id
    WHERE (${entryId}::uuid IS NULL OR e.id = ${entryId}::uuid) AND e.withdrawn_at IS NULL
    ORDER BY e.created_at DESC, e.id DESC LIMIT ${most}`;
}

/** What the reader may read of one homework, or one entry of it, oldest first; row-level security decides. */
export async function entryRows(
  tx: Tx,
  actor: Member,
  coupleId: string,
  homework: Homework,
  entryId: string | null = null,
): Promise<EntryRow[]> {
  return (await tx.$queryRaw<EntryRow[]>(entrySql(actor, coupleId, homework, entryId))).sort(byAge);
}

/** The oldest first, as the reader is told their age. */
export const byAge = (one: EntryRow, other: EntryRow): number =>
  one.createdAt.getTime() - other.createdAt.getTime() || one.entryId.localeCompare(other.entryId);

/** Whether the entry `e` waits for a clinician to have read it before its author may offer it: for the `WHERE` of a statement. */
export const waitsForClearance = Prisma.sql`e.gate = 'CONSENT' AND e.visibility = 'THERAPIST' AND e.withdrawn_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM entry_clearance c
    WHERE c.practice_id = e.practice_id AND c.entry_id = e.id AND c.version = e.version)`;

/** An entry's body in plain. Words whose key was destroyed stand in as such. */
export function openEntry(words: Words, row: EntryRow, personId: string): StoredEntry {
  const { authorId, ...rest } = row;
  const text = words.open(authorId, row.body, { table: "entry", column: "body", rowId: row.entryId });
  const body: unknown = text === deletedWords ? { v: 0, words: text } : JSON.parse(text);
  return { ...rest, body, mine: authorId === personId };
}

/** The blocks of a strategy version; for each that this release does not know what stands in for it. */
export function storedBlocks(content: unknown): StoredBlock[] {
  const list = Array.isArray(content) ? content : [];
  return list.map(readBlock).filter((block) => block !== null);
}

/** Where a partner's tool stands: their own occurrence, its homework, and what may be done there now. */
export interface ToolPlace {
  assignmentId: string;
  ordinal: number;
  position: 1 | 2;
  blocks: StoredBlock[];
  delivers: boolean;
  writable: boolean;
}

interface PlaceRow {
  assignmentId: string;
  ordinal: number;
  opensOn: string;
  dueOn: string;
  live: boolean;
  state: "ACTIVE" | "PAUSED" | "ENDED";
  partnerDelivery: boolean;
  bothJoined: boolean;
  mode: "JUST_YOU" | "EACH" | "TOGETHER";
  position: 1 | 2;
  blocks: unknown;
}

/** @throws AppError NOT_FOUND for another's occurrence, one that is not open yet, and an unknown one. */
export async function toolPlace(tx: Tx, actor: Member, coupleId: string, occurrenceId: string): Promise<ToolPlace> {
  const [row] = await tx.$queryRaw<PlaceRow[]>`
    SELECT o.assignment_id AS "assignmentId", o.ordinal, o.opens_on::text AS "opensOn", o.due_on::text AS "dueOn", a.mode, c.state,
      c.partner_delivery AS "partnerDelivery", a.state = 'ACTIVE' AND c.state = 'ACTIVE' AND NOT o.rests AS live, sv.content->'blocks' AS blocks,
      (SELECT count(*) = 2 FROM couple_partner cp WHERE cp.practice_id = c.practice_id AND cp.couple_id = c.id AND cp.joined_at IS NOT NULL) AS "bothJoined",
      (SELECT cp.position FROM couple_partner cp WHERE cp.practice_id = c.practice_id AND cp.couple_id = c.id AND cp.person_id = o.person_id) AS position
    FROM occurrence o
    JOIN assignment a ON a.practice_id = o.practice_id AND a.id = o.assignment_id
    JOIN strategy_version sv ON sv.practice_id = a.practice_id AND sv.id = a.strategy_version_id
    JOIN couple c ON c.practice_id = o.practice_id AND c.id = o.couple_id
    WHERE o.practice_id = ${actor.practiceId}::uuid AND o.couple_id = ${coupleId}::uuid AND o.person_id = ${actor.personId}::uuid
      AND o.id = ${occurrenceId}::uuid`;
  const today = civilDate(actor.at, actor.timeZone);
  if (!row || row.opensOn > today) throw new AppError("NOT_FOUND");
  const { assignmentId, ordinal, position } = row;
  const writable = row.live && isOpen(row, today);
  return { assignmentId, ordinal, position, blocks: storedBlocks(row.blocks), delivers: delivers(row), writable };
}

/** The state of a place's tools out of rows that were read already. */
export function stateOf(place: ToolPlace, rows: EntryRow[], words: Words, actor: Member): ToolState {
  const { assignmentId, ...rest } = place;
  const entries = rows.map((row) => openEntry(words, row, actor.personId));
  return { ...rest, entries, seed: assignmentId, at: actor.at };
}

/** A partner's tools once more, after something changed. */
export async function toolsOpen(tx: Tx, actor: Member, coupleId: string, occurrenceId: string): Promise<ToolState> {
  const place = await toolPlace(tx, actor, coupleId, occurrenceId);
  const rows = await entryRows(tx, actor, coupleId, place);
  const words = await wordsOf(tx, actor.practiceId, [actor.personId, ...rows.map((row) => row.authorId)]);
  return stateOf(place, rows, words, actor);
}

/** One homework's tools as a clinician reads them. @throws AppError NOT_FOUND */
export async function readTools(tx: Tx, actor: Member, coupleId: string, assignmentId: string): Promise<Reading> {
  const [people] = await couplePeople(tx, actor, [coupleId]);
  const [assignment] = await tx.$queryRaw<{ title: string; blocks: unknown; partnerDelivery: boolean }[]>`
    SELECT sv.content->'text'->(${actor.locale}::text)->>'title' AS title, sv.content->'blocks' AS blocks, c.partner_delivery AS "partnerDelivery"
    FROM assignment a
    JOIN strategy_version sv ON sv.practice_id = a.practice_id AND sv.id = a.strategy_version_id
    JOIN couple c ON c.practice_id = a.practice_id AND c.id = a.couple_id
    WHERE a.practice_id = ${actor.practiceId}::uuid AND a.couple_id = ${coupleId}::uuid AND a.id = ${assignmentId}::uuid`;
  if (!people || !assignment) throw new AppError("NOT_FOUND");
  const blocks = storedBlocks(assignment.blocks);
  const rows = await entryRows(tx, actor, coupleId, { assignmentId, blocks });
  const words = await wordsOf(tx, actor.practiceId, new Set(rows.map((row) => row.authorId)));
  return {
    assignmentId,
    title: assignment.title,
    blocks,
    partners: people.partners.map(({ position, name }) => ({ position, name })),
    entries: rows.map((row) => openEntry(words, row, actor.personId)),
    partnerDelivery: assignment.partnerDelivery,
    timeZone: actor.timeZone,
  };
}
