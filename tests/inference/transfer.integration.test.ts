import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { copyReleases } from "@/server/jobs/copy-releases";
import { GoingOn } from "../factories/going-on";
import { httpActor } from "../factories/over-http";
import { cases } from "../isolation/cases";
import { procedures } from "../isolation/walk";

let going: GoingOn;
beforeAll(async () => {
  // One instant for all of it: whatever differs then is not the time of asking.
  vi.useFakeTimers({ toFake: ["Date"] });
  going = await GoingOn.open();
});
afterAll(async () => {
  vi.useRealTimers();
  await going.close();
});

/** Every answer that Sam gets in the practice that is left, and of their own login. */
async function whatSamGets(): Promise<string[]> {
  const ask = await httpActor(going.world, "sam");
  const answers: string[] = [];
  for (const [path, one] of Object.entries(cases)) {
    if (procedures[path]?._def.type !== "query" || !one.input || !(one.open || one.allowed.includes("sam"))) continue;
    const answer = await ask(path, "query", one.input(going.world));
    answers.push(`${path} ${JSON.stringify(answer)}`);
  }
  return answers;
}

describe("the other partner", () => {
  it("gets the same to the byte whether one has not answered, said no, took it back, signed or gone", async () => {
    const before = await whatSamGets();
    expect(before.filter((one) => one.includes('"status":200')).length).toBeGreaterThan(6);
    expect(before.some((one) => one.startsWith("transfers.mine"))).toBe(true);
    const alex = going.world.as("alex").transfers;
    await alex.decline(going.which);
    expect(await whatSamGets()).toEqual(before);
    await going.sign("alex");
    expect(await whatSamGets()).toEqual(before);
    await alex.withdraw(going.which);
    expect(await whatSamGets()).toEqual(before);
    await going.sign("alex");
    await going.sleepOnIt();
    expect(await copyReleases()).toBe(1);
    expect(await whatSamGets()).toEqual(before);
    await expect(going.world.as("sam").homework.today({ coupleId: (await going.there()).coupleId })).rejects.toThrow(
      "NOT_FOUND",
    );
    // A difference would be noticed.
    await going.world.as("sam").transfers.decline(going.which);
    expect(await whatSamGets()).not.toEqual(before);
  });
});
