import { Prisma } from "@/server/db/generated/client";
import type { Tx } from "@/server/db/with-actor";
import { wordsOf } from "@/server/db/words";
import type { Member } from "@/server/trpc/ladder";
import { partnerViewerOf } from "../../people/queries";
import { type LineRow, lineJson, lineOf } from "../../programs/queries";
import { isOpen } from "../policy";
import { cardOf, findPeople, myOccurrences, type OccurrenceRow, openReply, type ReplyRow, replySql } from "../queries";
import type { TodayPage } from "../schema";

/** The first unanswered window of each assignment that is open, and everything answered this week. */
function sortToday(rows: OccurrenceRow[], today: string) {
  const seen = new Set<string>();
  const open = rows.filter((row) => {
    if (row.result || !row.active || !isOpen(row, today) || seen.has(row.assignmentId)) return false;
    seen.add(row.assignmentId);
    return true;
  });
  const resting = rows.some((row) => row.resting && !row.result && isOpen(row, today));
  return { open, answered: rows.filter((row) => row.result !== null), resting };
}

const fortnight = 14 * 86_400_000;

/** Replies of the last fourteen days to my own check-ins, and the program that we are in, in one statement. */
async function repliesAndProgram(tx: Tx, actor: Member, coupleId: string) {
  type Row = Partial<ReplyRow> & { program: LineRow | null };
  const since = new Date(actor.at.getTime() - fortnight);
  const rows = await tx.$queryRaw<Row[]>(Prisma.sql`
    SELECT r.*, p.program FROM (SELECT ${lineJson} AS program) p LEFT JOIN (${replySql(actor, coupleId, since, null)}) r ON true`);
  const replies = rows.filter((row): row is ReplyRow & Row => Boolean(row.replyId));
  return { replies, program: rows[0]?.program ?? null };
}

/** A partner's today. */
export async function todayPage(tx: Tx, actor: Member, coupleId: string): Promise<TodayPage> {
  const people = await findPeople(tx, actor, coupleId);
  const viewer = partnerViewerOf(actor, people);
  const rows = await myOccurrences(tx, actor, coupleId, null);
  const { replies, program } = await repliesAndProgram(tx, actor, coupleId);
  const writers = [...rows.map((row) => row.assignedById), ...replies.map((row) => row.authorId)];
  const words = await wordsOf(tx, actor.practiceId, writers);
  const { open, answered, resting } = sortToday(rows, viewer.today);
  const titles = new Map(rows.map((row) => [row.occurrenceId, row.text.title]));
  return {
    viewer,
    open: open.map((row) => cardOf(row, words)),
    answered: answered.map((row) => cardOf(row, words)),
    resting,
    pulseOpen: people.state === "ACTIVE" && !rows.some((row) => row.pulseGiven),
    replies: replies.map((row) => ({
      ...openReply(words, row),
      occurrenceId: row.occurrenceId,
      title: titles.get(row.occurrenceId) ?? "",
    })),
    nextAppointment: people.nextAppointment,
    program: lineOf(program, actor.locale),
  };
}
