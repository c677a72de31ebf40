import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addDays, civilDate, now } from "@/server/clock";
import { type ActorName, type TwoPractices, twoPractices } from "@/tests/factories/two-practices";

let world: TwoPractices;
beforeAll(async () => {
  world = await twoPractices();
});
afterAll(() => world.close());

const formOf = async (name: ActorName) => {
  const couple = name === "second" ? world.secondCouple : world.couple;
  const form = await world.as(name).homework.assignForm({ practiceId: world.practiceId, coupleId: couple.id });
  return form.strategies.filter((one) => one.own);
};

function assigning(strategyKey: string) {
  return {
    practiceId: world.practiceId,
    coupleId: world.couple.id,
    clientId: crypto.randomUUID(),
    strategyKey,
    mode: "JUST_YOU" as const,
    personIds: [world.people.alex.id],
    knownToBoth: false,
    cadence: { every: "week" as const, times: 1 },
    startsOn: addDays(civilDate(now(), "America/New_York"), 0),
    endsOn: null,
    note: "",
    plan: { why: "", when: "", obstacle: "", tiny: "", hour: "" as const, confidence: null },
  };
}

describe("what can be assigned", () => {
  it("is the library, one's own published strategies, and what colleagues share", async () => {
    const titles = (found: Awaited<ReturnType<typeof formOf>>) => found.map((one) => one.title);
    expect(titles(await formOf("therapist"))).toEqual([
      "canary-strategy-kept",
      "canary-strategy-second",
      "canary-strategy-shared",
    ]);
    expect(titles(await formOf("second"))).toEqual(["canary-strategy-second", "canary-strategy-shared"]);
  });

  it("says whose it is, and which language lacks how many texts", async () => {
    const found = await formOf("therapist");
    expect(found.map((one) => one.own)).toEqual([
      { author: "Therapist", mine: true, missing: { en: 0, es: 1 } },
      { author: "Second", mine: false, missing: { en: 0, es: 0 } },
      { author: "Therapist", mine: true, missing: { en: 0, es: 0 } },
    ]);
  });

  it("reaches the partner as what was published, in the other language where a text is missing", async () => {
    const { assignmentId } = await world.as("therapist").homework.assign(assigning(world.strategies.kept.id));
    expect(assignmentId).toBeTruthy();
    const today = await world.as("alex").homework.today({ coupleId: world.couple.id });
    const card = today.open.find((one) => one.title === "canary-strategy-kept");
    const page = await world
      .as("alex")
      .homework.open({ coupleId: world.couple.id, occurrenceId: card?.occurrenceId ?? "" });
    expect(page.tools.blocks.map((block) => block.kind)).toEqual(["statement"]);
  });

  it("is nothing of a colleague's own, no draft, nothing that was put away, nothing of another practice", async () => {
    const { draft, archived, elsewhere } = world.strategies;
    for (const strategyKey of [draft.id, archived.id, elsewhere.id, "no-such-strategy"])
      await expect(world.as("therapist").homework.assign(assigning(strategyKey))).rejects.toMatchObject({
        cause: { code: "NOT_FOUND" },
      });
    const kept = { ...assigning(world.strategies.kept.id), coupleId: world.secondCouple.id };
    const personIds = world.secondCouple.partners.slice(0, 1).map((one) => one.id);
    await expect(world.as("second").homework.assign({ ...kept, personIds })).rejects.toMatchObject({
      cause: { code: "NOT_FOUND" },
    });
  });
});
