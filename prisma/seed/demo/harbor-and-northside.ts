import { hashPassword } from "@/server/auth/passwords";
import { type PersonRef, World } from "../world";
import { livePlan } from "./live";
import { harborPlans, northsidePlans, type Plan, secondPlans } from "./plans";

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
  world.person(harbor, { name: "Morgan Reyes", email: "owner@harbor.example", roles: ["OWNER"] });
  const therapist = world.person(harbor, {
    name: "Miriam Castellan",
    email: "therapist@harbor.example",
    roles: ["THERAPIST"],
  });
  const second = world.person(harbor, { name: "Jonas Adeyemi", email: "second@harbor.example", roles: ["THERAPIST"] });
  world.person(harbor, { name: "Casey Lin", email: "coordinator@harbor.example", roles: ["COORDINATOR"] });
  seedCouples(world, harborPlans, [therapist]);
  seedCouples(world, secondPlans, [second]);
  const northside = world.practice({
    name: "Northside Family Practice",
    senderName: "Northside",
    timeZone: "America/Chicago",
  });
  const other = world.person(northside, {
    name: "Ruth Nakamura",
    email: "therapist@northside.example",
    roles: ["OWNER", "THERAPIST"],
  });
  seedCouples(world, northsidePlans, [other]);
  return world;
}
