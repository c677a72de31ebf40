import { civilDate } from "@/server/clock";
import { deriveKey } from "@/server/crypto";
import type { Tx } from "@/server/db/with-actor";
import { wordsOf } from "@/server/db/words";
import { AppError } from "@/server/errors";
import type { Member } from "@/server/trpc/ladder";
import { type CouplePeople, partnerViewerOf } from "../../people/queries";
import { delivers } from "../../tools/policy";
import { byAge, type EntryRow, entrySql, stateOf, storedBlocks, type ToolPlace } from "../../tools/queries";
import { isEditable, isOpen } from "../policy";
import {
  cardOf,
  findPeople,
  myOccurrences,
  type OccurrenceRow,
  openReply,
  ownCheckInOf,
  type ReplyRow,
  replySql,
} from "../queries";
import type { ExercisePage } from "../schema";

/** Where the tools of this occurrence stand. @throws AppError NOT_FOUND for whoever is no partner here */
function placeOf(row: OccurrenceRow, people: CouplePeople, personId: string, today: string): ToolPlace {
  const me = people.partners.find((one) => one.personId === personId);
  if (!me) throw new AppError("NOT_FOUND");
  const bothJoined = people.partners.length === 2 && people.partners.every((one) => one.joined);
  const { assignmentId, ordinal, mode, partnerDelivery } = row;
  return {
    assignmentId,
    ordinal,
    position: me.position,
    blocks: storedBlocks(row.blocks),
    delivers: delivers({ state: people.state, bothJoined, partnerDelivery, mode }),
    writable: row.active && people.state === "ACTIVE" && isOpen(row, today),
  };
}

/** A row of one of two kinds: whatever belongs to the other kind is null in it. */
type WordsRow = Partial<ReplyRow> & Partial<EntryRow> & { authorId: string };

/** The replies to my answer here, newest first, and what I may read in the tools, oldest first: in one statement. */
async function wordsHere(
  tx: Tx,
  actor: Member,
  coupleId: string,
  { occurrenceId, assignmentId, blocks }: OccurrenceRow,
) {
  const rows = await tx.$queryRaw<WordsRow[]>`
    SELECT r."replyId", r."occurrenceId", r."checkInId", r."authorId", r."authorName", r.body, r.at,
      NULL::uuid AS "entryId", NULL AS block, NULL AS kind, NULL AS slot, NULL::int AS ordinal, NULL::int AS position, NULL AS readers,
      NULL::timestamptz AS "sharedAt", NULL::timestamptz AS "revealedAt", NULL::int AS version, NULL::timestamptz AS "createdAt",
      NULL::timestamptz AS "updatedAt", NULL::timestamptz AS "clearedAt"
    FROM (${replySql(actor, coupleId, new Date(0), occurrenceId)}) r
    UNION ALL
    SELECT NULL, NULL, NULL, e."authorId", NULL, e.body, NULL, e."entryId", e.block, e.kind, e.slot, e.ordinal, e.position, e.readers,
      e."sharedAt", e."revealedAt", e.version, e."createdAt", e."updatedAt", e."clearedAt"
    FROM (${entrySql(actor, coupleId, { assignmentId, blocks: storedBlocks(blocks) }, null)}) e`;
  return {
    replies: rows
      .filter((row): row is ReplyRow => Boolean(row.replyId))
      .sort((a, b) => b.at.getTime() - a.at.getTime()),
    entries: rows.filter((row): row is EntryRow => Boolean(row.entryId)).sort(byAge),
  };
}

/** One exercise with its tools and its check-in. @throws AppError NOT_FOUND for another's occurrence as for an unknown one. */
export async function exercisePage(
  tx: Tx,
  actor: Member,
  coupleId: string,
  occurrenceId: string,
): Promise<ExercisePage> {
  const people = await findPeople(tx, actor, coupleId);
  const viewer = partnerViewerOf(actor, people);
  const [row] = await myOccurrences(tx, actor, coupleId, occurrenceId);
  if (!row || row.opensOn > viewer.today) throw new AppError("NOT_FOUND");
  const { replies, entries } = await wordsHere(tx, actor, coupleId, row);
  const writers = [...replies, ...entries].map((one) => one.authorId);
  const words = await wordsOf(tx, actor.practiceId, [actor.personId, row.assignedById, ...writers]);
  const answered = row.answeredAt ? civilDate(row.answeredAt, actor.timeZone) : null;
  const place = placeOf(row, people, actor.personId, viewer.today);
  return {
    viewer,
    card: cardOf(row, words),
    text: row.text,
    tools: stateOf(place, entries, words, actor),
    checkIn: ownCheckInOf(row, actor, words),
    writable: answered ? isEditable(row, answered, viewer.today) : place.writable,
    resting: row.resting && !answered && row.dueOn >= viewer.today,
    ended: row.ended && !answered,
    draftKey: deriveKey(words.key(actor.personId), "draft"),
    replies: replies.map((one) => openReply(words, one)),
  };
}
