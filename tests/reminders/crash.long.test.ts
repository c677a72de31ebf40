import { afterAll, beforeAll, expect, it } from "vitest";
import { movedClock } from "../factories/moved-clock";
import { type TwoPractices, twoPractices } from "../factories/two-practices";
import { clusterEnvironment, startTestCluster, type TestCluster } from "../harness/cluster";
import { recordProof } from "../harness/proof";
import { killAndCount, MoodySink } from "./crash";

const clock = movedClock();
const sink = new MoodySink();
let cluster: TestCluster;
let world: TwoPractices;
beforeAll(async () => {
  await sink.open();
  // A server of its own, which keeps through a crash what it said it had stored: others work on the shared one.
  cluster = await startTestCluster({ durable: true });
  Object.assign(process.env, clusterEnvironment(cluster), { SMTP_URL: sink.url, MAIL_PER_SECOND: "0" });
  world = await twoPractices();
}, 120_000);
afterAll(async () => {
  await world.close();
  await cluster.stop();
});

it("loses no mail in a hundred kills, with the mail server slow, refusing half and down, and Postgres shut down and crashed", async () => {
  const restart = (before: number) => cluster.restart(before % 2 === 0 ? "SIGINT" : "SIGQUIT");
  const after = await killAndCount(world, { rounds: 25, people: 5_000, clock, sink, restart });
  const { kills, restarts, owed, lost, different, duplicates, states } = after;
  const holds = lost === 0 && different === 0 && states.SENT === owed;
  recordProof({
    proof: "four workers killed outright while they send: every mail arrives, each row ends in one state",
    size: `${owed} mails, ${kills} kills, Postgres restarted ${restarts} times (every second one a crash), the mail server slow, refusing half and down`,
    measured: `${lost} lost, ${different} people with two different messages, ${duplicates} sent twice with the same Message-ID`,
    bound: "none lost, none different",
    holds,
  });
  expect(after).toMatchObject({ kills: 100, restarts: 8, states: { SENT: owed }, lost: 0, different: 0 });
  expect(duplicates).toBeLessThanOrEqual(kills * 10);
});
