import type { Strategy } from "@/content/schema";
import { Prisma } from "@/server/db/generated/client";
import type { Tx } from "@/server/db/with-actor";
import { type Words, wordsOf } from "@/server/db/words";
import { AppError } from "@/server/errors";
import type { Member } from "@/server/trpc/ladder";
import { openReply } from "../homework/queries";
import type { OwnCheckIn } from "../homework/schema";
import { couplePeople, partnerViewerOf } from "../people/queries";
import { openTold, toldRows, toldWriters } from "../tools/queries/told";
import type { OwnHistory, UsPage } from "./schema";

/** One's own answer, named by its occurrence or by itself. */
type Which = { occurrenceId: string } | { checkInId: string };

interface AnswerableRow {
  assignmentId: string;
  opensOn: string;
  dueOn: string;
  /** Whether assignment and couple still run. */
  live: boolean;
  /** Whether the couple has not ended: only then does anything new reach the partner. */
  together: boolean;
  answeredAt: Date | null;
}

/** My occurrence and whether I answered it. @throws AppError NOT_FOUND for another's as for an unknown one. */
export async function answerable(tx: Tx, actor: Member, coupleId: string, which: Which): Promise<AnswerableRow> {
  const occurrenceId = "occurrenceId" in which ? which.occurrenceId : null;
  const checkInId = "checkInId" in which ? which.checkInId : null;
  const [row] = await tx.$queryRaw<AnswerableRow[]>`
    SELECT o.assignment_id AS "assignmentId", o.opens_on::text AS "opensOn", o.due_on::text AS "dueOn", ci.created_at AS "answeredAt",
      a.state = 'ACTIVE' AND c.state = 'ACTIVE' AND (NOT o.rests OR ci.id IS NOT NULL) AS live, c.state <> 'ENDED' AS together
    FROM occurrence o
    JOIN assignment a ON a.practice_id = o.practice_id AND a.id = o.assignment_id
    JOIN couple c ON c.practice_id = o.practice_id AND c.id = o.couple_id
    LEFT JOIN check_in ci ON ci.practice_id = o.practice_id AND ci.occurrence_id = o.id
    WHERE o.practice_id = ${actor.practiceId}::uuid AND o.couple_id = ${coupleId}::uuid AND o.person_id = ${actor.personId}::uuid
      AND (o.id = ${occurrenceId}::uuid OR ci.id = ${checkInId}::uuid)`;
  if (!row) throw new AppError("NOT_FOUND");
  return row;
}

/** My stored answer with my words. @throws AppError NOT_FOUND */
export async function ownCheckIn(tx: Tx, actor: Member, coupleId: string, which: Which): Promise<OwnCheckIn> {
  const { practiceId, personId: authorId } = actor;
  const where = "checkInId" in which ? { id: which.checkInId } : { occurrenceId: which.occurrenceId };
  const row = await tx.checkIn.findFirst({
    where: { practiceId, coupleId, authorId, ...where },
    include: { entries: true },
  });
  if (!row) throw new AppError("NOT_FOUND");
  const [entry] = row.entries;
  const words = entry ? await wordsOf(tx, practiceId, [authorId]) : null;
  const text = entry && words?.open(authorId, entry.body, { table: "entry", column: "body", rowId: entry.id });
  const { clientId, result, difficulty, usefulness, version } = row;
  const visibility = entry?.visibility ?? (row.sharedAt ? "SHARED" : "THERAPIST");
  return {
    checkInId: row.id,
    clientId,
    result,
    difficulty,
    usefulness,
    visibility,
    words: text || null,
    version,
    at: row.createdAt,
  };
}

interface SharedRow {
  checkInId: string;
  authorId: string;
  authorName: string;
  position: 1 | 2;
  title: string | null;
  area: Strategy["area"] | null;
  result: OwnCheckIn["result"];
  at: Date;
  entryId: string | null;
  body: Uint8Array | null;
  replies: JsonReply[] | null;
}

/** What either partner shared, with the replies that are for both. An assignment that I may not know of gives no title. */
async function sharedRows(tx: Tx, actor: Member, coupleId: string): Promise<SharedRow[]> {
  return tx.$queryRaw<SharedRow[]>`
    SELECT ci.id AS "checkInId", ci.author_id AS "authorId", p.display_name AS "authorName", cp.position, ci.result,
      sv.content->'text'->(${actor.locale}::text)->>'title' AS title, sv.content->>'area' AS area, ci.shared_at AS at,
      e.id AS "entryId", e.body, ${repliesJson(Prisma.sql`r.audience = 'SAME_READERS'`)} AS replies
    FROM check_in ci
    JOIN couple_partner cp ON cp.practice_id = ci.practice_id AND cp.couple_id = ci.couple_id AND cp.person_id = ci.author_id
    JOIN person p ON p.practice_id = ci.practice_id AND p.id = ci.author_id
    LEFT JOIN assignment a ON a.practice_id = ci.practice_id AND a.id = ci.assignment_id
    LEFT JOIN strategy_version sv ON sv.practice_id = a.practice_id AND sv.id = a.strategy_version_id
    LEFT JOIN entry e ON e.practice_id = ci.practice_id AND e.check_in_id = ci.id AND e.visibility = 'SHARED'
    WHERE ci.practice_id = ${actor.practiceId}::uuid AND ci.couple_id = ${coupleId}::uuid AND ci.shared_at IS NOT NULL
    ORDER BY ci.shared_at DESC, ci.id LIMIT 60`;
}

/** A reply inside another row: its body in base64. */
interface JsonReply {
  replyId: string;
  authorId: string;
  authorName: string;
  body: string;
  at: string;
}

/** The replies to the check-in `ci` that fulfil something, oldest first, as JSON. */
const repliesJson = (where: Prisma.Sql) => Prisma.sql`
  (SELECT json_agg(json_build_object('replyId', r.id, 'authorId', r.author_id, 'authorName', p.display_name,
      'body', encode(r.body, 'base64'), 'at', r.created_at) ORDER BY r.created_at)
    FROM reply r JOIN person p ON p.practice_id = r.practice_id AND p.id = r.author_id
    WHERE r.practice_id = ci.practice_id AND r.check_in_id = ci.id AND ${where})`;

const openReplies = (words: Words, replies: JsonReply[] | null) =>
  (replies ?? []).map((one) =>
    openReply(words, { ...one, body: Buffer.from(one.body, "base64"), at: new Date(one.at) }),
  );

/** Us: what both share. */
export async function usPage(tx: Tx, actor: Member, coupleId: string): Promise<UsPage> {
  const [people] = await couplePeople(tx, actor, [coupleId]);
  if (!people) throw new AppError("NOT_FOUND");
  const rows = await sharedRows(tx, actor, coupleId);
  const told = await toldRows(tx, actor, coupleId, { what: "shared" });
  const replies = rows.flatMap((row) => row.replies ?? []);
  const writers = [...rows, ...replies].map((row) => row.authorId);
  const words = await wordsOf(tx, actor.practiceId, [...writers, ...toldWriters(told)]);
  const shared = rows.map((row) => {
    const place = row.entryId && { table: "entry", column: "body", rowId: row.entryId };
    const text = place && row.body ? words.open(row.authorId, row.body, place) : "";
    const { checkInId, position, authorName, title, area, result, at } = row;
    return {
      checkInId,
      position,
      authorName,
      mine: row.authorId === actor.personId,
      title,
      area,
      result,
      words: text || null,
      at,
      replies: openReplies(words, row.replies),
    };
  });
  const { nextAppointment } = people;
  return { viewer: partnerViewerOf(actor, people), shared, told: openTold(told, words, actor), nextAppointment };
}

export interface HistoryRow extends Omit<OwnCheckIn, "words" | "visibility"> {
  occurrenceId: string;
  title: string;
  area: Strategy["area"];
  shared: boolean;
  entryId: string | null;
  visibility: OwnCheckIn["visibility"] | null;
  body: Uint8Array | null;
  replies: JsonReply[] | null;
}

/** My own answers as they are stored, newest first, with the replies to them. */
export async function historyRows(tx: Tx, actor: Member, coupleId: string): Promise<HistoryRow[]> {
  return tx.$queryRaw<HistoryRow[]>`
    SELECT ci.id AS "checkInId", ci.client_id AS "clientId", ci.occurrence_id AS "occurrenceId", ci.result, ci.difficulty, ci.usefulness,
      ci.version, ci.created_at AS at, ci.shared_at IS NOT NULL AS shared, sv.content->'text'->(${actor.locale}::text)->>'title' AS title,
      sv.content->>'area' AS area, e.id AS "entryId", e.visibility, e.body,
${repliesJson(Prisma.sql`true`)} AS replies
    FROM check_in ci
    JOIN assignment a ON a.practice_id = ci.practice_id AND a.id = ci.assignment_id
    JOIN strategy_version sv ON sv.practice_id = a.practice_id AND sv.id = a.strategy_version_id
    LEFT JOIN entry e ON e.practice_id = ci.practice_id AND e.check_in_id = ci.id AND e.author_id = ci.author_id
    WHERE ci.practice_id = ${actor.practiceId}::uuid AND ci.couple_id = ${coupleId}::uuid AND ci.author_id = ${actor.personId}::uuid
    ORDER BY ci.created_at DESC, ci.id LIMIT 100`;
}

/** Whose keys the words of a history ask for, besides one's own. */
export const historyWriters = (rows: HistoryRow[]): string[] =>
  rows.flatMap((row) => (row.replies ?? []).map((one) => one.authorId));

/** Without ratings, readers, words and replies. */
export function lockedHistory(rows: HistoryRow[]): OwnHistory[] {
  return rows.map(({ shared, entryId, body, ...row }) => ({
    ...row,
    difficulty: null,
    usefulness: null,
    visibility: null,
    words: null,
    replies: [],
  }));
}

/** With all that belongs to them. */
export function openHistory(rows: HistoryRow[], words: Words, personId: string): OwnHistory[] {
  return rows.map(({ shared, entryId, body, visibility, replies, ...row }) => {
    const place = entryId && { table: "entry", column: "body", rowId: entryId };
    const text = place && body ? words.open(personId, body, place) : "";
    return {
      ...row,
      visibility: visibility ?? (shared ? "SHARED" : "THERAPIST"),
      words: text || null,
      replies: openReplies(words, replies),
    };
  });
}
