import { TRPCError } from "@trpc/server";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ownerClient } from "@/prisma/seed/owner";
import { createSession } from "@/server/auth/sessions";
import { now } from "@/server/clock";
import type { Client } from "@/server/db/clients";
import { AppError } from "@/server/errors";
import { forgive } from "@/server/throttle";
import { createCaller } from "@/server/trpc/root";
import { AppRole } from "@/tests/factories/app-role";
import { countStatements } from "@/tests/factories/statements";
import { type TwoPractices, twoPractices } from "@/tests/factories/two-practices";
import { privateWordLimit } from "./schema";

let world: TwoPractices;
let owner: Client;
let sql: AppRole;
beforeAll(async () => {
  world = await twoPractices();
  owner = ownerClient(world.ownerUrl);
  sql = await AppRole.connect(world.appUrl);
});
afterAll(async () => {
  await sql.close();
  await owner.$disconnect();
  await world.close();
});
beforeEach(async () => {
  await owner.reminder.deleteMany();
  await owner.privateWordOpening.deleteMany();
  await owner.privateWord.deleteMany();
  await owner.couple.updateMany({ where: { id: world.couple.id }, data: { state: "ACTIVE" } });
  for (const { id } of [world.people.alex, world.people.sam])
    await forgive("privateWord.sender", `${world.practiceId} ${id}`);
});

const own = () => ({ coupleId: world.couple.id });
const place = () => ({ practiceId: world.practiceId, coupleId: world.couple.id });
const canary = "canary-word: please see me alone";
const send = (words = canary, clientId: string = crypto.randomUUID(), who: "alex" | "sam" = "alex") =>
  world.as(who).privateWords.send({ ...own(), clientId, words });
const stored = () => owner.privateWord.findMany({ where: own() });
const opened = async () => (await world.as("therapist").privateWords.open(place())).words;
/** "ok", or the code with what stands beside which field. */
const outcome = (promise: Promise<unknown>) =>
  promise.then(
    () => "ok",
    (error: unknown) =>
      error instanceof TRPCError && error.cause instanceof AppError ? error.cause.code : String(error),
  );

describe("a private word", () => {
  it("is sealed with its sender's key, and read by the couple's clinician with whose it is and when", async () => {
    await send();
    const [row] = await stored();
    expect(Buffer.from(row?.body ?? []).toString("latin1")).not.toContain("canary");
    expect(await opened()).toMatchObject([
      { name: "Alex", position: 1, words: canary, safeContact: null, cautions: ["noSafeContact"] },
    ]);
  });

  it("comes with how its sender wants to be reached, as they last said it", async () => {
    const said = { name: "Alex", pronouns: "", country: "US", region: "NY", safeContact: "Call my sister at noon." };
    await world.as("alex").joining.saveAbout({ ...own(), ...said });
    await send();
    expect((await opened())[0]?.safeContact?.words).toBe("Call my sister at noon.");
    expect(await world.as("alex").privateWords.form(own())).toMatchObject({ hasSafeContact: true, country: "US" });
  });

  it("sent again under the same id is one, also at the same time; another one is another", async () => {
    const clientId = crypto.randomUUID();
    await Promise.all([send(canary, clientId), send(canary, clientId), send(canary, clientId)]);
    await send(canary, clientId);
    expect(await stored()).toHaveLength(1);
    expect(await owner.reminder.count({ where: { kind: "PRIVATE_WORD" } })).toBe(1);
    await send();
    expect(await stored()).toHaveLength(2);
  });

  it("is refused beside its field when it is empty or too long, and then nothing is stored", async () => {
    for (const [words, fault] of [
      ["   ", "writeSomething"],
      ["x".repeat(privateWordLimit + 1), "tooLong"],
    ] as const) {
      const error: unknown = await send(words).catch((reason: unknown) => reason);
      expect(JSON.stringify((error as TRPCError).cause)).toContain(fault);
    }
    expect(await outcome(send("x".repeat(privateWordLimit)))).toBe("ok");
    expect(await stored()).toHaveLength(1);
  });

  it("goes in every state of the couple, without a licence, and from a session that has proven a mailbox alone", async () => {
    await owner.licence.deleteMany({ where: { personId: world.people.therapist.id } });
    for (const state of ["PAUSED", "ENDED"] as const) {
      await owner.couple.updateMany({ where: { id: world.couple.id }, data: { state } });
      expect(await outcome(send())).toBe("ok");
    }
    const { secret } = await createSession(world.people.alex.userId, false, "test", { proof: "MAILBOX" });
    const words = "canary-word by mail";
    await createCaller({ secret, device: "test" }).privateWords.send({
      ...own(),
      clientId: crypto.randomUUID(),
      words,
    });
    const unproven = (await opened()).filter((one) => one.cautions.includes("unproven"));
    expect(unproven.map((one) => one.words)).toEqual([words]);
  });

  it("is never refused as the first of a partner, however much the other one sends; too many are asked to wait", async () => {
    for (let count = 0; count < 30; count++) await send(`canary-word ${count}`);
    expect(await outcome(send())).toBe("TOO_MANY");
    expect(await outcome(send(canary, crypto.randomUUID(), "sam"))).toBe("ok");
  });

  it("is refused in plain words where nobody is left to read it, and the form says so before", async () => {
    const orphaned = { coupleId: world.staffing.orphanedCouple.id };
    const { secret } = await createSession(world.staffing.orphanedCouple.partners[0]?.userId ?? "", false, "test");
    const api = createCaller({ secret, device: "test" });
    expect((await api.privateWords.form(orphaned)).readers).toEqual([]);
    const sending = api.privateWords.send({ ...orphaned, clientId: crypto.randomUUID(), words: canary });
    expect(await outcome(sending)).toBe("NOBODY_READS");
    expect(await owner.privateWord.count({ where: orphaned })).toBe(0);
  });
});

describe("its form", () => {
  it("names every present clinician with the days on which they say that they read, and nobody else", async () => {
    await world.as("therapist").staff.saveSelf({ ...place(), name: "Therapist", pronouns: "", readingDays: [0, 2] });
    const { readers, hasSafeContact } = await world.as("sam").privateWords.form(own());
    expect(readers).toEqual([{ personId: world.people.therapist.id, name: "Therapist", readingDays: [0, 2] }]);
    expect(hasSafeContact).toBe(false);
    await world.as("therapist").staff.saveSelf({ ...place(), name: "Therapist", pronouns: "", readingDays: [] });
    expect((await world.as("sam").privateWords.form(own())).readers[0]?.readingDays).toBeNull();
  });

  it("says the same whatever anybody has sent", async () => {
    const read = async () =>
      JSON.stringify([await world.as("sam").privateWords.form(own()), await world.as("alex").privateWords.form(own())]);
    const before = await read();
    await send();
    await opened();
    expect(await read()).toBe(before);
  });
});

describe("who reads it", () => {
  it("is a present clinician of the couple, and nobody else: not its sender, the partner, an owner, a former clinician", async () => {
    await send();
    const seen = (who: keyof TwoPractices["secrets"]) =>
      sql.outcome(world.secrets[who], world.practiceId, "SELECT 1 FROM private_word");
    expect(await seen("therapist")).toBe(1);
    for (const who of ["alex", "sam", "owner", "coordinator", "second", "endedClinician", "otherTherapist"] as const) {
      expect([who, await seen(who)]).toEqual([who, 0]);
      expect([who, await outcome(world.as(who).privateWords.open(place()))]).toEqual([who, "NOT_FOUND"]);
    }
  });

  it("is written down for each by themself: a colleague who has opened it leaves it waiting for the others", async () => {
    await send();
    const { secondId } = await withSupervisor();
    const waits = async (who: "therapist" | "second") => (await world.as(who).privateWords.page(place())).waits;
    await world.as("second").privateWords.open(place());
    expect([await waits("second"), await waits("therapist")]).toEqual([false, true]);
    expect((await opened())[0]?.openedBy).toEqual(["Second"]);
    expect(await waits("therapist")).toBe(false);
    await owner.coupleClinician.deleteMany({ where: { personId: secondId, ...own() } });
  });

  it("finds every reading in the access log: as clinical for the clinicians, and without what it was for the owner", async () => {
    await send();
    const before = await owner.audit.count({ where: { procedure: "privateWords.open" } });
    await opened();
    await opened();
    const rows = await owner.audit.findMany({ where: { procedure: "privateWords.open" }, orderBy: { at: "asc" } });
    expect(rows.slice(before).map((row) => [row.category, row.personId])).toEqual(
      Array(2).fill(["CLINICAL_READ", world.people.therapist.id]),
    );
    const log = await world.as("owner").audit.log({ practiceId: world.practiceId });
    expect(JSON.stringify(log)).not.toMatch(/private/i);
    expect(await owner.audit.count({ where: { procedure: "privateWords.send", category: { not: "OWN_SIDE" } } })).toBe(
      0,
    );
  });

  it("cannot change nor remove it, and nobody writes one in another's name, for another time or couple", async () => {
    await send();
    for (const statement of ["UPDATE private_word SET proven = true", "DELETE FROM private_word"])
      expect(await sql.outcome(world.secrets.therapist, world.practiceId, statement)).toBe("42501");
    const insert = `INSERT INTO private_word (practice_id, id, couple_id, sender_id, client_id, body, proven, created_at)
      VALUES ('${world.practiceId}', gen_random_uuid(), '${world.couple.id}', '${world.people.alex.id}', gen_random_uuid(), '\\x00', true, '${now().toISOString()}')`;
    for (const who of ["sam", "alex", "therapist"] as const)
      expect([who, await sql.outcome(world.secrets[who], world.practiceId, insert)]).toEqual([who, "42501"]);
  });
});

describe("a neutral mark", () => {
  const rowOf = async () => {
    const { couples } = await world.as("therapist").caseload.page({ practiceId: world.practiceId });
    return couples.find((row) => row.coupleId === world.couple.id);
  };

  it("leads the caseload and stands on the couple's page until it is opened, without a word or a name, in six statements", async () => {
    expect((await rowOf())?.reasons.map((reason) => reason.kind)).not.toContain("open-alone");
    await send();
    const first = async () => (await rowOf())?.reasons[0];
    expect(await first()).toEqual({ kind: "open-alone", tone: "attention" });
    expect((await world.as("therapist").couples.page(place())).toOpenAlone).toBe(true);
    expect(await countStatements(() => world.as("therapist").couples.page(place()))).toBeLessThanOrEqual(6);
    expect(await countStatements(first)).toBeLessThanOrEqual(6);
    await opened();
    expect((await first())?.kind).not.toBe("open-alone");
    expect((await world.as("therapist").couples.page(place())).toOpenAlone).toBe(false);
  });

  it("keeps a couple that has ended on the caseload until it is opened", async () => {
    await owner.couple.updateMany({ where: { id: world.couple.id }, data: { state: "ENDED" } });
    expect(await rowOf()).toBeUndefined();
    await send();
    expect((await rowOf())?.reasons[0]).toEqual({ kind: "open-alone", tone: "attention" });
    await opened();
    expect(await rowOf()).toBeUndefined();
  });
});

/** Lets `second` read the couple as its supervisor. */
async function withSupervisor(): Promise<{ secondId: string }> {
  const secondId = world.people.second.id;
  const row = { ...place(), personId: secondId, role: "SUPERVISOR" as const, startsAt: new Date("2026-01-01") };
  await owner.coupleClinician.create({ data: row });
  return { secondId };
}
