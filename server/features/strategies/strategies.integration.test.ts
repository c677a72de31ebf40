import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { blocks as kinds } from "@/blocks/registry";
import type { EntryRule } from "@/blocks/spec";
import { faultsOf, strategyOf } from "@/content/own/draft";
import { strategyFile } from "@/content/own/file";
import { type OwnStrategy, ownStrategySchema } from "@/content/own/schema";
import { addDays, civilDate, now } from "@/server/clock";
import { anyOf } from "@/tests/factories/arbitrary";
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

const code = async (answer: Promise<unknown>) => {
  try {
    await answer;
    return "ok";
  } catch (error) {
    return (error as { cause?: { code?: string } }).cause?.code;
  }
};
const practice = () => ({ practiceId: world.practiceId });
const mine = () => world.as("therapist").strategies;

/** A draft of the therapist's own, begun from the library. */
async function begun(like: string | null = "say-i") {
  const clientId = crypto.randomUUID();
  const { strategyId } = await mine().create({ ...practice(), clientId, like });
  const at = { ...practice(), strategyId };
  const open = async () => (await mine().open(at)).mine;
  return { at, open, draft: (await open())?.draft as OwnStrategy };
}

describe("an own strategy", () => {
  it("begins as a copy of the library or of one's own, named as a copy; the same request again begins nothing", async () => {
    const { at, draft } = await begun();
    expect(draft.text.title).toEqual({ en: "Copy of Say “I”", es: "Copia de Hablar desde el “yo”" });
    const clientId = crypto.randomUUID();
    const again = { ...practice(), clientId, like: at.strategyId };
    expect([await mine().create(again), await mine().create(again)]).toEqual([
      { strategyId: clientId },
      { strategyId: clientId },
    ]);
    expect((await mine().open({ ...practice(), strategyId: clientId })).mine?.draft.text.title.en).toBe(
      "Copy of Copy of Say “I”",
    );
  });

  it("begins empty, and cannot be published until it is whole", async () => {
    const { at, draft } = await begun(null);
    expect(draft.blocks).toEqual([]);
    expect(await code(mine().publish({ ...at, revision: 1 }))).toBe("INVALID");
  });

  it("keeps what was stored where another window saved meanwhile, and says what that is", async () => {
    const { at, draft, open } = await begun();
    const first = { ...draft, minutes: 11 };
    expect((await mine().save({ ...at, revision: 1, draft: first })).revision).toBe(2);
    expect((await mine().save({ ...at, revision: 1, draft: first })).revision).toBe(2);
    const late = mine().save({ ...at, revision: 1, draft: { ...draft, minutes: 12 } });
    await expect(late).rejects.toMatchObject({
      cause: { code: "CHANGED_MEANWHILE", details: { stored: { revision: 2, draft: { minutes: 11 } } } },
    });
    expect((await open())?.draft.minutes).toBe(11);
  });

  it("is published as versions that say what changed, and any of them comes back as the draft", async () => {
    const { at, draft, open } = await begun();
    await mine().publish({ ...at, revision: 1 });
    await mine().publish({ ...at, revision: 1 });
    const steps = [...draft.text.steps.slice(1), { en: "One more.", es: "Uno más." }];
    const next = { ...draft, minutes: 15, text: { ...draft.text, steps } };
    await mine().save({ ...at, revision: 1, draft: next });
    expect((await open())?.ahead).toBe(true);
    await mine().publish({ ...at, revision: 2 });
    const page = await open();
    expect(page?.state).toBe("PUBLISHED");
    expect(page?.ahead).toBe(false);
    expect(page?.editions.map(({ number, changes }) => [number, changes])).toEqual([
      [2, [{ what: "minutes" }, { what: "words", count: 6 }]],
      [1, null],
    ]);
    const back = await mine().restore({ ...at, revision: 2, number: 1 });
    expect(back.draft).toEqual(draft);
    expect((await open())?.draft).toEqual(draft);
  });

  it("that is changed leaves running homework as it was given", async () => {
    const { at, draft } = await begun();
    await mine().publish({ ...at, revision: 1 });
    await world.as("therapist").homework.assign(assigning(at.strategyId));
    const titleOf = async () =>
      (await world.as("alex").homework.today({ coupleId: world.couple.id })).open.map((one) => one.title);
    const text = { ...draft.text, title: { en: "Renamed", es: "Otro nombre" } };
    await mine().save({ ...at, revision: 1, draft: { ...draft, text } });
    await mine().publish({ ...at, revision: 2 });
    await mine().archive({ ...at, archived: true });
    expect(await titleOf()).toContain("Copy of Say “I”");
    expect(await titleOf()).not.toContain("Renamed");
    expect(await code(world.as("therapist").homework.assign(assigning(at.strategyId)))).toBe("NOT_FOUND");
    expect(await code(mine().publish({ ...at, revision: 2 }))).toBe("CLOSED");
    await mine().archive({ ...at, archived: false });
    await world.as("therapist").homework.assign(assigning(at.strategyId));
    expect(await titleOf()).toContain("Renamed");
  });

  it("is removed for good only while it was never published", async () => {
    const draft = await begun();
    await mine().remove(draft.at);
    expect(await code(mine().open(draft.at))).toBe("NOT_FOUND");
    expect(await code(mine().remove({ ...practice(), strategyId: world.strategies.kept.id }))).toBe("CLOSED");
  });
});

describe("what colleagues share", () => {
  it("is read, copied and assigned by every therapist of the practice as it was published, and changed by its author alone", async () => {
    const second = world.as("second").strategies;
    const { at, draft } = await begun();
    expect(await code(second.open(at))).toBe("NOT_FOUND");
    await mine().share({ ...at, shared: true });
    expect(await code(second.open(at))).toBe("NOT_FOUND");
    await mine().publish({ ...at, revision: 1 });
    await mine().save({ ...at, revision: 1, draft: { ...draft, minutes: 99 } });
    const page = await second.open(at);
    expect(page.mine).toBeNull();
    expect(page.colleague).toMatchObject({ author: "Therapist", number: 1, content: { minutes: 10 } });
    const copy = await second.create({ ...practice(), clientId: crypto.randomUUID(), like: at.strategyId });
    expect((await second.open({ ...practice(), ...copy })).mine?.draft.minutes).toBe(10);
    for (const write of [
      () => second.save({ ...at, revision: 2, draft }),
      () => second.publish({ ...at, revision: 2 }),
      () => second.share({ ...at, shared: false }),
      () => second.archive({ ...at, archived: true }),
      () => second.restore({ ...at, revision: 2, number: 1 }),
      () => second.remove(at),
    ])
      expect(await code(write())).toBe("NOT_FOUND");
    await mine().share({ ...at, shared: false });
    expect(await code(second.open(at))).toBe("NOT_FOUND");
  });

  it("is nothing to another practice, to owners and coordinators who do not treat, and to partners", async () => {
    const listed = async (name: ActorName, practiceId: string) =>
      (await world.as(name).strategies.library({ practiceId })).own.map((one) => one.title.en);
    expect(await listed("owner", world.practiceId)).toEqual([]);
    expect(await listed("coordinator", world.practiceId)).toEqual([]);
    expect(await listed("otherTherapist", world.otherPracticeId)).toEqual(["canary-strategy-elsewhere"]);
    expect(await listed("second", world.practiceId)).toContain("canary-strategy-shared");
    expect(await listed("second", world.practiceId)).not.toContain("canary-strategy-kept");
    const strategyId = world.strategies.shared.id;
    for (const name of ["owner", "coordinator", "otherTherapist", "alex"] as const)
      expect(await code(world.as(name).strategies.open({ ...practice(), strategyId }))).toBe("NOT_FOUND");
  });
});

describe("a file", () => {
  it("becomes a draft of whoever imports it, and the same file again is the same draft", async () => {
    const { draft } = await begun("listen-actively");
    const input = { ...practice(), clientId: crypto.randomUUID(), text: strategyFile(draft) };
    const made = { strategyId: input.clientId, faults: [] };
    expect(await mine().importFile(input)).toEqual(made);
    expect(await mine().importFile(input)).toEqual(made);
    const page = await mine().open({ ...practice(), strategyId: input.clientId });
    expect(page.mine).toMatchObject({ state: "DRAFT", shared: false, draft });
  });

  it("that is not a strategy makes nothing and says why", async () => {
    const clientId = crypto.randomUUID();
    const answer = await mine().importFile({ ...practice(), clientId, text: '{"format":"reconnect-strategy"' });
    expect(answer).toEqual({ strategyId: null, faults: [{ place: [], fault: "notJson" }] });
    expect(await code(mine().open({ ...practice(), strategyId: clientId }))).toBe("NOT_FOUND");
  });

  it("takes over no strategy whose id it names", async () => {
    const { draft } = await begun();
    const text = strategyFile(draft);
    const clientId = world.strategies.ofSecond.id;
    expect(await code(mine().importFile({ ...practice(), clientId, text }))).toBe("NOT_FOUND");
    expect(await code(mine().create({ ...practice(), clientId, like: "say-i" }))).toBe("NOT_FOUND");
  });
});

/** A whole strategy of any blocks, and a body for the first kind of entry of each that one person can store alone. */
const answered = anyOf(ownStrategySchema)
  .filter((whole) => faultsOf(whole as OwnStrategy).length === 0)
  .chain((whole) => {
    const draft = whole as OwnStrategy;
    const alone = strategyOf(crypto.randomUUID(), draft).blocks.flatMap((block) => {
      const rules = Object.entries(kinds[block.kind].entries) as [string, EntryRule<typeof block>][];
      const [kind, rule] =
        rules.find(
          ([, one]) => one.slot === "none" && !one.timed && one.readers(block).some((who) => who !== "SHARED"),
        ) ?? [];
      return kind && rule ? [{ block: block.id, kind, readers: rule.readers(block)[0] ?? "PRIVATE", rule }] : [];
    });
    return fc.record({
      draft: fc.constant(draft),
      alone: fc.constant(alone),
      bodies: fc.tuple(...alone.map(({ rule }) => anyOf(rule.body))),
    });
  });

describe("any composed strategy", () => {
  it("goes through storage, publishing and assigning as it was composed, and any answer to it comes back as it was given", async () => {
    await fc.assert(
      fc.asyncProperty(answered, async ({ draft, alone, bodies }) => {
        const { at } = await begun(null);
        await mine().save({ ...at, revision: 1, draft });
        await mine().publish({ ...at, revision: 2 });
        const { assignmentId } = await world.as("therapist").homework.assign(assigning(at.strategyId));
        const alex = world.as("alex");
        const { coupleId } = assigning(at.strategyId);
        const today = await alex.homework.today({ coupleId });
        const strategy = strategyOf(at.strategyId, draft);
        const card = today.open.findLast((one) => one.title === strategy.text.en.title);
        const occurrenceId = card?.occurrenceId ?? "";
        const page = await alex.homework.open({ coupleId, occurrenceId });
        expect(page.tools.blocks).toEqual(strategy.blocks);
        expect(page.text).toEqual(strategy.text.en);
        for (const [index, { block, kind, readers }] of alone.entries()) {
          const body = JSON.parse(JSON.stringify(bodies[index]));
          await alex.tools.add({ coupleId, occurrenceId, clientId: crypto.randomUUID(), block, kind, readers, body });
        }
        const { entries } = (await alex.homework.open({ coupleId, occurrenceId })).tools;
        expect(entries.map((one) => [one.block, one.kind, one.body])).toEqual(
          alone.map(({ block, kind }, index) => [block, kind, bodies[index]]),
        );
        await world.as("therapist").homework.end({ practiceId: world.practiceId, coupleId, assignmentId });
      }),
      { numRuns: 6, endOnFailure: true },
    );
  }, 120_000);
});
