import type { Area } from "@/content/schema";
import { addDays, type CivilDate, civilDate, mondayOf } from "@/server/clock";
import { Prisma } from "@/server/db/generated/client";
import type { Tx } from "@/server/db/with-actor";
import type { Member } from "@/server/trpc/ladder";
import { askedDaysBefore, type DaysAway, nextUncovered } from "../absences/policy";
import { lastDay } from "../clinicians/policy";
import { elsewhereOf } from "../licences/policy";
import { coveringJson, locatedJson, type PlaceFacts } from "../licences/queries";
import { type CouplePeople, couplePeople, staffViewerOf } from "../people/queries";
import { noticesOf } from "../practices/queries";
import { waitsToBeOpened } from "../private-words/queries";
import { goesOn, waitsForWord } from "../programs/queries";
import { waitsForClearance } from "../tools/queries";
import { areas, needOf, reasonsOf, type Series } from "./policy";
import type { CaseloadPage, CaseloadRow, Mark } from "./schema";

const weeksShown = 8;
const lookBackDays = 70;

interface FactsRow extends PlaceFacts {
  coupleId: string;
  unread: number;
  answeredOn: CivilDate[] | null;
  marks: { personId: string; result: string | null }[] | null;
  homework: { title: string; area: Area; startsOn: CivilDate; endsOn: CivilDate | null }[] | null;
  toOpenAlone: boolean;
  programWaitsSince: CivilDate | null;
  restedUntil: CivilDate | null;
  /** Near absences of the viewer in which nobody covers the couple, which is theirs. */
  uncovered: DaysAway[] | null;
}

const markOf: Record<string, Mark> = { DONE: "done", PARTLY: "partly", NOT_THIS_TIME: "not" };

/** An occurrence's result as a dot. */
export function toMark(result: string | null): Mark {
  return result ? (markOf[result] ?? "none") : "none";
}

/** What the caseload asks of each couple, in one statement. Windows still open and unanswered are no marks yet. */
async function factsOf(tx: Tx, actor: Member, today: CivilDate, coupleIds: string[]): Promise<FactsRow[]> {
  const since = addDays(today, -lookBackDays);
  return tx.$queryRaw<FactsRow[]>`
    WITH windows AS (
      SELECT o.couple_id, o.person_id, ci.result, o.due_on, o.ordinal, row_number() OVER (
        PARTITION BY o.couple_id, o.person_id ORDER BY o.due_on DESC, o.assignment_id, o.ordinal DESC) AS n
      FROM occurrence o LEFT JOIN check_in ci ON ci.practice_id = o.practice_id AND ci.occurrence_id = o.id
      WHERE o.practice_id = ${actor.practiceId}::uuid AND o.couple_id = ANY (${coupleIds}::uuid[])
        AND o.due_on >= ${since}::date AND o.opens_on <= ${today}::date AND (ci.id IS NOT NULL OR NOT o.rests AND o.due_on < ${today}::date)),
    marks AS (
      SELECT couple_id, json_agg(json_build_object('personId', person_id, 'result', result) ORDER BY n DESC) AS marks
      FROM windows WHERE n <= 6 GROUP BY couple_id),
    answers AS (
      SELECT ci.couple_id, count(*) FILTER (WHERE r.version IS NULL OR r.version < ci.version)::int AS unread,
        array_agg(DISTINCT (ci.created_at AT TIME ZONE ${actor.timeZone})::date::text) AS answered_on
      FROM check_in ci LEFT JOIN review r ON r.practice_id = ci.practice_id AND r.check_in_id = ci.id
      WHERE ci.practice_id = ${actor.practiceId}::uuid AND ci.couple_id = ANY (${coupleIds}::uuid[]) GROUP BY ci.couple_id),
    waiting AS (
      SELECT e.couple_id, count(*)::int AS unread FROM entry e
      WHERE e.practice_id = ${actor.practiceId}::uuid AND e.couple_id = ANY (${coupleIds}::uuid[]) AND ${waitsForClearance}
      GROUP BY e.couple_id),
    homework AS (
      SELECT a.couple_id, json_agg(json_build_object('title', sv.content->'text'->(${actor.locale}::text)->>'title', 'area', sv.content->>'area',
        'startsOn', a.starts_on, 'endsOn', CASE WHEN ${goesOn} THEN NULL ELSE a.ends_on END) ORDER BY a.created_at DESC) AS homework
      FROM assignment a JOIN strategy_version sv ON sv.practice_id = a.practice_id AND sv.id = a.strategy_version_id
      WHERE a.practice_id = ${actor.practiceId}::uuid AND a.couple_id = ANY (${coupleIds}::uuid[]) AND a.state = 'ACTIVE'
        AND (a.ends_on IS NULL OR a.ends_on >= ${today}::date) GROUP BY a.couple_id)
    SELECT ${locatedJson(actor, Prisma.sql`c.id`)} AS located, ${coveringJson} AS covering, c.id AS "coupleId", coalesce(n.unread, 0) + coalesce(w.unread, 0) AS unread, n.answered_on AS "answeredOn", m.marks, h.homework,
      ${waitsForWord(actor, Prisma.sql`c.id`)} AS "programWaitsSince", ${waitsToBeOpened(actor, Prisma.sql`c.id`)} AS "toOpenAlone",
      (SELECT max(o.due_on)::text FROM occurrence o JOIN assignment a ON a.practice_id = o.practice_id AND a.id = o.assignment_id AND a.state <> 'ENDED'
        WHERE o.practice_id = ${actor.practiceId}::uuid AND o.couple_id = c.id AND o.due_on >= ${since}::date AND o.rests AND o.opens_on <= ${today}::date) AS "restedUntil",
      (SELECT json_agg(json_build_object('startsOn', a.starts_on, 'endsOn', a.ends_on)) FROM absence a
        JOIN couple cu ON cu.practice_id = a.practice_id AND cu.id = c.id AND cu.state <> 'ENDED'
        JOIN couple_clinician mine ON mine.practice_id = a.practice_id AND mine.couple_id = c.id AND mine.person_id = a.person_id
          AND mine.role = 'PRIMARY' AND mine.ends_at IS NULL
        WHERE a.practice_id = ${actor.practiceId}::uuid AND a.person_id = ${actor.personId}::uuid AND a.cancelled_at IS NULL
          AND a.ends_on >= ${today}::date AND a.starts_on <= ${addDays(today, askedDaysBefore)}::date
          AND NOT EXISTS (SELECT 1 FROM couple_clinician cc WHERE cc.practice_id = a.practice_id AND cc.absence_id = a.id
            AND cc.couple_id = c.id AND cc.ends_at > cc.starts_at AND cc.ends_at > ${actor.at}::timestamptz
            AND cc.person_id = ANY ((SELECT guard.app_therapists())::uuid[]))) AS uncovered
    FROM unnest(${coupleIds}::uuid[]) AS c(id)
    LEFT JOIN answers n ON n.couple_id = c.id LEFT JOIN waiting w ON w.couple_id = c.id LEFT JOIN marks m ON m.couple_id = c.id LEFT JOIN homework h ON h.couple_id = c.id`;
}

export interface PulseRow {
  coupleId: string;
  personId: string;
  weekOf: CivilDate;
  trust: number | null;
  communication: number | null;
  intimacy: number | null;
  connection: number | null;
}

/** All pulses of these couples since a Monday, in one statement. */
export async function pulsesSince(tx: Tx, actor: Member, coupleIds: string[], monday: CivilDate): Promise<PulseRow[]> {
  return tx.$queryRaw<PulseRow[]>`
    SELECT couple_id AS "coupleId", person_id AS "personId", week_of::text AS "weekOf", trust, communication, intimacy, connection
    FROM pulse WHERE practice_id = ${actor.practiceId}::uuid AND couple_id = ANY (${coupleIds}::uuid[]) AND week_of >= ${monday}::date`;
}

/** The Mondays of the last weeks, oldest first, this week's included. */
export function mondaysUntil(today: CivilDate, count: number): CivilDate[] {
  const last = mondayOf(today);
  return Array.from({ length: count }, (_, index) => addDays(last, 7 * (index - count + 1)));
}

/** One person's ratings of one area along the weeks. */
export function seriesOf(rows: PulseRow[], personId: string | undefined, area: Area, weeks: CivilDate[]): Series {
  const byWeek = new Map(rows.filter((row) => row.personId === personId).map((row) => [row.weekOf, row[area]]));
  return weeks.map((week) => byWeek.get(week) ?? null);
}

function meanOfAreas(rows: PulseRow[], personId: string | undefined, weeks: CivilDate[]): Series {
  const perArea = areas.map((area) => seriesOf(rows, personId, area, weeks));
  return weeks.map((_, index) => {
    const values = perArea.map((series) => series[index] ?? null).filter((value): value is number => value !== null);
    return values.length ? Math.round((10 * values.reduce((sum, value) => sum + value, 0)) / values.length) / 10 : null;
  });
}

function rowOf(
  people: CouplePeople,
  facts: FactsRow | undefined,
  pulses: PulseRow[],
  weeks: CivilDate[],
  today: CivilDate,
): Omit<CaseloadRow, "covering"> {
  const [one, two] = [1, 2].map(
    (position) => people.partners.find((partner) => partner.position === position)?.personId,
  );
  const pulse = Object.fromEntries(
    areas.map((area) => [area, { one: seriesOf(pulses, one, area, weeks), two: seriesOf(pulses, two, area, weeks) }]),
  ) as Record<Area, { one: Series; two: Series }>;
  const homework = facts?.homework ?? [];
  const unread = facts?.unread ?? 0;
  const reasons = reasonsOf({
    today,
    partners: people.partners,
    toOpenAlone: facts?.toOpenAlone ?? false,
    unread,
    answeredOn: facts?.answeredOn ?? [],
    homeworkEnds: homework.map((item) => item.endsOn),
    homeworkSince: homework.map((item) => item.startsOn).sort()[0] ?? null,
    pulse,
    restedUntil: facts?.restedUntil ?? null,
    programWaitsSince: facts?.programWaitsSince ?? null,
    elsewhere: elsewhereOf(facts?.located ?? null, facts?.covering ?? null).places.map((one) => one.personId),
  });
  const marks = (id: string | undefined) =>
    (facts?.marks ?? []).filter((mark) => mark.personId === id).map((mark) => toMark(mark.result));
  return {
    coupleId: people.coupleId,
    state: people.state,
    partners: people.partners,
    reasons: people.state === "ACTIVE" ? reasons : reasons.filter(outlastsRest),
    unread,
    pulse: { one: meanOfAreas(pulses, one, weeks), two: meanOfAreas(pulses, two, weeks) },
    adherence: { one: marks(one), two: marks(two) },
    homework: homework.map(({ title, area }) => ({ title, area })),
    nextAppointment: people.nextAppointment,
  };
}

/** Whether a reason holds of a couple that rests or has ended. */
const outlastsRest = ({ kind }: CaseloadRow["reasons"][number]) => kind === "unread" || kind === "open-alone";

/** For whom the viewer covers a couple and until when; null where they treat it for good. */
function coveringOf({ clinicians }: CouplePeople, actor: Member): CaseloadRow["covering"] {
  const mine = clinicians.filter((one) => one.personId === actor.personId);
  const ends = mine.flatMap(({ role, until }) => (role === "COVERING" && until ? [until] : []));
  const last = ends.sort().at(-1);
  if (!last || mine.some((one) => one.role !== "COVERING")) return null;
  const primary = clinicians.find((one) => one.role === "PRIMARY" && one.personId !== actor.personId);
  return { name: primary?.name ?? null, until: lastDay(new Date(last), actor.timeZone) };
}

/** Every couple that I treat, those that need me first. At most six statements, the audit row counted, whatever their number. */
export async function caseloadPage(tx: Tx, actor: Member): Promise<CaseloadPage> {
  const today = civilDate(actor.at, actor.timeZone);
  const weeks = mondaysUntil(today, weeksShown);
  const ids = actor.clinicianCouples;
  const people = await couplePeople(tx, actor, ids);
  const facts = new Map((await factsOf(tx, actor, today, ids)).map((row) => [row.coupleId, row]));
  const pulses = Map.groupBy(await pulsesSince(tx, actor, ids, weeks[0] ?? today), (row) => row.coupleId);
  const rows = people
    .filter((couple) => couple.state !== "ENDED" || facts.get(couple.coupleId)?.toOpenAlone)
    .map((couple) => ({
      ...rowOf(couple, facts.get(couple.coupleId), pulses.get(couple.coupleId) ?? [], weeks, today),
      covering: coveringOf(couple, actor),
    }));
  const soon = (row: CaseloadRow) => row.nextAppointment?.getTime() ?? Number.POSITIVE_INFINITY;
  rows.sort((a, b) => needOf(b.reasons) - needOf(a.reasons) || soon(a) - soon(b));
  const uncovered = nextUncovered(
    [...facts.values()].flatMap((row) => row.uncovered ?? []),
    today,
  );
  return { viewer: staffViewerOf(actor), notices: await noticesOf(tx, actor), couples: rows, uncovered };
}
