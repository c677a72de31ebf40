import { afterAll, beforeAll, expect, it } from "vitest";
import { ownerClient } from "@/prisma/seed/owner";
import { addDays, civilDate, instantAt, now } from "@/server/clock";
import type { Client } from "@/server/db/clients";
import { openWeeks } from "@/server/jobs/open-weeks";
import { movedClock } from "@/tests/factories/moved-clock";
import { countStatements } from "@/tests/factories/statements";
import { type TwoPractices, twoPractices } from "@/tests/factories/two-practices";

const clock = movedClock();
const zone = "America/New_York";
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

const at = () => ({ practiceId: world.practiceId, coupleId: world.couple.id });
const kinds = async () => {
  const page = await world.as("therapist").caseload.page({ practiceId: world.practiceId });
  return page.couples.find((row) => row.coupleId === world.couple.id)?.reasons ?? [];
};

it("says that a program's week waits for the therapist's word from the day on which it could begin, in six statements", async () => {
  const day = civilDate(now(), zone);
  const therapist = world.as("therapist");
  await owner.enrolment.updateMany({ where: { ...at(), state: "ACTIVE" }, data: { state: "ENDED", endedAt: now() } });
  const long = new Date("2099-01-01");
  await owner.session.updateMany({ data: { expiresAt: long, idleExpiresAt: long } });
  await therapist.safety.record({
    ...{ ...at(), clientId: crypto.randomUUID(), standing: "JOINT", eachAlone: true, note: "" },
    lookAgainOn: addDays(day, 300),
  });
  const { enrolmentId } = await therapist.programs.enrol({
    ...{ ...at(), clientId: crypto.randomUUID(), programKey: "a-gentle-start", startsOn: day },
  });
  const weeks = (await therapist.programs.standing(at())).current?.weeks ?? [];
  const weekId = weeks[1]?.weekId ?? "";
  await therapist.programs.schedule({ ...at(), enrolmentId, weekId, opens: "THERAPIST", on: null });
  const waits = async () => (await kinds()).filter((reason) => reason.kind === "program-waits");
  expect(await waits()).toEqual([]);
  await clock.to(instantAt(addDays(day, 9), 8, zone));
  await openWeeks();
  expect(await waits()).toEqual([{ kind: "program-waits", tone: "warm", days: 2 }]);
  expect(await countStatements(kinds)).toBeLessThanOrEqual(6);
  await world.as("therapist").programs.open({ ...at(), enrolmentId, weekId });
  expect(await waits()).toEqual([]);
});
