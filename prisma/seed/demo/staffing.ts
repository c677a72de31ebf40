import { addDays, civilDate, instantAt } from "@/server/clock";
import type { PersonRef, World } from "../world";
import { livePlan } from "./live";
import type { Plan } from "./plans";

const awayInDays = 9;
const awayFor = 4;

/** A couple whose therapist left three weeks ago: nobody who still works here can read it. */
export const formerPlan: Plan = {
  one: "Gwen",
  two: "Iris",
  pulse: {
    one: ["5555666666", "6666666666", "5555555555", "6666677777"],
    two: ["6666666666", "5555666666", "5555555566", "7777777777"],
  },
  homework: [{ key: "check-in-regularly", from: 10, to: 4, cadence: { every: "week", times: 1 }, mode: "TOGETHER" }],
  answers: [0.7, 0.6],
  appointment: { inDays: 40, hour: 11 },
};

const daysOfWork = [520, 480, 410, 300, 130];

/** Lets the staff have come one after the other, not all on the day of the demo. */
export function cameLongAgo(world: World, staff: readonly PersonRef[]): void {
  for (const [index, { id }] of staff.entries()) {
    const days = daysOfWork[index % daysOfWork.length] ?? 0;
    const createdAt = new Date(world.at.getTime() - days * 86_400_000);
    for (const person of world.rows.person) if (person.id === id) person.createdAt = createdAt;
  }
}

/** Plays the life of somebody who left into the world. */
export function formerTherapist(world: World, former: PersonRef, partners: [PersonRef, PersonRef]): void {
  livePlan(world, formerPlan, partners, [former]);
  const endedAt = instantAt(addDays(civilDate(world.at, former.practice.timeZone), -21), 0, former.practice.timeZone);
  for (const person of world.rows.person) if (person.id === former.id) person.endedAt = endedAt;
  for (const role of world.rows.staffRole) if (role.personId === former.id) role.endedAt = endedAt;
  for (const row of world.rows.membership) if (row.personId === former.id) row.staff = false;
  for (const row of world.rows.coupleClinician) if (row.personId === former.id) row.endsAt = endedAt;
}

/** A therapist's planned days away, their first couple covered by a colleague. */
export function plannedAbsence(world: World, away: PersonRef, cover: PersonRef): void {
  const { timeZone } = away.practice;
  const startsOn = addDays(civilDate(world.at, timeZone), awayInDays);
  const endsOn = addDays(startsOn, awayFor);
  const absenceId = world.absence(away, { startsOn, endsOn });
  const held = world.rows.coupleClinician.find((row) => row.personId === away.id && row.role === "PRIMARY");
  if (!held) return;
  world.rows.coupleClinician.push({
    practiceId: held.practiceId,
    coupleId: held.coupleId,
    personId: cover.id,
    role: "COVERING",
    startsAt: instantAt(startsOn, 0, timeZone),
    endsAt: instantAt(addDays(endsOn, 1), 0, timeZone),
    addedById: away.id,
    absenceId,
  });
}
