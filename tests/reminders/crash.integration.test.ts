import { afterAll, beforeAll, expect, it } from "vitest";
import { movedClock } from "../factories/moved-clock";
import { type TwoPractices, twoPractices } from "../factories/two-practices";
import { cutOff, killAndCount, MoodySink } from "./crash";

const clock = movedClock();
const sink = new MoodySink();
let world: TwoPractices;
beforeAll(async () => {
  await sink.open();
  Object.assign(process.env, { SMTP_URL: sink.url, MAIL_PER_SECOND: "0" });
  world = await twoPractices();
});
afterAll(() => world.close());

it("four workers that are killed outright lose nothing, with the mail server refusing half and down: everybody gets one message, twice only where its sending was not recorded any more", async () => {
  const restart = () => cutOff(world, process.env.TEST_ADMIN_URL ?? "");
  const after = await killAndCount(world, { rounds: 2, people: 120, clock, sink, restart });
  expect(after).toMatchObject({ kills: 8, restarts: 1, states: { SENT: 120 }, lost: 0, different: 0 });
  // The last round is the one that ends well.
  expect(after.moods).toEqual(["half", "down", "well"]);
  expect(after.refused).toBeGreaterThan(0);
  // A process holds five connections, and records what went within moments.
  expect(after.duplicates).toBeLessThanOrEqual(after.kills * 10);
}, 240_000);
