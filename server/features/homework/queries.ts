import { strategyText } from "@/content/content";
import type { Strategy, StrategyText } from "@/content/schema";
import { civilDate, mondayOf, toColumn } from "@/server/clock";
import { Prisma } from "@/server/db/generated/client";
import type { Tx } from "@/server/db/with-actor";
import { deletedWords, type Words } from "@/server/db/words";
import { AppError } from "@/server/errors";
import type { Member } from "@/server/trpc/ladder";
import { comingDaysJson } from "../appointments/queries";
import { assignStanding } from "../licences/queries";
import { type CouplePeople, couplePeople, staffViewerOf } from "../people/queries";
import { safetyJson } from "../safety/queries";
import { assignableStrategies } from "../strategies/queries";
import { type AssignForm, type HomeworkCard, type OwnCheckIn, type PlanFields, planFields } from "./schema";

export interface OccurrenceRow {
  occurrenceId: string;
  ordinal: number;
  /** The strategy's blocks, where one occurrence was asked for; else null. */
  blocks: unknown;
  partnerDelivery: boolean;
  assignmentId: string;
  assignedById: string;
  active: boolean;
  /** Paused, or in days on which homework rests; alike for everyone who was asked. */
  resting: boolean;
  /** Its assignment was ended while it was open. */
  ended: boolean;
  mode: HomeworkCard["mode"];
  note: Uint8Array | null;
  plan: Uint8Array | null;
  opensOn: string;
  dueOn: string;
  area: Strategy["area"];
  minutes: number;
  text: StrategyText;
  checkInId: string | null;
  clientId: string | null;
  result: HomeworkCard["result"];
  difficulty: number | null;
  usefulness: number | null;
  shared: boolean | null;
  version: number | null;
  answeredAt: Date | null;
  entryId: string | null;
  entryVisibility: OwnCheckIn["visibility"] | null;
  body: Uint8Array | null;
  pulseGiven: boolean;
}

/** My own occurrences with my own answers, in one statement: never anything of the other partner's. */
export async function myOccurrences(
  tx: Tx,
  actor: Member,
  coupleId: string,
  occurrenceId: string | null,
): Promise<OccurrenceRow[]> {
  const today = civilDate(actor.at, actor.timeZone);
  const monday = mondayOf(today);
  return tx.$queryRaw<OccurrenceRow[]>`
    SELECT o.id AS "occurrenceId", o.ordinal, o.assignment_id AS "assignmentId", a.assigned_by_id AS "assignedById", 
      a.state = 'ACTIVE' AND NOT o.rests AS active, a.state = 'PAUSED' OR (a.state = 'ACTIVE' AND o.rests) AS resting, a.state = 'ENDED' AND o.rests AS ended,
      a.mode, a.note, a.plan, o.opens_on::text AS "opensOn", o.due_on::text AS "dueOn", sv.content->>'area' AS area,
      (sv.content->>'minutes')::int AS minutes, sv.content->'text'->(${actor.locale}::text) AS text,
      ci.id AS "checkInId", ci.client_id AS "clientId", ci.result, ci.difficulty, ci.usefulness, ci.shared_at IS NOT NULL AS shared,
      ci.version, ci.created_at AS "answeredAt", e.id AS "entryId", e.visibility AS "entryVisibility", e.body,
      CASE WHEN o.id = ${occurrenceId}::uuid THEN sv.content->'blocks' END AS blocks,
      (SELECT c.partner_delivery FROM couple c WHERE c.practice_id = o.practice_id AND c.id = o.couple_id) AS "partnerDelivery",
      EXISTS (SELECT 1 FROM pulse p WHERE p.practice_id = o.practice_id AND p.couple_id = o.couple_id
        AND p.person_id = o.person_id AND p.week_of = ${monday}::date) AS "pulseGiven"
    FROM occurrence o
    JOIN assignment a ON a.practice_id = o.practice_id AND a.id = o.assignment_id
    JOIN strategy_version sv ON sv.practice_id = a.practice_id AND sv.id = a.strategy_version_id
    LEFT JOIN check_in ci ON ci.practice_id = o.practice_id AND ci.occurrence_id = o.id
    LEFT JOIN entry e ON e.practice_id = ci.practice_id AND e.check_in_id = ci.id AND e.author_id = ci.author_id
    WHERE o.practice_id = ${actor.practiceId}::uuid AND o.couple_id = ${coupleId}::uuid AND o.person_id = ${actor.personId}::uuid
      AND (o.id = ${occurrenceId}::uuid OR (${occurrenceId}::uuid IS NULL AND o.opens_on <= ${today}::date
        AND (o.due_on >= ${today}::date OR ci.created_at >= ${toColumn(monday)}::timestamptz)))
    ORDER BY o.due_on, a.created_at, o.ordinal`;
}

export interface ReplyRow {
  replyId: string;
  occurrenceId: string;
  checkInId: string;
  authorId: string;
  authorName: string;
  body: Uint8Array;
  at: Date;
}

/** SQL: clinicians' replies to my own check-ins, newest first. */
export function replySql(actor: Member, coupleId: string, since: Date, occurrenceId: string | null): Prisma.Sql {
  return Prisma.sql`
    SELECT r.id AS "replyId", c.occurrence_id AS "occurrenceId", c.id AS "checkInId", r.author_id AS "authorId",
      p.display_name AS "authorName", r.body, r.created_at AS at
    FROM reply r
    JOIN check_in c ON c.practice_id = r.practice_id AND c.id = r.check_in_id
    JOIN person p ON p.practice_id = r.practice_id AND p.id = r.author_id
    WHERE r.practice_id = ${actor.practiceId}::uuid AND r.couple_id = ${coupleId}::uuid AND c.author_id = ${actor.personId}::uuid
      AND r.created_at >= ${since}::timestamptz AND (${occurrenceId}::uuid IS NULL OR c.occurrence_id = ${occurrenceId}::uuid)
    ORDER BY r.created_at DESC LIMIT 50`;
}

/** A reply's words as its reader gets them. */
export function openReply(
  words: Words,
  row: { replyId: string; authorId: string; authorName: string; body: Uint8Array; at: Date },
) {
  const body = words.open(row.authorId, row.body, { table: "reply", column: "body", rowId: row.replyId });
  return { replyId: row.replyId, authorName: row.authorName, body, at: row.at };
}

/** The agreed plan of an assignment from its sealed bytes; null where nothing was agreed. */
export function openPlan(
  words: Words,
  row: { assignmentId: string; assignedById: string; plan: Uint8Array | null },
): PlanFields | null {
  if (!row.plan) return null;
  const place = { table: "assignment", column: "plan", rowId: row.assignmentId };
  const text = words.open(row.assignedById, row.plan, place);
  return text === deletedWords ? null : planFields.parse(JSON.parse(text));
}

/** A homework as Today and its own page show it. */
export function cardOf(row: OccurrenceRow, words: Words): HomeworkCard {
  const { occurrenceId, area, minutes, mode, opensOn, dueOn, result } = row;
  const { title, summary, tiny } = row.text;
  const place = { table: "assignment", column: "note", rowId: row.assignmentId };
  const note = row.note ? words.open(row.assignedById, row.note, place) : null;
  const agreed = openPlan(words, row);
  const plan = agreed && { why: agreed.why, when: agreed.when, obstacle: agreed.obstacle, hour: agreed.hour };
  const smallest = agreed?.tiny || tiny.text;
  return { occurrenceId, title, summary, tiny: smallest, area, minutes, mode, opensOn, dueOn, note, plan, result };
}

/** The stored answer of a row; null for none. */
export function ownCheckInOf(row: OccurrenceRow, actor: Member, words: Words): OwnCheckIn | null {
  const { checkInId, clientId, result, version, answeredAt } = row;
  if (!checkInId || !clientId || !result || version === null || !answeredAt) return null;
  const place = row.entryId && { table: "entry", column: "body", rowId: row.entryId };
  const text = place && row.body ? words.open(actor.personId, row.body, place) : "";
  const visibility = row.entryVisibility ?? (row.shared ? "SHARED" : "THERAPIST");
  const { difficulty, usefulness } = row;
  return {
    checkInId,
    clientId,
    result,
    difficulty,
    usefulness,
    visibility,
    words: text || null,
    version,
    at: answeredAt,
  };
}

/** The people of one couple. @throws AppError NOT_FOUND */
export async function findPeople(tx: Tx, actor: Member, coupleId: string) {
  const [people] = await couplePeople(tx, actor, [coupleId]);
  if (!people) throw new AppError("NOT_FOUND");
  return people;
}

/** What a card says of a strategy, in both languages: what one lacks is said in the other. */
export function cardTextsOf(text: Strategy["text"]): AssignForm["strategies"][number]["card"] {
  const of = (locale: "en" | "es") => {
    const { title, summary, tiny } = strategyText({ text }, locale);
    return { title, summary, tiny: tiny.text };
  };
  return { en: of("en"), es: of("es") };
}

/** The languages of one couple alone. */
export function localesOf(people: CouplePeople, all: AssignForm["locales"]): AssignForm["locales"] {
  const mine = people.partners.map(({ personId }) => [personId, all[personId]] as const);
  return Object.fromEntries(mine.flatMap(([id, locale]) => (locale ? [[id, locale] as const] : [])));
}

type FormFacts = Pick<AssignForm, "safety" | "appointments" | "locales"> & { active: AssignForm["active"] | null };

/** Everything that the assigning form shows. */
export async function assignFormPage(tx: Tx, actor: Member, coupleId: string): Promise<AssignForm> {
  const people = await findPeople(tx, actor, coupleId);
  const today = civilDate(actor.at, actor.timeZone);
  const [facts] = await tx.$queryRaw<FormFacts[]>`
    SELECT ${safetyJson(actor, coupleId)} AS safety, ${comingDaysJson(actor, coupleId)} AS appointments,
      guard.app_client_locales() AS locales,
      (SELECT json_agg(x) FROM (SELECT ap.person_id AS "personId",
          json_agg(sv.content->'text'->(${actor.locale}::text)->>'title' ORDER BY a.created_at) AS titles
        FROM assignment a
        JOIN assignment_partner ap ON ap.practice_id = a.practice_id AND ap.assignment_id = a.id
        JOIN strategy_version sv ON sv.practice_id = a.practice_id AND sv.id = a.strategy_version_id
        WHERE a.practice_id = ${actor.practiceId}::uuid AND a.couple_id = ${coupleId}::uuid AND a.state = 'ACTIVE'
          AND (a.ends_on IS NULL OR a.ends_on >= ${today}::date)
        GROUP BY ap.person_id) x) AS active`;
  return {
    viewer: staffViewerOf(actor),
    coupleId,
    partners: people.partners,
    licensed: actor.licensed,
    standing: await assignStanding(tx, actor, coupleId),
    active: facts?.active ?? [],
    appointments: facts?.appointments ?? [],
    locales: localesOf(people, facts?.locales ?? {}),
    safety: facts?.safety ?? null,
    strategies: (await assignableStrategies(tx, actor)).map(({ text, ...strategy }) => {
      const { title, promise, notWhen, tiny } = strategyText({ text }, actor.locale);
      return { ...strategy, title, promise, tiny: tiny.text, notWhen, card: cardTextsOf(text) };
    }),
  };
}
