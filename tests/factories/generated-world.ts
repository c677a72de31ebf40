import fc from "fast-check";
import { v4 as uuidv4 } from "uuid";
import type { CoupleRef, PersonRef, PracticeRef, World } from "@/prisma/seed/world";
import { addDays, civilDate, mondayOf } from "@/server/clock";

const day = 86_400_000;
const visibility = fc.constantFrom("PRIVATE" as const, "THERAPIST" as const, "SHARED" as const);
const roleSets = [["THERAPIST"], ["OWNER"], ["OWNER", "THERAPIST"], ["COORDINATOR"]] as const;

const staffPlan = fc.record({
  roles: fc.constantFrom(...roleSets),
  /** Left the practice, or lost every role. */
  gone: fc.constantFrom("no", "no", "no", "person", "roles"),
  /** What they composed. */
  strategies: fc.array(
    fc.record({
      state: fc.constantFrom(undefined, undefined, "DRAFT" as const, "ARCHIVED" as const),
      shared: fc.boolean(),
    }),
    { maxLength: 2 },
  ),
});
/** From which day until before which, told from today. */
const span = fc.constantFrom<[number, number | null]>(
  [-30, null],
  [-30, null],
  [-30, -1],
  [-30, 10],
  [5, null],
  [5, 10],
);
const treatmentPlan = fc.record({ by: fc.nat(3), span });
const toolPlan = fc.record({
  visibility,
  gate: fc.constantFrom(undefined, undefined, "MUTUAL" as const, "CONSENT" as const),
  /** Days from now at which it reaches the partner. */
  inDays: fc.constantFrom(-2, 0, 1),
  revealed: fc.boolean(),
});
const homeworkPlan = fc.record({
  only: fc.constantFrom(null, null, 0, 1),
  knownToBoth: fc.boolean(),
  /** What each partner answered, and to whom it was replied. */
  answers: fc.tuple(fc.option(visibility), fc.option(visibility)),
  reply: fc.option(fc.constantFrom("AUTHOR" as const, "SAME_READERS" as const)),
  /** What each partner stored with a tool: held or not, behind a gate or not, opened or not. */
  tools: fc.tuple(fc.option(toolPlan), fc.option(toolPlan)),
});
const couplePlan = fc.record({
  state: fc.constantFrom("ACTIVE" as const, "ACTIVE" as const, "PAUSED" as const, "ENDED" as const),
  joined: fc.tuple(fc.boolean(), fc.constant(true)),
  treatments: fc.uniqueArray(treatmentPlan, { minLength: 1, maxLength: 3, selector: (one) => one.by }),
  homework: fc.array(homeworkPlan, { maxLength: 3 }),
  pulses: fc.tuple(fc.boolean(), fc.boolean()),
  journal: fc.array(fc.tuple(fc.nat(1), visibility), { maxLength: 2 }),
});
const practicePlan = fc.record({
  staff: fc.array(staffPlan, { minLength: 2, maxLength: 4 }),
  couples: fc.array(couplePlan, { minLength: 1, maxLength: 3 }),
  /** The first partner of one couple is a partner of the next one too. */
  twice: fc.boolean(),
});

/** Two practices in every state that the product knows, small enough to be looked at when a test fails. */
export const worldPlan = fc.record({
  practices: fc.tuple(practicePlan, practicePlan),
  /** A therapist of the first practice is a client of the second, under one login. */
  both: fc.boolean(),
});
export type WorldPlan = typeof worldPlan extends fc.Arbitrary<infer T> ? T : never;
type PracticePlan = WorldPlan["practices"][number];
type CouplePlan = PracticePlan["couples"][number];

/** Who was made: a login and the practice in which it is someone. */
export interface Made {
  practices: PracticeRef[];
  people: PersonRef[];
}

function leave({ rows, at }: World, person: PersonRef, gone: string): void {
  const endedAt = new Date(at.getTime() - day);
  for (const row of rows.person) if (row.id === person.id && gone === "person") row.endedAt = endedAt;
  for (const row of rows.staffRole) if (row.personId === person.id && gone !== "no") row.endedAt = endedAt;
}

function treat({ rows, at }: World, couple: CoupleRef, staff: PersonRef[], plans: CouplePlan["treatments"]): void {
  const moment = (days: number) => new Date(at.getTime() + days * day);
  const chosen = new Map(plans.map((plan) => [staff[plan.by % staff.length], plan]));
  for (const [person, plan] of chosen) {
    if (!person) continue;
    const [from, until] = plan.span;
    rows.coupleClinician.push({
      practiceId: couple.practice.id,
      coupleId: couple.id,
      personId: person.id,
      role: until === null ? "SUPERVISOR" : "COVERING",
      startsAt: moment(from),
      endsAt: until === null ? null : moment(until),
    });
  }
}

function homework(world: World, couple: CoupleRef, by: PersonRef, plan: CouplePlan["homework"][number]): void {
  const today = civilDate(world.at, couple.practice.timeZone);
  const { occurrences } = world.assign(couple, {
    key: "be-curious",
    by,
    cadence: { every: "week", times: 1 },
    startsOn: addDays(today, -10),
    endsOn: addDays(today, 3),
    only: plan.only === null ? undefined : couple.partners[plan.only],
    knownToBoth: plan.knownToBoth,
  });
  for (const [index, person] of couple.partners.entries()) {
    const occurrence = occurrences.find((one) => one.person === person);
    const reach = plan.answers[index];
    const tool = plan.tools[index];
    if (occurrence && tool) {
      const { visibility: readers, gate, inDays, revealed } = tool;
      const sharedAt = new Date(world.at.getTime() + inDays * day);
      world.toolEntry(occurrence, {
        ...{ block: "question", kind: "answer", slot: "card", once: `${index}|card`, visibility: readers, sharedAt },
        ...(gate ? { gate, ...(revealed && readers === "SHARED" ? { revealedAt: world.at } : {}) } : {}),
        body: { v: 1, words: "canary" },
      });
    }
    if (!occurrence || !reach) continue;
    const answer = world.checkIn(occurrence, { visibility: reach, words: "canary", difficulty: 3, reviewedBy: by });
    if (plan.reply) world.reply(answer, { by, words: "canary", audience: plan.reply });
  }
}

function journal({ rows, at }: World, couple: CoupleRef, plan: CouplePlan["journal"]): void {
  for (const [who, reach] of plan) {
    const base = { practiceId: couple.practice.id, coupleId: couple.id, authorId: couple.partners[who]?.id ?? "" };
    const times = { createdAt: at, updatedAt: at, sharedAt: reach === "SHARED" ? at : null };
    const body = new Uint8Array([1]);
    rows.entry.push({ ...base, id: uuidv4(), block: "journal", kind: "words", visibility: reach, body, ...times });
  }
}

function makeCouple(world: World, plan: CouplePlan, staff: PersonRef[], partners: [PersonRef, PersonRef]): void {
  const today = civilDate(world.at, partners[0].practice.timeZone);
  const waiting = plan.joined[0] ? undefined : partners[0];
  const couple = world.couple({ partners, clinicians: [], startedOn: addDays(today, -40), state: plan.state, waiting });
  treat(world, couple, staff, plan.treatments);
  const by = staff[(plan.treatments[0]?.by ?? 0) % staff.length] ?? partners[0];
  for (const one of plan.homework) homework(world, couple, by, one);
  for (const [index, person] of partners.entries())
    if (plan.pulses[index]) world.pulse(couple, person, addDays(mondayOf(today), -7), { trust: 4 });
  journal(world, couple, plan.journal);
  world.appointment(couple, new Date(world.at.getTime() + day));
}

/** Gathers a generated world's rows. Addresses carry `tag`, so that many worlds fit into one database. */
export function makeWorld(world: World, plan: WorldPlan, tag: string): Made {
  const people: PersonRef[] = [];
  const practices = plan.practices.map((one, number) => {
    const timeZone = number === 0 ? "America/New_York" : "Asia/Kathmandu";
    const practice = world.practice({ name: `Practice ${number}`, senderName: "Sender", timeZone });
    const person = (
      name: string,
      roles: (typeof roleSets)[number][number][] = [],
      email = `${name}-${number}-${tag}`,
    ) => {
      const made = world.person(practice, { name, email: `${email}@test.example`, roles });
      people.push(made);
      return made;
    };
    const staff = one.staff.map(({ roles, gone, strategies }, index) => {
      const made = person(`staff${index}`, [...roles]);
      leave(world, made, gone);
      for (const { state, shared: forAll } of strategies)
        world.ownStrategy(made, {
          like: "be-curious",
          title: { en: "canary", es: "" },
          ...(state ? { state } : {}),
          shared: forAll,
        });
      return made;
    });
    const shared = plan.both && number === 1 ? `staff0-0-${tag}` : undefined;
    const partners = one.couples.map((_, index): [PersonRef, PersonRef] => [
      person(`first${index}`, [], index === 0 ? shared : undefined),
      person(`second${index}`),
    ]);
    const [, again] = partners;
    if (one.twice && again && partners[0]) again[0] = partners[0][0];
    for (const [index, couple] of one.couples.entries()) {
      const both = partners[index];
      if (both) makeCouple(world, couple, staff, both);
    }
    return practice;
  });
  return { practices, people };
}
