import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Mood, type Registry, startRegistry } from "@/tests/harness/nppes";
import { env } from "../env";
import { lookUpNpi } from "./nppes";

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry([
    {
      number: "1234567893",
      name: ["MIRIAM", "CASTELLAN"],
      credential: "LMFT",
      taxonomies: [{ code: "106H00000X", desc: "Marriage & Family Therapist", license: "010482", state: "NY" }],
    },
    { number: "1003000126", name: ["A CLINIC LLC"] },
    { number: "1245319599", name: ["GONE", "AWAY"], active: false },
  ]);
  env().NPPES_URL = registry.url;
});
beforeEach(() => {
  registry.asked.length = 0;
  registry.mood = "well";
});
afterAll(() => registry.close());

const quick = { timeoutMs: 300, retryAfterMs: [10, 20] };
const look = (npi: string) => lookUpNpi(npi, quick);
const inMood = (mood: Mood) => {
  registry.mood = mood;
  return look("1234567893");
};

describe("asking the registry", () => {
  it("reads a person's public facts and nothing more", async () => {
    expect(await look("1234567893")).toEqual({
      status: "FOUND",
      facts: {
        person: true,
        active: true,
        name: "MIRIAM CASTELLAN",
        credential: "LMFT",
        taxonomies: [{ code: "106H00000X", name: "Marriage & Family Therapist", number: "010482", state: "NY" }],
      },
    });
    expect(registry.asked).toEqual(["1234567893"]);
  });

  it("tells an organisation and a number out of use from a person", async () => {
    expect(await look("1003000126")).toMatchObject({ facts: { person: false, name: "A CLINIC LLC" } });
    expect(await look("1245319599")).toMatchObject({ facts: { person: true, active: false } });
  });

  it("says when there is no such number, without asking twice", async () => {
    expect(await look("1999999984")).toEqual({ status: "NOT_FOUND" });
    expect(registry.asked).toHaveLength(1);
  });

  it("tries again after a failure, and gets through", async () => {
    expect(await inMood("busyOnce")).toMatchObject({ status: "FOUND" });
    expect(registry.asked).toHaveLength(2);
  });

  it("gives up on one that is slow or down, after three tries", async () => {
    expect(await inMood("slow")).toEqual({ status: "UNAVAILABLE" });
    expect(registry.asked).toHaveLength(3);
    expect(await inMood("down")).toEqual({ status: "UNAVAILABLE" });
    expect(registry.asked).toHaveLength(6);
  });

  it("gives up on one that cannot be reached", async () => {
    const gone = await startRegistry([]);
    await gone.close();
    env().NPPES_URL = gone.url;
    expect(await look("1234567893")).toEqual({ status: "UNAVAILABLE" });
    env().NPPES_URL = registry.url;
  });

  it("follows no redirect", async () => {
    expect(await inMood("redirects")).toEqual({ status: "UNAVAILABLE" });
    expect(registry.asked).toEqual(["1234567893"]);
  });

  it("takes nothing from an answer that is garbled, endless, a refusal or about somebody else", async () => {
    for (const mood of ["garbled", "endless", "refuses", "mistaken"] as const)
      expect([mood, await inMood(mood)]).toEqual([mood, { status: "UNAVAILABLE" }]);
    expect(registry.asked).toHaveLength(4);
  });
});
