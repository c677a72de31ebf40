import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ownerClient } from "@/prisma/seed/owner";
import { type CoupleRef, type PersonRef, type PracticeRef, World } from "@/prisma/seed/world";
import { hashPassword } from "@/server/auth/passwords";
import { createSession } from "@/server/auth/sessions";
import { addDays, civilDate, now } from "@/server/clock";
import { closeClients } from "@/server/db/clients";
import { createCaller } from "@/server/trpc/root";
import { ownDatabase } from "../factories/own-database";
import { outcomeOf, procedures } from "./walk";

/** One of the places that a single login belongs to, and what betrays it elsewhere. */
interface Context {
  practice: PracticeRef;
  couple: CoupleRef;
  traces: string[];
}

const email = "many@test.example";
const contexts: Record<string, Context> = {};
let database: Awaited<ReturnType<typeof ownDatabase>>;
let secret = "";

/** A practice with a couple and homework; the login of many is its owner and therapist, or one of the two partners. */
function build(world: World, name: string, as: "staff" | "partner"): PersonRef {
  const practice = world.practice({ name: `${name} Practice`, senderName: name, timeZone: "America/New_York" });
  const person = (part: string, roles: ("OWNER" | "THERAPIST")[] = [], address = `${part}-${name}@test.example`) =>
    world.person(practice, { name: `${part}-${name}`, email: address.toLowerCase(), roles });
  const many = person("Many", as === "staff" ? ["OWNER", "THERAPIST"] : [], email);
  const therapist = as === "staff" ? many : person("Therapist", ["OWNER", "THERAPIST"]);
  const today = civilDate(world.at, practice.timeZone);
  const couple = world.couple({
    partners: [as === "partner" ? many : person("One"), person("Two")],
    clinicians: [therapist],
    startedOn: addDays(today, -30),
  });
  const { assignment, occurrences } = world.assign(couple, {
    key: "be-curious",
    by: therapist,
    cadence: { every: "week", times: 7 },
    startsOn: addDays(today, -3),
    note: `note-${name}`,
  });
  const [first] = occurrences;
  if (first) world.checkIn(first, { visibility: "SHARED", words: `words-${name}` });
  const ids = [practice.id, couple.id, assignment.id, many.id, therapist.id, ...couple.partners.map((one) => one.id)];
  contexts[name] = {
    practice,
    couple,
    traces: [...ids, ...occurrences.map((one) => one.id), `-${name}`, `${name} Practice`],
  };
  return many;
}

/** The login of many is a partner in one more couple of that practice, treated by somebody else. */
function secondCouple(world: World, partner: PersonRef): void {
  const { practice } = partner;
  const person = (name: string, roles: "THERAPIST"[] = []) =>
    world.person(practice, { name, email: `${name.toLowerCase()}@test.example`, roles });
  const startedOn = addDays(civilDate(world.at, practice.timeZone), -400);
  world.couple({ partners: [partner, person("Former")], clinicians: [person("Elsewhere", ["THERAPIST"])], startedOn });
}

beforeAll(async () => {
  database = await ownDatabase();
  const owner = ownerClient(database.ownerUrl);
  const world = new World(now(), await hashPassword("a long enough password"));
  const many = build(world, "Alder", "staff");
  build(world, "Birch", "staff");
  const partner = build(world, "Cedar", "partner");
  secondCouple(world, partner);
  await world.save(owner);
  await owner.$disconnect();
  secret = (await createSession(many.userId, true, "test")).secret;
});
afterAll(async () => {
  await closeClients();
  await database.drop();
});

const caller = () => createCaller({ secret, device: "test" });
const contextOf = (name: string): Context => {
  const found = contexts[name];
  if (!found) throw new Error("no such place");
  return found;
};

/** Asks every query that needs no more than a place, as the login of many, in one of its places. */
async function askEverything(name: string): Promise<Map<string, string>> {
  const { practice, couple } = contextOf(name);
  const answers = new Map<string, string>();
  for (const [path, { _def }] of Object.entries(procedures)) {
    if (_def.type !== "query" || path === "home.places") continue;
    const call = path.split(".").reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], caller()) as (
      input: unknown,
    ) => Promise<unknown>;
    const asked = call({ practiceId: practice.id, coupleId: couple.id }).then((answer) => {
      answers.set(path, JSON.stringify(answer));
    });
    await outcomeOf(asked);
  }
  return answers;
}

describe("a login that works in two practices and is a partner in a third", () => {
  it.each(["Alder", "Birch", "Cedar"])(
    "finds in %s nothing that names another place, whatever it asks",
    async (name) => {
      const answers = await askEverything(name);
      const foreign = Object.keys(contexts).filter((one) => one !== name);
      for (const [path, answer] of answers) {
        for (const other of foreign) {
          const found = contextOf(other).traces.filter((trace) => answer.includes(trace));
          expect([path, other, found]).toEqual([path, other, []]);
        }
      }
      // The twin: what belongs here is there, so that an empty answer proves nothing.
      const own = [...answers.values()].filter((answer) =>
        contextOf(name).traces.some((trace) => answer.includes(trace)),
      );
      expect(own.length).toBeGreaterThanOrEqual(4);
    },
  );

  it("cannot reach a couple of one place through the practice of another", async () => {
    const crossed = { practiceId: contextOf("Alder").practice.id, coupleId: contextOf("Birch").couple.id };
    expect(await outcomeOf(caller().couples.page(crossed))).toBe("NOT_FOUND");
    expect(await outcomeOf(caller().homework.today({ coupleId: contextOf("Alder").couple.id }))).toBe("NOT_FOUND");
    expect(await outcomeOf(caller().practices.settings({ practiceId: contextOf("Cedar").practice.id }))).toBe(
      "NOT_FOUND",
    );
  });

  it("finds all its places in its own switcher, and in nobody else's", async () => {
    const { places } = await caller().home.places();
    expect(places.map((one) => [one.kind, one.practiceName]).sort()).toEqual([
      ["couple", "Cedar Practice"],
      ["couple", "Cedar Practice"],
      ["practice", "Alder Practice"],
      ["practice", "Birch Practice"],
    ]);
    // Two of one practice are told apart by when and with whom, never by the other partner.
    const apart = places.flatMap((one) => (one.kind === "couple" ? [one.apart] : []));
    expect(apart.map((one) => one?.therapist).sort()).toEqual(["Elsewhere", "Therapist-Cedar"]);
    expect(new Set(apart.map((one) => one?.since)).size).toBe(2);
    expect(JSON.stringify(places)).not.toMatch(/Former|Two-Cedar/);
    const partner = contextOf("Alder").couple.partners[0];
    const session = await createSession(partner?.userId ?? "", false, "test");
    const theirs = await createCaller({ secret: session.secret, device: "test" }).home.places();
    expect(theirs.places).toEqual([
      { kind: "couple", coupleId: contextOf("Alder").couple.id, practiceName: "Alder Practice", apart: null },
    ]);
  });
});
