import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ownerClient } from "@/prisma/seed/owner";
import { addDays, civilDate, now, toColumn } from "@/server/clock";
import type { Client } from "@/server/db/clients";
import { codeOf, toolHomework } from "@/tests/factories/tool-homework";
import { type TwoPractices, twoPractices } from "@/tests/factories/two-practices";

let world: TwoPractices;
let owner: Client;
beforeAll(async () => {
  world = await twoPractices();
  owner = ownerClient(world.ownerUrl);
});
afterAll(async () => {
  await owner.$disconnect();
  await world.close();
});

const homework = (strategyKey: string, mode?: "EACH" | "JUST_YOU") => toolHomework(world, owner, strategyKey, mode);
const texts = (state: { entries: { body: unknown }[] }) => JSON.stringify(state.entries.map((one) => one.body));
const card = "questions-card";
const answer = (slot: string, words: string) =>
  ({ block: "question-of-the-day", kind: "answer", slot, readers: "SHARED", body: { v: 1, words } }) as const;

/** Lets the hour come at which everything that waits reaches the partner. */
const arrive = () =>
  owner.entry.updateMany({ where: { sharedAt: { gt: now() } }, data: { sharedAt: new Date(now().getTime() - 1000) } });

async function firstCard(): Promise<string> {
  const { decks } = await import("@/content/decks");
  return decks.questions[0]?.key ?? card;
}

describe("a tool's entry", () => {
  it("sent twice is stored once, and is on the exercise's own page", async () => {
    const { save, open } = await homework("keep-small-promises");
    const promise = { block: "promises", kind: "promise", readers: "THERAPIST" } as const;
    const body = { v: 1, what: "Ring at noon", by: "2031-01-01", state: "open" };
    const clientId = crypto.randomUUID();
    const first = await save("alex", { ...promise, body, clientId });
    const second = await save("alex", { ...promise, body, clientId });
    expect(second).toEqual(first);
    const here = async (who: "alex" | "sam") => (await open(who)).entries.filter((one) => one.ordinal >= 0);
    expect(await here("alex")).toHaveLength(1);
    expect(await here("sam")).toEqual([]);
  });

  it("is changed only in the version that was seen", async () => {
    const { save } = await homework("keep-small-promises");
    const promise = { block: "promises", kind: "promise", readers: "SHARED" } as const;
    const body = { v: 1, what: "Ring at noon", by: "2031-01-01", state: "open" };
    const { entryId, version } = await save("alex", { ...promise, body });
    const kept = { ...body, state: "kept" };
    expect(await save("alex", { ...promise, body: kept, changes: { entryId, version } })).toMatchObject({
      body: kept,
      version: 2,
    });
    expect(await codeOf(save("alex", { ...promise, body, changes: { entryId, version } }))).toBe("CHANGED_MEANWHILE");
    expect(await codeOf(save("sam", { ...promise, body, changes: { entryId, version: 2 } }))).toBe("NOT_FOUND");
  });

  it("of an unknown block, of a shape that the block does not know, or for readers that it does not have is refused", async () => {
    const { save } = await homework("keep-small-promises");
    const body = { v: 1, what: "Ring", by: "2031-01-01", state: "open" };
    expect(await codeOf(save("alex", { block: "nothing", kind: "promise", readers: "SHARED", body }))).toBe(
      "NOT_FOUND",
    );
    expect(await codeOf(save("alex", { block: "promises", kind: "constructor", readers: "SHARED", body }))).toBe(
      "NOT_FOUND",
    );
    expect(await codeOf(save("alex", { block: "promises", kind: "promise", readers: "SHARED", body: { v: 1 } }))).toBe(
      "INVALID",
    );
    expect(
      await codeOf(
        save("alex", {
          block: "promises",
          kind: "noticed",
          readers: "PRIVATE",
          slot: world.tools.promise,
          body: { v: 1 },
        }),
      ),
    ).toBe("INVALID");
  });

  it("reaches nobody while the homework is for one alone, or a clinician has switched delivery off", async () => {
    const body = { v: 1, what: "Ring", by: "2031-01-01", state: "open" };
    const promise = { block: "promises", kind: "promise", readers: "SHARED", body } as const;
    const alone = await homework("keep-small-promises", "JUST_YOU");
    expect((await alone.open("alex")).delivers).toBe(false);
    expect(await codeOf(alone.save("alex", promise))).toBe("CLOSED");
    const both = await homework("keep-small-promises");
    const at = { practiceId: world.practiceId, coupleId: world.couple.id };
    await world.as("therapist").tools.setDelivery({ ...at, on: false });
    expect(await codeOf(both.save("alex", promise))).toBe("CLOSED");
    expect(await both.save("alex", { ...promise, readers: "THERAPIST" })).toMatchObject({ readers: "THERAPIST" });
    await world.as("therapist").tools.setDelivery({ ...at, on: true });
    expect(await codeOf(both.save("alex", promise))).toBe("ok");
  });

  it("answers only what its author may read, in a homework of the same strategy", async () => {
    const { save } = await homework("keep-small-promises");
    const noticed = { block: "promises", kind: "noticed", readers: "SHARED", body: { v: 1 } } as const;
    const body = { v: 1, what: "Ring", by: "2031-01-01", state: "open" };
    const promise = await save("alex", { block: "promises", kind: "promise", readers: "SHARED", body });
    const hidden = await save("alex", { block: "promises", kind: "promise", readers: "PRIVATE", body });
    const elsewhere = await (await homework("be-transparent")).save("alex", {
      ...{ block: "open-share", kind: "answer", readers: "SHARED", body: { v: 1, parts: { thought: "There" } } },
    });
    for (const slot of [hidden.entryId, crypto.randomUUID(), elsewhere.entryId, "nonsense"])
      expect(await codeOf(save("sam", { ...noticed, slot }))).toBe("NOT_FOUND");
    expect(await codeOf(save("alex", { ...noticed, slot: promise.entryId }))).toBe("NOT_FOUND");
    await save("sam", { ...noticed, slot: promise.entryId });
    expect(await codeOf(save("sam", { ...noticed, slot: promise.entryId }))).toBe("CONFLICT");
  });
});

describe("a held share", () => {
  it("reaches partner and therapist after its hold, and can be taken back until then", async () => {
    const { save, open, reading, takeBack } = await homework("be-transparent");
    const share = { block: "open-share", kind: "answer", readers: "SHARED" } as const;
    const first = await save("alex", { ...share, body: { v: 1, parts: { thought: "canary-gone" } } });
    const second = await save("alex", { ...share, body: { v: 1, parts: { thought: "canary-stays" } } });
    expect(first.sharedAt?.getTime()).toBeGreaterThan(now().getTime() + 23 * 3_600_000);
    await takeBack("alex", first);
    expect(texts(await open("sam"))).toBe("[]");
    expect(texts(await reading())).toBe("[]");
    await arrive();
    expect(texts(await open("sam"))).toContain("canary-stays");
    expect(texts(await open("sam"))).not.toContain("canary-gone");
    expect(texts(await reading())).toContain("canary-stays");
    await takeBack("alex", second);
    expect(texts(await open("sam"))).toBe("[]");
  });
});

describe("mutual answers", () => {
  it("open to both at once, only when both have confirmed, and are frozen then", async () => {
    const { save, open, takeBack, reading } = await homework("be-curious");
    const slot = await firstCard();
    const mine = await save("alex", answer(slot, "canary-alex"));
    expect(mine.revealedAt).toBeNull();
    const before = await open("sam");
    expect(texts(before)).toBe("[]");
    expect(texts(await reading())).toBe("[]");
    const theirs = await save("sam", answer(slot, "canary-sam"));
    expect(theirs.revealedAt).not.toBeNull();
    for (const who of ["alex", "sam"] as const) {
      const seen = texts(await open(who));
      expect(seen).toContain("canary-alex");
      expect(seen).toContain("canary-sam");
    }
    const changes = { entryId: mine.entryId, version: mine.version };
    expect(await codeOf(save("alex", { ...answer(slot, "other"), changes }))).toBe("CLOSED");
    expect(await codeOf(takeBack("alex", mine))).toBe("CLOSED");
  });

  it("confirmed at the same moment still open to both", async () => {
    const { save, open } = await homework("be-curious");
    const slot = await firstCard();
    await Promise.all([save("alex", answer(slot, "canary-alex")), save("sam", answer(slot, "canary-sam"))]);
    for (const who of ["alex", "sam"] as const) expect((await open(who)).entries).toHaveLength(2);
  });

  it("of a window that is over opens to nobody, whatever is answered to the same card later", async () => {
    const { assignmentId, save, open } = await homework("be-curious");
    const slot = await firstCard();
    await save("alex", answer(slot, "canary-alex"));
    // A week later: what was window 0 is over, and the deck brings the card once more.
    await owner.occurrence.updateMany({ where: { assignmentId, ordinal: 0 }, data: { ordinal: 900 } });
    const late = await save("sam", answer(slot, "canary-sam"));
    expect(late.revealedAt).toBeNull();
    expect(texts(await open("alex"))).not.toContain("canary-sam");
    expect(texts(await open("sam"))).not.toContain("canary-alex");
    const again = await save("alex", answer(slot, "canary-again"));
    expect(again.revealedAt).not.toBeNull();
    expect(texts(await open("sam"))).toContain("canary-again");
    expect(texts(await open("sam"))).not.toContain("canary-alex");
  });

  it("leave no trace of an answer that was withdrawn, passed on, or not given", async () => {
    const { save, open, takeBack } = await homework("be-curious");
    const { decks } = await import("@/content/decks");
    const [one, two] = decks.questions.map((question) => question.key);
    const empty = await open("sam");
    await takeBack("alex", await save("alex", answer(one ?? "", "canary-withdrawn")));
    await save("alex", {
      block: "question-of-the-day",
      kind: "pass",
      slot: two ?? "",
      readers: "PRIVATE",
      body: { v: 1 },
    });
    await save("alex", answer(two ?? "", "canary-unmet"));
    const { at: _, ...after } = await open("sam");
    expect({ ...empty, at: undefined }).toEqual({ ...after, at: undefined });
    expect((await save("sam", answer(one ?? "", "late"))).revealedAt).toBeNull();
  });

  it("take a card of the deck and no other, and one answer on each", async () => {
    const { save } = await homework("be-curious");
    expect(await codeOf(save("alex", answer("no-such-card", "words")))).toBe("NOT_FOUND");
    const slot = await firstCard();
    await save("alex", answer(slot, "first"));
    expect(await codeOf(save("alex", answer(slot, "second")))).toBe("CONFLICT");
  });
});

describe("a match deck", () => {
  it("shows matches and nothing else, to therapists neither", async () => {
    const { save, open, reading } = await homework("do-things-together");
    const { decks } = await import("@/content/decks");
    const [one = "", two = "", three = ""] = decks.activities.map((activity) => activity.key);
    const pick = (kind: "yes" | "no", slot: string) =>
      ({ block: "match", kind, slot, readers: kind === "yes" ? "SHARED" : "PRIVATE", body: { v: 1 } }) as const;
    await save("alex", pick("yes", one));
    await save("alex", pick("yes", two));
    await save("alex", pick("no", three));
    await save("sam", pick("yes", three));
    await save("sam", pick("yes", two));
    const seen = (await open("sam")).entries.filter((entry) => !entry.mine).map((entry) => entry.slot);
    expect(seen).toEqual([two]);
    expect((await reading()).entries.map((entry) => entry.slot)).toEqual([two, two]);
  });
});

describe("an apology", () => {
  const parts = {
    v: 1,
    did: "canary-did",
    effect: "canary-effect",
    amends: "canary-amends",
    inTheRoom: false,
  } as const;
  const apology = { block: "apology", kind: "apology", readers: "THERAPIST", body: parts } as const;
  const clear = (entry: { entryId: string; version: number }) =>
    world.as("therapist").tools.clear({
      ...{ practiceId: world.practiceId, coupleId: world.couple.id },
      ...{ entryId: entry.entryId, version: entry.version },
    });

  it("is read by the therapist first, offered as it was read, and opens only when the other wants to read it", async () => {
    const { save, open, reading, assignmentId } = await homework("apologise-and-forgive");
    const waiting = async () => {
      const { practiceId, couple } = world;
      const caseload = await world.as("therapist").caseload.page({ practiceId });
      const page = await world.as("therapist").couples.page({ practiceId, coupleId: couple.id });
      return {
        unread: caseload.couples.find((one) => one.coupleId === couple.id)?.unread ?? 0,
        waits: page.homework.find((one) => one.assignmentId === assignmentId)?.waits,
      };
    };
    const draft = await save("alex", apology);
    const changes = ({ entryId, version }: { entryId: string; version: number }) => ({ entryId, version });
    const offered = { ...apology, readers: "SHARED" } as const;
    expect(await codeOf(save("alex", { ...offered, changes: changes(draft) }))).toBe("CLOSED");
    expect(texts(await reading())).toContain("canary-did");
    const { unread, waits } = await waiting();
    await clear(draft);
    // Until then it is said on the caseload and on the couple's page, and not after.
    expect(waits).toBe(true);
    expect(await waiting()).toEqual({ unread: unread - 1, waits: false });
    expect((await open("alex")).entries[0]?.clearedAt).not.toBeNull();
    const given = await save("alex", {
      ...offered,
      body: { ...parts, did: "canary-swapped" },
      changes: changes(draft),
    });
    expect(given.body).toEqual(parts);
    const offer = await save("alex", {
      block: "apology",
      kind: "offer",
      readers: "SHARED",
      slot: draft.entryId,
      body: { v: 1 },
    });
    const before = await open("sam");
    expect(before.entries.map((entry) => entry.kind)).toEqual(["offer"]);
    expect(texts(before)).not.toContain("canary");
    await save("sam", { block: "apology", kind: "consent", readers: "SHARED", slot: offer.entryId, body: { v: 1 } });
    expect(texts(await open("sam"))).toContain("canary-did");
    expect(await codeOf(save("alex", { ...offered, body: parts, changes: changes(given) }))).toBe("CLOSED");
  });

  it("whose words changed is to be read again before it is offered", async () => {
    const { save } = await homework("apologise-and-forgive");
    const draft = await save("alex", apology);
    await clear(draft);
    const changed = await save("alex", {
      ...{ ...apology, body: { ...parts, did: "Something else" } },
      changes: { entryId: draft.entryId, version: draft.version },
    });
    expect(changed.clearedAt).toBeNull();
    const changes = { entryId: changed.entryId, version: changed.version };
    expect(await codeOf(save("alex", { ...apology, readers: "SHARED", changes }))).toBe("CLOSED");
  });
});

describe("a note", () => {
  it("arrives at the hour that its author chose, and not a moment before", async () => {
    const { save, open } = await homework("small-gestures");
    const deliverAt = new Date(now().getTime() + 5 * 3_600_000);
    const body = { v: 1, words: "canary-note-words" };
    await save("alex", { block: "love-note", kind: "note", readers: "SHARED", deliverAt, body });
    expect((await open("sam")).entries).toEqual([]);
    expect((await owner.entry.findFirst({ where: { kind: "note" } }))?.sharedAt).toEqual(deliverAt);
    await arrive();
    expect(texts(await open("sam"))).toContain("canary-note-words");
  });
});

describe("a window that is over", () => {
  it("is read, and not written any more", async () => {
    const { save, open, assignmentId } = await homework("keep-small-promises");
    const body = { v: 1, what: "Ring", by: addDays(civilDate(now(), "America/New_York"), 1), state: "open" };
    const yesterday = toColumn(addDays(civilDate(now(), "America/New_York"), -1));
    await owner.occurrence.updateMany({ where: { assignmentId }, data: { opensOn: yesterday, dueOn: yesterday } });
    expect((await open("alex")).writable).toBe(false);
    expect(await codeOf(save("alex", { block: "promises", kind: "promise", readers: "SHARED", body }))).toBe("CLOSED");
  });
});
