import { civilDate } from "@/server/clock";
import { Prisma } from "@/server/db/generated/client";
import type { Tx } from "@/server/db/with-actor";
import { wordsOf } from "@/server/db/words";
import { AppError } from "@/server/errors";
import { isFresh, type Member } from "@/server/trpc/ladder";
import { historyRows, historyWriters, lockedHistory, openHistory } from "../../check-ins/queries";
import { lastDay } from "../../clinicians/policy";
import { couplePeople, partnerViewerOf } from "../../people/queries";
import { openTold, type ToldRows, toldJson, toldWriters } from "../../tools/queries/told";
import type { MePage, Readers } from "../schema";

interface MeRow {
  access: AccessRow[] | null;
  told: ToldRows | null;
}

/** A stretch of access to the couple: one that holds now, or one of emergency access. */
interface AccessRow {
  rowId: string;
  personId: string;
  name: string;
  role: Readers["present"][number]["role"];
  startsAt: string;
  endsAt: string | null;
  now: boolean;
  emergency: boolean;
}

/** Who reads the couple and, in the same statement, what the person made with tools. */
async function readersAndTold(tx: Tx, actor: Member, coupleId: string, locked: boolean): Promise<MeRow> {
  const told = locked ? Prisma.sql`NULL::json` : toldJson(actor, coupleId, { what: "own" });
  const [row] = await tx.$queryRaw<MeRow[]>`
    SELECT
      (SELECT json_agg(json_build_object('rowId', a.id, 'personId', a.person_id, 'name', a.name, 'role', a.role, 'startsAt', a.starts_at,
          'endsAt', a.ends_at, 'now', a.now, 'emergency', a.emergency) ORDER BY a.role, a.starts_at DESC)
        FROM (SELECT cc.*, p.display_name AS name, cc.break_glass_id IS NOT NULL AS emergency,
            p.ended_at IS NULL AND (cc.ends_at IS NULL OR cc.ends_at > ${actor.at}::timestamptz) AS now
          FROM couple_clinician cc JOIN person p ON p.practice_id = cc.practice_id AND p.id = cc.person_id
          WHERE cc.practice_id = ${actor.practiceId}::uuid AND cc.couple_id = ${coupleId}::uuid AND cc.starts_at <= ${actor.at}::timestamptz
            AND (cc.ends_at IS NULL OR cc.ends_at > cc.starts_at)) a WHERE a.now OR a.emergency) AS access,
      ${told} AS told`;
  if (!row) throw new AppError("NOT_FOUND");
  return row;
}

/** Who reads the couple now, and when somebody did by emergency access; days in the reader's own zone. */
function readersOf(rows: AccessRow[], timeZone: string): Readers {
  const last = (endsAt: string | null) => endsAt && lastDay(new Date(endsAt), timeZone);
  const present = rows
    .filter((row) => row.now && !row.emergency)
    .map(({ personId, name, role, endsAt }) => ({ personId, name, role, until: last(endsAt) }));
  const emergencies = rows
    .filter((row) => row.emergency)
    .map(({ rowId, name, startsAt, endsAt }) => {
      const from = civilDate(new Date(startsAt), timeZone);
      return { rowId, name, from, until: last(endsAt) ?? from };
    });
  return { present, emergencies };
}

/** Me: one's own history. What one wrote opens for ten minutes after more than the mailbox was proven. */
export async function mePage(tx: Tx, actor: Member, coupleId: string): Promise<MePage> {
  const [people] = await couplePeople(tx, actor, [coupleId]);
  if (!people) throw new AppError("NOT_FOUND");
  const locked = !isFresh(actor);
  const { access, told } = await readersAndTold(tx, actor, coupleId, locked);
  const rows = await historyRows(tx, actor, coupleId);
  const writers = [actor.personId, ...historyWriters(rows), ...toldWriters(told)];
  const words = locked ? null : await wordsOf(tx, actor.practiceId, writers);
  return {
    viewer: partnerViewerOf(actor, people),
    locked,
    history: words ? openHistory(rows, words, actor.personId) : lockedHistory(rows),
    told: words ? openTold(told, words, actor) : [],
    readers: readersOf(access ?? [], actor.timeZone),
  };
}
