import type { Tx } from "@/server/db/with-actor";
import { AppError } from "@/server/errors";
import type { Member } from "@/server/trpc/ladder";
import { insert, mayOpenByDate } from "../policy";
import { type InsertInput, type WeekStrategy, type WeekTexts, weekStrategy, weekTexts } from "../schema";
import { hold, type Which } from "./steer";
import { pinStrategies } from "./strategies";

type Inserting = InsertInput & Which;

/** What a week put in is called and for: its strategies say it, so that no word about a couple is stored in the open. */
function textOf(strategies: readonly WeekStrategy[]): WeekTexts {
  const inLanguage = (locale: "en" | "es") => ({
    title: strategies.map((one) => one.title[locale]).join(" · "),
    whyNow: strategies.map((one) => one.promise[locale]).join(" "),
  });
  return { en: inLanguage("en"), es: inLanguage("es") };
}

/** What an earlier week held. @throws AppError NOT_FOUND */
async function copied(tx: Tx, actor: Member, { coupleId, enrolmentId, repeatWeekId }: Inserting) {
  const where = { practiceId: actor.practiceId, coupleId, enrolmentId, id: repeatWeekId ?? "" };
  const week = await tx.enrolmentWeek.findFirst({ where, select: { text: true, strategies: true } });
  if (!week) throw new AppError("NOT_FOUND");
  return { text: weekTexts.parse(week.text), strategies: weekStrategy.array().parse(week.strategies) };
}

/** What is put in: an earlier week again, or chosen strategies. @throws AppError NOT_FOUND */
async function contentOf(tx: Tx, actor: Member, input: Inserting) {
  if (input.repeatWeekId) return copied(tx, actor, input);
  const pinned = await pinStrategies(tx, actor, input.strategies);
  const strategies = [...new Set(input.strategies)].map((key) => {
    const one = pinned.get(key);
    if (!one) throw new AppError("NOT_FOUND");
    return one;
  });
  return { text: textOf(strategies), strategies };
}

/**
 * Puts a week in among those still ahead; the days after it make room. The same `clientId` again puts nothing more in.
 * @throws AppError NOT_FOUND, CLOSED, CHANGED_MEANWHILE; INVALID beside `opens` where no date may begin it
 */
export async function insertWeek(tx: Tx, actor: Member, input: Inserting): Promise<void> {
  const { practiceId } = actor;
  const { coupleId, enrolmentId, clientId: id, afterWeekId: after, opens } = input;
  const { held } = await hold(tx, actor, input);
  if (held.weeks.some((week) => week.id === id)) return;
  if (after && !held.weeks.some((week) => week.id === after)) throw new AppError("NOT_FOUND");
  const { text, strategies } = await contentOf(tx, actor, input);
  if (opens === "DATE" && !mayOpenByDate(strategies)) throw new AppError("INVALID", { fields: { opens: "needsWord" } });
  const course = insert(held, { id, opens }, after);
  if (!course) throw new AppError(held.state === "ENDED" || held.state === "FINISHED" ? "CLOSED" : "CHANGED_MEANWHILE");
  const position = course.weeks.findIndex((week) => week.id === id);
  const place = { practiceId, coupleId, enrolmentId };
  await tx.enrolmentWeek.updateMany({
    where: { ...place, position: { gte: position } },
    data: { position: { increment: 1 } },
  });
  await tx.enrolmentWeek.createMany({ data: [{ ...place, id, position, opens, state: "WAITING", text, strategies }] });
}
