import { hashPassword } from "@/server/auth/passwords";
import { ownProgram } from "../programs";
import { type PersonRef, World } from "../world";
import { readingBits } from "./alone";
import { livePlan } from "./live";
import { harborPlans, newcomerPlans, northsidePlans, type Plan, secondPlans } from "./plans";
import { demoNpi } from "./registry";
import { cameLongAgo, formerPlan, formerTherapist, plannedAbsence } from "./staffing";

/** The password of every demo login. */
export const demoPassword = "reconnect-demo";

const emailOf = (name: string) => `${name.toLowerCase()}@couple.example`;

function seedCouples(world: World, plans: Plan[], clinicians: [PersonRef, ...PersonRef[]]): void {
  const [primary] = clinicians;
  for (const plan of plans) {
    const person = (name: string, spanish: boolean) =>
      world.person(primary.practice, { name, email: emailOf(name), locale: spanish ? "es" : "en" });
    livePlan(world, plan, [person(plan.one, false), person(plan.two, plan.spanish === true)], clinicians);
  }
}

/** Two practices as they might look on an ordinary day: ten weeks of uneven history, told from today. */
export async function buildDemo(at: Date): Promise<World> {
  const world = new World(at, await hashPassword(demoPassword));
  const harbor = world.practice({ name: "Harbor Couples Therapy", senderName: "Harbor", timeZone: "America/New_York" });
  const owner = world.person(harbor, { name: "Morgan Reyes", email: "owner@harbor.example", roles: ["OWNER"] });
  const therapist = world.person(harbor, {
    name: "Miriam Castellan",
    email: "therapist@harbor.example",
    roles: ["THERAPIST"],
    licensed: false,
  });
  world.licence(therapist, { npi: demoNpi.miriam });
  for (const row of world.rows.person) if (row.id === therapist.id) row.readingDays = readingBits;
  const second = world.person(harbor, {
    name: "Jonas Adeyemi",
    email: "second@harbor.example",
    roles: ["THERAPIST"],
    licensed: false,
  });
  world.licence(second, { npi: demoNpi.jonas, number: "LMFT-20931", lastsDays: 41 });
  // The registry has another number there: the owner sees both, and decides.
  const elsewhere = { number: "37FI00118700", jurisdiction: "US-NJ", lastsDays: 700 };
  world.licence(second, { npi: demoNpi.jonas, status: "SUBMITTED", ...elsewhere });
  const newcomer = world.person(harbor, {
    name: "Nadia Farouk",
    email: "newcomer@harbor.example",
    roles: ["THERAPIST"],
    licensed: false,
  });
  const coordinator = world.person(harbor, {
    name: "Casey Lin",
    email: "coordinator@harbor.example",
    roles: ["COORDINATOR"],
  });
  world.ownStrategy(second, {
    ...{ like: "make-quality-time", shared: true },
    title: { en: "A walk without phones", es: "Un paseo sin teléfonos" },
  });
  world.ownStrategy(therapist, { like: "say-i", state: "DRAFT", title: { en: "The small no", es: "" } });
  ownProgram(world, second, {
    ...{ like: "friends-first", shared: true },
    title: { en: "Before the baby comes", es: "Antes de que llegue el bebé" },
  });
  seedCouples(world, harborPlans, [therapist]);
  seedCouples(world, secondPlans, [second]);
  seedCouples(world, newcomerPlans, [newcomer]);
  plannedAbsence(world, second, therapist);
  const former = world.person(harbor, { name: "Helen Brandt", email: "former@harbor.example", roles: ["THERAPIST"] });
  const client = (name: string) => world.person(harbor, { name, email: emailOf(name) });
  formerTherapist(world, former, [client(formerPlan.one), client(formerPlan.two)]);
  cameLongAgo(world, [owner, therapist, former, second, coordinator]);
  const northside = world.practice({
    name: "Northside Family Practice",
    senderName: "Northside",
    timeZone: "America/Chicago",
  });
  const other = world.person(northside, {
    name: "Ruth Nakamura",
    email: "therapist@northside.example",
    roles: ["OWNER", "THERAPIST"],
    licensed: false,
  });
  world.licence(other, { npi: demoNpi.ruth, number: "166.001233", jurisdiction: "US-IL" });
  seedCouples(world, northsidePlans, [other]);
  // Under two days: whoever pays then pays at once, and sees all of billing without waiting for a trial to end.
  world.onTrial(northside, 40);
  return world;
}
