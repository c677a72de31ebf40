import { addDays, civilDate, instantAt, mondayOf } from "@/server/clock";
import { enrolled } from "../programs";
import { seedTools } from "../tools";
import type { CheckInRef, CoupleRef, OccurrenceRef, PersonRef, World } from "../world";
import { wroteAlone } from "./alone";
import { livedIn } from "./lived-in";
import type { Homework, Plan } from "./plans";
import { randomOf } from "./random";
import { answers, palabras, words } from "./words";

const weeks = 10;
const areas = ["trust", "communication", "intimacy", "connection"] as const;

function seedPulse(world: World, plan: Plan, couple: CoupleRef, today: string): void {
  const monday = mondayOf(today);
  for (const [index, person] of couple.partners.entries()) {
    const lines = index === 0 ? plan.pulse.one : plan.pulse.two;
    for (let week = 0; week < weeks; week++) {
      // This week's pulse is still open for those who are asked today.
      const marks = areas
        .map((area, row) => [area, lines[row]?.[week]] as const)
        .filter(([, mark]) => mark && mark !== "-");
      const weekOf = addDays(monday, 7 * (week - weeks));
      if (marks.length)
        world.pulse(couple, person, weekOf, Object.fromEntries(marks.map(([area, mark]) => [area, Number(mark)])));
    }
  }
}

function seedAppointments(world: World, plan: Plan, couple: CoupleRef, today: string): void {
  const { inDays, hour } = plan.appointment;
  const rests = plan.state === "PAUSED";
  for (let week = rests ? 0 : -6; week <= 2; week++) {
    const at = instantAt(addDays(today, inDays + 7 * week), hour, couple.practice.timeZone);
    if (rests || at <= world.at) world.appointment(couple, at);
  }
  const time = `${String(hour).padStart(2, "0")}:00`;
  if (!rests) world.rhythm(couple, { startsOn: addDays(today, inDays - 42), time, weeks: 1 });
}

/** Until when homework runs; what ends with the next appointment was given to do so at the one before. */
function endOf(homework: Homework, { appointment }: Plan, today: string) {
  if (homework.to !== undefined) return { endsOn: addDays(today, -7 * homework.to - 3) };
  if (homework.endsInDays !== undefined) return { endsOn: addDays(today, homework.endsInDays) };
  if (!homework.untilNext) return {};
  // Meetings are weekly: the next one is less than a week away.
  const next = addDays(today, appointment.inDays % 7);
  return { endsOn: next, untilAfter: addDays(next, -7) };
}

interface Telling {
  world: World;
  plan: Plan;
  therapist: PersonRef;
  random: () => number;
  /** Something from a bank that this couple has not said yet; nothing when all is said. */
  unsaid: (bank: string[]) => string | undefined;
}

function sayOnce(random: () => number): Telling["unsaid"] {
  const said = new Set<string>();
  return (bank) => {
    const left = bank.filter((text) => !said.has(text));
    const text = left[Math.floor(random() * left.length)];
    if (text) said.add(text);
    return text;
  };
}

function answer(
  telling: Telling,
  homework: Pick<Homework, "key">,
  occurrence: OccurrenceRef,
  position: 1 | 2,
): CheckInRef | null {
  const { world, plan, therapist, random } = telling;
  const today = civilDate(world.at, occurrence.person.practice.timeZone);
  if (occurrence.dueOn >= today || random() > (plan.answers[position - 1] ?? 0)) return null;
  const days = Math.floor(random() * 3);
  const [date = occurrence.dueOn] = [addDays(occurrence.dueOn, -days), occurrence.opensOn].sort().slice(-1);
  if (plan.silentDays !== undefined && date > addDays(today, -plan.silentDays)) return null;
  const roll = random();
  const result = roll < 0.66 ? ("DONE" as const) : roll < 0.88 ? ("PARTLY" as const) : ("NOT_THIS_TIME" as const);
  const bank = plan.spanish && position === 2 ? palabras : (words[homework.key] ?? []);
  const text = random() < 0.9 ? telling.unsaid(bank) : undefined;
  const spread = random();
  const visibility = spread < 0.1 ? ("PRIVATE" as const) : spread < 0.6 ? ("THERAPIST" as const) : ("SHARED" as const);
  const difficulty = Math.min(10, Math.round(3 + position + random() * 4));
  const usefulness = Math.min(10, Math.round(5 + random() * 4));
  const at = instantAt(date, 19, occurrence.person.practice.timeZone);
  return world.checkIn(occurrence, {
    result,
    difficulty,
    usefulness,
    visibility,
    words: text,
    at,
    reviewedBy: therapist,
  });
}

function seedHomework(telling: Telling, couple: CoupleRef, homework: Homework, today: string): CheckInRef[] {
  const { world, plan, therapist } = telling;
  const startsOn = addDays(today, -7 * homework.from - 2);
  const { key, cadence, note, mode } = homework;
  const only = homework.only ? couple.partners[homework.only - 1] : undefined;
  const { occurrences } = world.assign(couple, {
    key,
    by: therapist,
    cadence,
    startsOn,
    ...endOf(homework, plan, today),
    ended: homework.to !== undefined,
    note,
    only,
    mode,
  });
  const steps = livedIn[`${plan.one} ${key}`];
  if (steps) seedTools(world, { couple, therapist, strategy: key, occurrences, today }, steps(today));
  return answersTo(telling, couple, homework, occurrences);
}

function answersTo(
  telling: Telling,
  couple: CoupleRef,
  homework: Pick<Homework, "key">,
  occurrences: OccurrenceRef[],
): CheckInRef[] {
  const { world, therapist, random } = telling;
  // The latest first: what was said last has words.
  const told = occurrences.toReversed().flatMap((one) => {
    const checkIn = answer(telling, homework, one, one.person === couple.partners[0] ? 1 : 2);
    return checkIn ? [checkIn] : [];
  });
  for (const checkIn of told.filter(() => random() < 0.15)) {
    const text = telling.unsaid(answers);
    const at = instantAt(addDays(checkIn.occurrence.dueOn, 1), 12, couple.practice.timeZone);
    if (text && at < world.at) world.reply(checkIn, { by: therapist, words: text, at });
  }
  return told;
}

/** The weeks of a program that have opened, with what was answered in them. */
function seedProgram(telling: Telling, couple: CoupleRef, program: NonNullable<Plan["program"]>, today: string) {
  const { world, therapist: by } = telling;
  const { key, openedWeeks: opened, daysIn } = program;
  const startsOn = addDays(today, -daysIn - 7 * (opened - 1));
  const { occurrences } = enrolled(world, couple, { key, by, startsOn, opened });
  return answersTo(telling, couple, { key }, occurrences);
}

/** The latest check-ins were not read yet. */
function leaveUnread(world: World, told: CheckInRef[], count: number): void {
  const latest = [...told].sort((a, b) => (a.occurrence.dueOn < b.occurrence.dueOn ? 1 : -1)).slice(0, count);
  const ids = new Set(latest.map((checkIn) => checkIn.id));
  world.rows.review = world.rows.review.filter((row) => !ids.has(row.checkInId));
}

/** Plays one couple's plan into the world: pulse, appointments, homework, answers and replies. */
export function livePlan(
  world: World,
  plan: Plan,
  partners: [PersonRef, PersonRef],
  clinicians: [PersonRef, ...PersonRef[]],
): void {
  const [therapist] = clinicians;
  const today = civilDate(world.at, therapist.practice.timeZone);
  const startedOn = addDays(today, -7 * weeks - 3);
  const waiting = plan.waiting ? partners[1] : undefined;
  const { state, regions } = plan;
  const couple = world.couple({ partners, clinicians, startedOn, state, waiting, regions, screened: plan.screened });
  seedPulse(world, plan, couple, today);
  seedAppointments(world, plan, couple, today);
  const random = randomOf(plan.one + plan.two);
  const telling = { world, plan, therapist, random, unsaid: sayOnce(random) };
  const told = plan.homework.flatMap((homework) => seedHomework(telling, couple, homework, today));
  if (plan.program) told.push(...seedProgram(telling, couple, plan.program, today));
  leaveUnread(world, told, plan.unread ?? 0);
  wroteAlone(world, couple, therapist);
}
