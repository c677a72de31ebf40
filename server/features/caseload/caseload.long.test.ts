import { afterAll, expect, it } from "vitest";
import { buildLarge } from "@/prisma/seed/large";
import { ownerClient } from "@/prisma/seed/owner";
import { createSession } from "@/server/auth/sessions";
import { now } from "@/server/clock";
import { closeClients } from "@/server/db/clients";
import { createCaller } from "@/server/trpc/root";
import { ownDatabase } from "@/tests/factories/own-database";
import { recordProof } from "@/tests/harness/proof";

const bound = 250;
let drop: () => Promise<void> = () => Promise.resolve();
afterAll(async () => {
  await closeClients();
  await drop();
});

const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

it("shows a caseload of two hundred couples at once", async () => {
  const database = await ownDatabase();
  drop = database.drop;
  const world = await buildLarge(now());
  const owner = ownerClient(database.ownerUrl);
  await world.save(owner);
  await owner.$executeRawUnsafe("ANALYZE");
  await owner.$disconnect();
  const practiceId = world.rows.practice[0]?.id ?? "";
  const therapist = world.rows.membership.find((row) => row.staff)?.userId ?? "";
  const { secret } = await createSession(therapist, true, "bench");
  const api = createCaller({ secret, device: "bench" });
  const times: number[] = [];
  for (let round = 0; round < 15; round++) {
    const start = performance.now();
    const page = await api.caseload.page({ practiceId });
    times.push(performance.now() - start);
    expect(page.couples).toHaveLength(200);
  }
  const measured = Math.round(median(times));
  const size = `200 couples, ${world.rows.occurrence.length} occurrences, ${world.rows.checkIn.length} check-ins`;
  recordProof({
    proof: "caseload.page, median of 15",
    size,
    measured: `${measured} ms`,
    bound: `under ${bound} ms`,
    holds: measured < bound,
  });
  expect(measured).toBeLessThan(bound);
});
