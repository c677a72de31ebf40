import { afterAll, beforeAll, expect, it } from "vitest";
import { movedClock } from "../factories/moved-clock";
import { type TwoPractices, twoPractices } from "../factories/two-practices";
import { recordProof } from "../harness/proof";
import { killAndCount, MoodySink } from "./crash";

const clock = movedClock();
const sink = new MoodySink();
let world: TwoPractices;
beforeAll(async () => {
  await sink.open();
  Object.assign(process.env, { SMTP_URL: sink.url, MAIL_PER_SECOND: "0" });
  world = await twoPractices();
});
afterAll(() => world.close());

it("loses no mail in a hundred kills, with the mail server slow, refusing half and down, and the database cut off", async () => {
  const after = await killAndCount(world, process.env.TEST_ADMIN_URL ?? "", { rounds: 25, people: 2_000, clock, sink });
  const { kills, owed, lost, different, duplicates, states } = after;
  const holds = lost === 0 && different === 0 && states.SENT === owed;
  recordProof({
    proof: "four workers killed outright while they send: every mail arrives, each row ends in one state",
    size: `${owed} mails, ${kills} kills, the mail server slow, refusing half and down, the database cut off`,
    measured: `${lost} lost, ${different} people with two different messages, ${duplicates} sent twice with the same Message-ID`,
    bound: "none lost, none different",
    holds,
  });
  expect(after).toMatchObject({ kills: 100, states: { SENT: owed }, lost: 0, different: 0 });
  expect(duplicates).toBeLessThanOrEqual(kills * 10);
});
