import { contentLocale, strategyText } from "@/content/content";
import { programs } from "@/content/programs";
import { completeProgram } from "@/content/programs/own";
import type { Program } from "@/content/programs/schema";
import { civilDate } from "@/server/clock";
import type { Tx } from "@/server/db/with-actor";
import { AppError } from "@/server/errors";
import type { Member } from "@/server/trpc/ladder";
import { assignStanding } from "../../licences/queries";
import { couplePeople, staffViewerOf } from "../../people/queries";
import { safetyJson } from "../../safety/queries";
import { mayOpenByDate } from "../policy";
import { byWordJson, contentOf, type WeekReady, weekStrategies } from "../queries";
import type { EnrolForm, ProgramChoice } from "../schema";

/** A program to choose; null where the actor may not assign a strategy of it. */
function choiceOf(program: Program, own: boolean, ready: Map<string, WeekReady>, locale: string): ProgramChoice | null {
  const language = contentLocale(locale);
  const weeks = program.weeks.map(({ text, opens, strategies }) => {
    const held = strategies.flatMap((key) => ready.get(key) ?? []);
    const gate = opens === "date" && mayOpenByDate(held) ? ("DATE" as const) : ("THERAPIST" as const);
    const known = held.map(({ area, minutes, joint, text: words, mode }) => {
      const { title } = strategyText({ text: words }, locale);
      return { title, area, minutes, joint: joint || mode === "TOGETHER" };
    });
    return { ...text[language], opens: gate, strategies: known, whole: held.length === strategies.length };
  });
  if (weeks.some((week) => !week.whole)) return null;
  const plain = weeks.map(({ whole: _, ...week }) => week);
  return { key: program.key, own, ...program.text[language], weeks: plain };
}

interface Facts {
  timeZone: string;
  safety: EnrolForm["safety"];
  running: string | null;
  active: EnrolForm["active"] | null;
  programs: { id: string; content: unknown }[] | null;
  byWord: string[] | null;
}

/** The couple's side of the form and the own programs, in one statement. */
async function factsOf(tx: Tx, actor: Member, coupleId: string): Promise<Facts> {
  const [row] = await tx.$queryRaw<Facts[]>`
    SELECT pr.time_zone AS "timeZone", ${safetyJson(actor, coupleId)} AS safety, ${byWordJson(actor)} AS "byWord",
      (SELECT e.content->'text'->(${actor.locale}::text)->>'title' FROM enrolment e
        WHERE e.practice_id = pr.id AND e.couple_id = ${coupleId}::uuid AND e.state IN ('ACTIVE', 'PAUSED')) AS running,
      (SELECT json_agg(json_build_object('id', p.id, 'content', p.content) ORDER BY p.updated_at DESC) FROM program p
        WHERE p.practice_id = pr.id AND p.archived_at IS NULL) AS programs,
      (SELECT json_agg(x) FROM (SELECT ap.person_id AS "personId",
          json_agg(sv.content->'text'->(${actor.locale}::text)->>'title' ORDER BY a.created_at) AS titles
        FROM assignment a
        JOIN assignment_partner ap ON ap.practice_id = a.practice_id AND ap.assignment_id = a.id
        JOIN strategy_version sv ON sv.practice_id = a.practice_id AND sv.id = a.strategy_version_id
        WHERE a.practice_id = pr.id AND a.couple_id = ${coupleId}::uuid AND a.state = 'ACTIVE'
          AND (a.ends_on IS NULL OR a.ends_on >= (${actor.at}::timestamptz AT TIME ZONE pr.time_zone)::date)
        GROUP BY ap.person_id) x) AS active
    FROM practice pr WHERE pr.id = ${actor.practiceId}::uuid`;
  if (!row) throw new AppError("NOT_FOUND");
  return row;
}

/** Everything that enrolling a couple shows. Six statements. */
export async function enrolFormPage(tx: Tx, actor: Member, coupleId: string): Promise<EnrolForm> {
  const [people] = await couplePeople(tx, actor, [coupleId]);
  if (!people) throw new AppError("NOT_FOUND");
  const facts = await factsOf(tx, actor, coupleId);
  const ready = new Map((await weekStrategies(tx, actor, facts.byWord)).map((one) => [one.key, one]));
  const own = (facts.programs ?? []).flatMap(({ id, content }) => completeProgram(id, contentOf(content)) ?? []);
  const { locale } = actor;
  return {
    viewer: staffViewerOf(actor),
    coupleId,
    partners: people.partners,
    state: people.state,
    today: civilDate(actor.at, facts.timeZone),
    licensed: actor.licensed,
    standing: await assignStanding(tx, actor, coupleId),
    safety: facts.safety,
    active: facts.active ?? [],
    running: facts.running,
    programs: [
      ...programs.flatMap((program) => choiceOf(program, false, ready, locale) ?? []),
      ...own.flatMap((program) => choiceOf(program, true, ready, locale) ?? []),
    ],
  };
}
