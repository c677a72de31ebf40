import { strategyText } from "@/content/content";
import { missingTexts, ownProgramSchema } from "@/content/programs/own";
import { strategyByKey } from "@/content/strategies";
import { Prisma } from "@/server/db/generated/client";
import type { Tx } from "@/server/db/with-actor";
import type { Member } from "@/server/trpc/ladder";
import { assignableStrategies } from "../strategies/queries";
import type { AssignableStrategy } from "../strategies/schema";
import type { Pickable, ProgramLine } from "./schema";

/** A strategy that a week may hold, and whether only the therapist's word may begin it. */
export type WeekReady = AssignableStrategy & { byWord: boolean };

const asksForgiveness = (blocks: readonly { kind: string }[]) => blocks.some((block) => block.kind === "repair");

/** SQL: own strategies that ask for forgiveness, whose weeks no date may begin, as JSON. */
export const byWordJson = ({ practiceId }: Member) => Prisma.sql`
  (SELECT json_agg(DISTINCT v.key) FROM strategy_version v
    WHERE v.practice_id = ${practiceId}::uuid AND v.strategy_id IS NOT NULL AND v.content->'blocks' @> '[{"kind": "repair"}]')`;

/** Everything that this actor may put into a week, from what `byWordJson` answered. One statement. */
export async function weekStrategies(tx: Tx, actor: Member, byWord: readonly string[] | null): Promise<WeekReady[]> {
  return (await assignableStrategies(tx, actor)).map((one) => {
    const known = strategyByKey(one.key);
    return { ...one, byWord: known ? asksForgiveness(known.blocks) : (byWord ?? []).includes(one.key) };
  });
}

/** The same for whoever asks for nothing else. Two statements. */
export async function allWeekStrategies(tx: Tx, actor: Member): Promise<WeekReady[]> {
  const [row] = await tx.$queryRaw<{ byWord: string[] | null }[]>`SELECT ${byWordJson(actor)} AS "byWord"`;
  return weekStrategies(tx, actor, row?.byWord ?? null);
}

/** Strategies as pickers show them. */
export function pickables(all: readonly WeekReady[], locale: string): Pickable[] {
  return all.map(({ key, area, minutes, mode, joint, byWord, own, text }) => {
    const { title } = strategyText({ text }, locale);
    return { key, area, title, minutes, mode, joint, byWord, own: own !== null };
  });
}

export interface LineRow {
  title: Record<string, string>;
  week: Record<string, { title: string; whyNow: string }>;
  number: number;
  total: number;
  paused: boolean;
}

/** SQL: the program of the couple that was entered, as its partners may know it, as JSON; null for none. */
export const lineJson = Prisma.sql`(SELECT row_to_json(w) FROM guard.app_program_week() w)`;

/** What `lineJson` answers, in the reader's language. */
export function lineOf(row: LineRow | null, locale: string): ProgramLine | null {
  if (!row) return null;
  const language = locale === "es" ? "es" : "en";
  const week = row.week[language];
  const { number, total, paused } = row;
  return {
    ...{ title: row.title[language] ?? "", number, total, paused },
    ...{ weekTitle: week?.title ?? "", whyNow: week?.whyNow ?? "" },
  };
}

/** SQL: the running program of a couple for the one line of its page, as JSON; null for none. */
export const briefJson = ({ practiceId, locale }: Member, coupleId: string) => Prisma.sql`
  (SELECT json_build_object('title', e.content->'text'->(${locale}::text)->>'title', 'state', e.state,
      'weekTitle', (SELECT w.text->(${locale}::text)->>'title' FROM enrolment_week w
        WHERE w.practice_id = e.practice_id AND w.enrolment_id = e.id AND w.state = 'OPEN'),
      'opened', (SELECT count(*) FROM enrolment_week w WHERE w.practice_id = e.practice_id AND w.enrolment_id = e.id AND w.state IN ('OPEN', 'DONE')),
      'total', (SELECT count(*) FROM enrolment_week w WHERE w.practice_id = e.practice_id AND w.enrolment_id = e.id AND w.state <> 'SKIPPED'),
      'next', (SELECT json_build_object('opens', w.opens, 'on', e.next_on) FROM enrolment_week w
        WHERE w.practice_id = e.practice_id AND w.enrolment_id = e.id AND w.state = 'WAITING' ORDER BY w.position LIMIT 1))
    FROM enrolment e WHERE e.practice_id = ${practiceId}::uuid AND e.couple_id = ${coupleId}::uuid AND e.state IN ('ACTIVE', 'PAUSED'))`;

/** SQL: whether homework `a` does not run out, because a date opens the next week of the program that brought it. */
export const goesOn = Prisma.sql`EXISTS (
  SELECT 1 FROM enrolment_homework h
  JOIN enrolment_week w ON w.practice_id = h.practice_id AND w.id = h.week_id
  JOIN enrolment e ON e.practice_id = w.practice_id AND e.id = w.enrolment_id AND e.state = 'ACTIVE'
  WHERE h.practice_id = a.practice_id AND h.assignment_id = a.id AND (
    SELECT n.opens FROM enrolment_week n WHERE n.practice_id = e.practice_id AND n.enrolment_id = e.id AND n.state = 'WAITING'
    ORDER BY n.position LIMIT 1) = 'DATE')`;

/** SQL: the day from which the program of a couple could go on, where its next week waits for the therapist's word; else null. */
export const waitsForWord = ({ practiceId }: Member, coupleId: Prisma.Sql) => Prisma.sql`(
  SELECT e.next_on::text FROM enrolment e
  WHERE e.practice_id = ${practiceId}::uuid AND e.couple_id = ${coupleId} AND e.state = 'ACTIVE' AND (
    SELECT n.opens FROM enrolment_week n WHERE n.practice_id = e.practice_id AND n.enrolment_id = e.id AND n.state = 'WAITING'
    ORDER BY n.position LIMIT 1) = 'THERAPIST')`;

/** An own program's stored content. */
export const contentOf = (stored: unknown) => ownProgramSchema.parse(stored);

/** How many texts each language lacks. */
export const missingOf = (content: ReturnType<typeof contentOf>) => ({
  en: missingTexts(content, "en"),
  es: missingTexts(content, "es"),
});
