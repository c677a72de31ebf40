import { hashPassword } from "@/server/auth/passwords";
import { demoPassword } from "./demo/harbor-and-northside";
import { livePlan } from "./demo/live";
import { harborPlans } from "./demo/plans";
import { World } from "./world";

const couples = 200;

/** One practice whose therapist treats two hundred couples: what the caseload must show at once. */
export async function buildLarge(at: Date): Promise<World> {
  const world = new World(at, await hashPassword(demoPassword));
  const practice = world.practice({ name: "Big Harbor", senderName: "Big Harbor", timeZone: "America/New_York" });
  const therapist = world.person(practice, {
    name: "Miriam Castellan",
    email: "therapist@large.example",
    roles: ["THERAPIST"],
  });
  for (let index = 0; index < couples; index++) {
    const plan = harborPlans[index % harborPlans.length];
    if (!plan) continue;
    const person = (name: string) =>
      world.person(practice, { name: `${name} ${index}`, email: `${name.toLowerCase()}${index}@large.example` });
    livePlan(world, plan, [person(plan.one), person(plan.two)], [therapist]);
  }
  return world;
}
