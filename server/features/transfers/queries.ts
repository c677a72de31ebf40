import { civilDate } from "@/server/clock";
import type { Tx } from "@/server/db/with-actor";
import { type Words, wordsOf } from "@/server/db/words";
import { AppError } from "@/server/errors";
import type { Member } from "@/server/trpc/ladder";
import { couplePeople, partnerViewerOf, staffViewerOf } from "../people/queries";
import { type Answer, answerState, type Standing, transferState } from "./policy";
import type { MinePage, ReceptionsPage, TransferPage } from "./schema";

interface TransferRow extends Standing {
  transferId: string;
  startedBy: string;
  createdAt: Date;
  practiceName: string | null;
  therapistName: string | null;
  gone: { personId: string; name: string; at: string }[] | null;
}

/** The latest transfer of a couple. What has gone is all that its clinicians can be told of the answers: the database hides the rest. */
async function latestTransfer(tx: Tx, actor: Member, coupleId: string): Promise<TransferRow | undefined> {
  const [row] = await tx.$queryRaw<TransferRow[]>`
    SELECT t.id AS "transferId", s.display_name AS "startedBy", t.created_at AS "createdAt", t.expires_at AS "expiresAt", t.stopped_at AS "stoppedAt",
      t.taken_at AS "takenAt", t.to_practice_name AS "practiceName", t.to_therapist_name AS "therapistName",
      (SELECT json_agg(json_build_object('personId', p.id, 'name', p.display_name, 'at', r.copied_at) ORDER BY cp.position)
        FROM release r JOIN person p ON p.practice_id = r.practice_id AND p.id = r.person_id
        JOIN couple_partner cp ON cp.practice_id = r.practice_id AND cp.couple_id = r.couple_id AND cp.person_id = r.person_id
        WHERE r.practice_id = t.practice_id AND r.transfer_id = t.id AND r.copied_at IS NOT NULL) AS gone
    FROM transfer t JOIN person s ON s.practice_id = t.practice_id AND s.id = t.started_by_id
    WHERE t.practice_id = ${actor.practiceId}::uuid AND t.couple_id = ${coupleId}::uuid
    ORDER BY t.created_at DESC, t.id LIMIT 1`;
  return row;
}

/** The transfer of a couple to another practice, for its clinicians. @throws AppError NOT_FOUND */
export async function transferOf(tx: Tx, actor: Member, coupleId: string): Promise<TransferPage> {
  const [couple] = await couplePeople(tx, actor, [coupleId]);
  if (!couple) throw new AppError("NOT_FOUND");
  const row = await latestTransfer(tx, actor, coupleId);
  const day = (instant: Date) => civilDate(instant, actor.timeZone);
  const { practiceName, therapistName, takenAt } = row ?? {};
  return {
    viewer: staffViewerOf(actor),
    couple: { coupleId, state: couple.state, partners: couple.partners },
    transfer: row
      ? {
          transferId: row.transferId,
          state: transferState(row, actor.at),
          startedBy: row.startedBy,
          startedOn: day(row.createdAt),
          until: day(row.expiresAt),
          receiver: takenAt && practiceName && therapistName ? { practiceName, therapistName, on: day(takenAt) } : null,
          gone: (row.gone ?? []).map(({ at, ...who }) => ({ ...who, on: day(new Date(at)) })),
        }
      : null,
  };
}

interface ReceptionRow {
  receptionId: string;
  practiceName: string;
  therapistName: string;
  takenAt: Date;
  expiresAt: Date;
  endedAt: Date | null;
  coupleId: string | null;
}

/** The couples that the viewer took on from other practices, newest first: who sends, and nothing else until somebody arrives. */
export async function receptionsOf(tx: Tx, actor: Member): Promise<ReceptionsPage> {
  const rows = await tx.$queryRaw<ReceptionRow[]>`
    SELECT q.id AS "receptionId", q.from_practice_name AS "practiceName", q.from_therapist_name AS "therapistName", q.taken_at AS "takenAt",
      q.expires_at AS "expiresAt", q.ended_at AS "endedAt", c.id AS "coupleId"
    FROM reception q LEFT JOIN couple c ON c.practice_id = q.practice_id AND c.id = q.couple_id
    WHERE q.practice_id = ${actor.practiceId}::uuid ORDER BY q.taken_at DESC, q.id LIMIT 50`;
  const day = (instant: Date) => civilDate(instant, actor.timeZone);
  return {
    viewer: staffViewerOf(actor),
    mayTake: actor.licensed && actor.roles.includes("THERAPIST"),
    receptions: rows.map(({ takenAt, expiresAt, endedAt, ...row }) => ({
      ...row,
      on: day(takenAt),
      until: day(expiresAt),
      state: endedAt || expiresAt <= actor.at ? "over" : "waits",
    })),
  };
}

/** The latest transfer that a partner may answer, with how the couple stands and their own latest answer. */
export interface OwnTransfer extends Standing {
  transferId: string;
  policy: "NO_SECRETS" | "THERAPIST_DECIDES" | "CONFIDENTIAL";
  practiceName: string;
  therapistName: string;
  ended: boolean;
  latest: (Answer & { id: string; goesAt: Date | null }) | null;
}

type JsonAnswer = { id: string; answer: Answer["answer"] } & Record<
  "answeredAt" | "withdrawnAt" | "copiedAt" | "goesAt",
  string | null
>;

const instant = (text: string | null) => (text === null ? null : new Date(text));

/** What a partner is asked, or was: by the database's own word never anything of the other's. */
export async function ownTransfer(tx: Tx, actor: Member, coupleId: string): Promise<OwnTransfer | null> {
  const [row] = await tx.$queryRaw<(Omit<OwnTransfer, "latest"> & { latest: JsonAnswer | null })[]>`
    SELECT t.id AS "transferId", t.secrets_policy AS policy, t.to_practice_name AS "practiceName", t.to_therapist_name AS "therapistName",
      t.taken_at AS "takenAt", t.stopped_at AS "stoppedAt", t.expires_at AS "expiresAt", c.state = 'ENDED' AS ended,
      (SELECT json_build_object('id', r.id, 'answer', r.answer, 'answeredAt', r.answered_at, 'withdrawnAt', r.withdrawn_at, 'copiedAt', r.copied_at,
          'goesAt', r.goes_at)
        FROM release r WHERE r.practice_id = t.practice_id AND r.transfer_id = t.id AND r.person_id = ${actor.personId}::uuid
        ORDER BY r.withdrawn_at DESC NULLS FIRST, r.answered_at DESC LIMIT 1) AS latest
    FROM transfer t JOIN couple c ON c.practice_id = t.practice_id AND c.id = t.couple_id
    WHERE t.practice_id = ${actor.practiceId}::uuid AND t.couple_id = ${coupleId}::uuid AND t.taken_at IS NOT NULL
    ORDER BY t.created_at DESC, t.id LIMIT 1`;
  if (!row) return null;
  const { latest } = row;
  const answer = latest && {
    id: latest.id,
    answer: latest.answer,
    answeredAt: new Date(latest.answeredAt ?? 0),
    withdrawnAt: instant(latest.withdrawnAt),
    copiedAt: instant(latest.copiedAt),
    goesAt: instant(latest.goesAt),
  };
  return { ...row, latest: answer };
}

/** A partner's own list as the database gives it: bodies in base64. */
interface ListRow {
  checkIns: (Omit<MinePage["checkIns"][number], "words" | "on"> & {
    at: string;
    entryId: string | null;
    body: string | null;
  })[];
  journal: (Omit<MinePage["journal"][number], "words" | "on"> & { at: string; body: string })[];
  weeks: string[];
  stays: number;
}

/** What is a partner's own, newest first, in one statement; of what only they read just how much it is. */
async function listRow(tx: Tx, actor: Member, coupleId: string): Promise<ListRow> {
  const { practiceId, personId, locale } = actor;
  const [row] = await tx.$queryRaw<ListRow[]>`
    WITH own AS (SELECT e.* FROM entry e
      WHERE e.practice_id = ${practiceId}::uuid AND e.couple_id = ${coupleId}::uuid AND e.author_id = ${personId}::uuid)
    SELECT (SELECT coalesce(json_agg(json_build_object('checkInId', ci.id, 'title', sv.content->'text'->(${locale}::text)->>'title', 'at', ci.created_at,
          'result', ci.result, 'difficulty', ci.difficulty, 'usefulness', ci.usefulness, 'shared', ci.shared_at IS NOT NULL, 'entryId', e.id,
          'body', encode(e.body, 'base64')) ORDER BY ci.created_at DESC, ci.id), '[]')
        FROM check_in ci
        JOIN assignment a ON a.practice_id = ci.practice_id AND a.id = ci.assignment_id
        JOIN strategy_version sv ON sv.practice_id = a.practice_id AND sv.id = a.strategy_version_id
        LEFT JOIN own e ON e.check_in_id = ci.id AND e.visibility <> 'PRIVATE'
        WHERE ci.practice_id = ${practiceId}::uuid AND ci.couple_id = ${coupleId}::uuid AND ci.author_id = ${personId}::uuid) AS "checkIns",
      (SELECT coalesce(json_agg(json_build_object('entryId', e.id, 'at', e.created_at, 'shared', e.visibility = 'SHARED', 'body', encode(e.body, 'base64'))
          ORDER BY e.created_at DESC, e.id), '[]') FROM own e
        WHERE e.check_in_id IS NULL AND e.assignment_id IS NULL AND e.gate IS NULL AND e.visibility <> 'PRIVATE') AS journal,
      ARRAY(SELECT p.week_of::text FROM pulse p WHERE p.practice_id = ${practiceId}::uuid AND p.couple_id = ${coupleId}::uuid
        AND p.person_id = ${personId}::uuid ORDER BY p.week_of DESC) AS weeks,
      (SELECT count(*)::int FROM own e WHERE e.visibility = 'PRIVATE') AS stays`;
  return row ?? { checkIns: [], journal: [], weeks: [], stays: 0 };
}

const openEntry = (words: Words, { personId }: Member, rowId: string, body: string) =>
  words.open(personId, Buffer.from(body, "base64"), { table: "entry", column: "body", rowId });

async function listOf(tx: Tx, actor: Member, coupleId: string) {
  const { checkIns, journal, weeks, stays } = await listRow(tx, actor, coupleId);
  const words = await wordsOf(tx, actor.practiceId, [actor.personId]);
  const day = (at: string) => civilDate(new Date(at), actor.timeZone);
  return {
    checkIns: checkIns.map(({ entryId, body, at, ...row }) => ({
      ...row,
      on: day(at),
      words: (entryId && body && openEntry(words, actor, entryId, body)) || null,
    })),
    journal: journal.map(({ at, body, ...row }) => ({
      ...row,
      on: day(at),
      words: openEntry(words, actor, row.entryId, body),
    })),
    weeks,
    stays,
  };
}

/** A partner's own page of a transfer: who receives, and what of theirs would go. @throws AppError NOT_FOUND */
export async function mineOf(tx: Tx, actor: Member, coupleId: string): Promise<MinePage> {
  const [people] = await couplePeople(tx, actor, [coupleId]);
  if (!people) throw new AppError("NOT_FOUND");
  const own = await ownTransfer(tx, actor, coupleId);
  const state = own && answerState(own.latest ?? undefined, actor.at);
  const open = own !== null && !own.ended && transferState(own, actor.at) === "taken" && state !== "GONE";
  const asks = open && state !== "WAITS";
  const list = asks ? await listOf(tx, actor, coupleId) : { checkIns: [], journal: [], weeks: [], stays: 0 };
  return {
    viewer: partnerViewerOf(actor, people),
    ownName: actor.displayName,
    listedAt: actor.at,
    transfer:
      own && state && (open || state === "GONE")
        ? {
            transferId: own.transferId,
            practiceName: own.practiceName,
            therapistName: own.therapistName,
            policy: own.policy,
            until: civilDate(own.expiresAt, actor.timeZone),
            open,
            state,
            answeredAt: own.latest?.answeredAt ?? null,
            goesAt: own.latest?.goesAt ?? null,
            goneAt: own.latest?.copiedAt ?? null,
          }
        : null,
    ...list,
  };
}
