import type { Area, Cadence, Mode } from "@/content/schema";
import type { CivilDate } from "@/server/clock";
import { Prisma } from "@/server/db/generated/client";
import type { Tx } from "@/server/db/with-actor";
import type { Member } from "@/server/trpc/ladder";
import type { PulseRow } from "../../caseload/queries";
import { elsewhereOf } from "../../licences/policy";
import { coveringJson, locatedJson, type PlaceFacts } from "../../licences/queries";
import { waitsToBeOpened } from "../../private-words/queries";
import { briefJson } from "../../programs/queries";
import type { ProgramBrief } from "../../programs/schema";
import { safetyJson } from "../../safety/queries";
import type { SafetyShape } from "../../safety/schema";
import { waitsForClearance } from "../../tools/queries";
import { type ToldRows, toldJson } from "../../tools/queries/told";

type Result = "DONE" | "PARTLY" | "NOT_THIS_TIME";

/** One assignment with its windows that are over or answered, oldest first. */
export interface HomeworkFacts {
  assignmentId: string;
  assignedById: string;
  title: string;
  area: Area;
  mode: Mode;
  state: "ACTIVE" | "PAUSED" | "ENDED";
  cadence: Cadence;
  startsOn: CivilDate;
  endsOn: CivilDate | null;
  untilAppointment: boolean;
  /** Sealed, in base64. */
  note: string | null;
  /** Sealed, in base64. */
  plan: string | null;
  /** Still running: shown in the list. */
  shown: boolean;
  /** Something in its tool waits to be read before it may be offered to the partner. */
  waits: boolean;
  /** The window of today rests by time away. */
  rests: boolean;
  personIds: string[];
  windows: { personId: string; dueOn: CivilDate; result: Result | null; difficulty: number | null }[] | null;
}

/** Pulses since a Monday, all homework of a couple, who of it lives elsewhere, whether joint work is possible, and what tools kept since an instant, in one statement. */
export async function coupleFacts(
  tx: Tx,
  actor: Member,
  coupleId: string,
  { today, monday, since }: { today: CivilDate; monday: CivilDate; since: Date },
) {
  type Rows = { pulses: PulseRow[] | null; homework: HomeworkFacts[] | null; told: ToldRows };
  type Facts = PlaceFacts & Rows & { safety: SafetyShape | null; program: ProgramBrief | null; toOpenAlone: boolean };
  const [row] = await tx.$queryRaw<Facts[]>`
    SELECT ${locatedJson(actor, Prisma.sql`${coupleId}::uuid`)} AS located, ${coveringJson} AS covering,
      ${safetyJson(actor, coupleId)} AS safety, ${waitsToBeOpened(actor, Prisma.sql`${coupleId}::uuid`)} AS "toOpenAlone", ${briefJson(actor, coupleId)} AS program,
      ${toldJson(actor, coupleId, { what: "readable", since })} AS told,
      (SELECT json_agg(json_build_object('coupleId', p.couple_id, 'personId', p.person_id, 'weekOf', p.week_of, 'trust', p.trust,
          'communication', p.communication, 'intimacy', p.intimacy, 'connection', p.connection))
        FROM pulse p WHERE p.practice_id = ${actor.practiceId}::uuid AND p.couple_id = ${coupleId}::uuid AND p.week_of >= ${monday}::date) AS pulses,
      (SELECT json_agg(json_build_object('assignmentId', a.id, 'assignedById', a.assigned_by_id, 'mode', a.mode, 'state', a.state,
          'title', sv.content->'text'->(${actor.locale}::text)->>'title', 'area', sv.content->>'area', 'cadence', a.cadence,
          'startsOn', a.starts_on, 'endsOn', a.ends_on, 'untilAppointment', a.until_after IS NOT NULL, 'note', encode(a.note, 'base64'), 'plan', encode(a.plan, 'base64'),
          'shown', a.state <> 'ENDED' AND (a.ends_on IS NULL OR a.ends_on >= ${today}::date),
          'waits', EXISTS (SELECT 1 FROM entry e WHERE e.practice_id = a.practice_id AND e.couple_id = a.couple_id
            AND e.assignment_id = a.id AND ${waitsForClearance}),
          'rests', a.state = 'ACTIVE' AND EXISTS (SELECT 1 FROM occurrence o WHERE o.practice_id = a.practice_id AND o.couple_id = a.couple_id
            AND o.assignment_id = a.id AND o.rests AND ${today}::date BETWEEN o.opens_on AND o.due_on),
          'personIds', (SELECT json_agg(ap.person_id) FROM assignment_partner ap WHERE ap.practice_id = a.practice_id AND ap.assignment_id = a.id),
          'windows', (SELECT json_agg(json_build_object('personId', o.person_id, 'dueOn', o.due_on, 'result', ci.result, 'difficulty', ci.difficulty)
              ORDER BY o.due_on, o.ordinal)
            FROM occurrence o LEFT JOIN check_in ci ON ci.practice_id = o.practice_id AND ci.occurrence_id = o.id
            WHERE o.practice_id = a.practice_id AND o.couple_id = a.couple_id AND o.assignment_id = a.id AND o.opens_on <= ${today}::date
              AND (ci.id IS NOT NULL OR (NOT o.rests AND o.due_on < ${today}::date AND (a.paused_on IS NULL OR o.due_on < a.paused_on))))) ORDER BY a.created_at DESC)
        FROM assignment a JOIN strategy_version sv ON sv.practice_id = a.practice_id AND sv.id = a.strategy_version_id
        WHERE a.practice_id = ${actor.practiceId}::uuid AND a.couple_id = ${coupleId}::uuid) AS homework`;
  return {
    pulses: row?.pulses ?? [],
    homework: row?.homework ?? [],
    safety: row?.safety ?? null,
    toOpenAlone: row?.toOpenAlone ?? false,
    program: row?.program ?? null,
    told: row?.told ?? null,
    elsewhere: elsewhereOf(row?.located ?? null, row?.covering ?? null),
  };
}

/** A check-in with the words that the clinician may read, and every reply to it. Bodies of replies are base64. */
export interface CheckInRow {
  checkInId: string;
  authorId: string;
  title: string;
  area: Area;
  result: Result;
  difficulty: number | null;
  usefulness: number | null;
  shared: boolean;
  version: number;
  at: Date;
  reviewed: boolean;
  entryId: string | null;
  body: Uint8Array | null;
  replies:
    | {
        replyId: string;
        authorId: string;
        authorName: string;
        audience: "AUTHOR" | "SAME_READERS";
        body: string;
        at: string;
      }[]
    | null;
}

/** The latest check-ins of a couple, unread ones first. Private words do not come: row-level security leaves them out. */
export async function checkInRows(tx: Tx, actor: Member, coupleId: string): Promise<CheckInRow[]> {
  return tx.$queryRaw<CheckInRow[]>`
    SELECT ci.id AS "checkInId", ci.author_id AS "authorId", sv.content->'text'->(${actor.locale}::text)->>'title' AS title,
      sv.content->>'area' AS area, ci.result, ci.difficulty, ci.usefulness, ci.shared_at IS NOT NULL AS shared, ci.version,
      ci.created_at AS at, coalesce(rv.version >= ci.version, false) AS reviewed, e.id AS "entryId", e.body,
      (SELECT json_agg(json_build_object('replyId', r.id, 'authorId', r.author_id, 'authorName', p.display_name, 'audience', r.audience,
          'body', encode(r.body, 'base64'), 'at', r.created_at) ORDER BY r.created_at)
        FROM reply r JOIN person p ON p.practice_id = r.practice_id AND p.id = r.author_id
        WHERE r.practice_id = ci.practice_id AND r.check_in_id = ci.id) AS replies
    FROM check_in ci
    JOIN assignment a ON a.practice_id = ci.practice_id AND a.id = ci.assignment_id
    JOIN strategy_version sv ON sv.practice_id = a.practice_id AND sv.id = a.strategy_version_id
    LEFT JOIN review rv ON rv.practice_id = ci.practice_id AND rv.check_in_id = ci.id
    LEFT JOIN entry e ON e.practice_id = ci.practice_id AND e.check_in_id = ci.id
    WHERE ci.practice_id = ${actor.practiceId}::uuid AND ci.couple_id = ${coupleId}::uuid
    ORDER BY coalesce(rv.version >= ci.version, false), ci.created_at DESC, ci.id LIMIT 30`;
}
