import { TRPCError } from "@trpc/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { businessAssociate } from "@/content/agreements/business-associate";
import { ownerClient } from "@/prisma/seed/owner";
import { createSession } from "@/server/auth/sessions";
import { createLogin } from "@/server/auth/users";
import { now } from "@/server/clock";
import { type Client, systemClient } from "@/server/db/clients";
import { AppError } from "@/server/errors";
import { createCaller } from "@/server/trpc/root";
import { countStatements } from "@/tests/factories/statements";
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

const { version } = businessAssociate;
const agreement = { version, locale: "en" as const, signatory: "Robin Vale" };
const fields = {
  name: "Vale Practice",
  displayName: "Robin Vale",
  timeZone: "Asia/Kathmandu",
  country: "NP",
  treats: true,
  agreement,
};
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => "ok",
    (error: unknown) =>
      error instanceof TRPCError && error.cause instanceof AppError ? error.cause.code : String(error),
  );

/** A login of its own, signed in with or without a second factor. */
async function newcomer(twoFactor = false) {
  const email = `${crypto.randomUUID()}@test.example`;
  const made = await createLogin({ email, password: "quiet harbour lantern 71" }, true);
  if (made === "taken") throw new Error("taken");
  const session = await createSession(made.userId, false, "test", { twoFactor });
  return { ...made, email, sessionId: session.id, api: createCaller({ secret: session.secret, device: "test" }) };
}

describe("founding a practice", () => {
  it("makes practice, keys, owner and therapist, signature and membership, and opens at once", async () => {
    const { api, userId, email, sessionId } = await newcomer(true);
    const { practiceId } = await api.practices.found({ ...fields, clientId: crypto.randomUUID() });
    const practice = await owner.practice.findUniqueOrThrow({ where: { id: practiceId } });
    expect(practice).toMatchObject({
      name: "Vale Practice",
      senderName: "Reconnect",
      country: "NP",
      requiresTwoFactor: true,
    });
    const person = await owner.person.findFirstOrThrow({
      where: { practiceId },
      include: { private: true, roles: true },
    });
    expect(person).toMatchObject({
      userId,
      displayName: "Robin Vale",
      private: { contactEmail: email, timeZone: "Asia/Kathmandu" },
    });
    expect(person.roles.map((one) => one.role).sort()).toEqual(["OWNER", "THERAPIST"]);
    const [signed] = await owner.agreement.findMany({ where: { practiceId } });
    expect(signed).toMatchObject({ version, signatory: "Robin Vale", personId: person.id });
    expect((await api.caseload.page({ practiceId })).viewer.roles.sort()).toEqual(["OWNER", "THERAPIST"]);
    expect((await owner.session.findUniqueOrThrow({ where: { id: sessionId } })).idleMinutes).toBe(15);
  });

  it("makes one practice of a form that is sent three times at once", async () => {
    const { api, userId } = await newcomer();
    const input = { ...fields, clientId: crypto.randomUUID() };
    const answers = await Promise.all([1, 2, 3].map(() => api.practices.found(input)));
    expect(new Set(answers.map((one) => one.practiceId)).size).toBe(1);
    expect(await api.practices.found(input)).toEqual(answers[0]);
    const practiceId = answers[0]?.practiceId ?? "";
    const logged = await owner.audit.findMany({ where: { practiceId, procedure: "practices.found" } });
    expect(logged.map((row) => [row.category, row.outcome, row.personId !== null])).toEqual([
      ["ACCESS_CHANGE", "ALLOWED", true],
    ]);
    expect(await systemClient().membership.count({ where: { userId } })).toBe(1);
    expect(await owner.person.count({ where: { userId } })).toBe(1);
  });

  it("gives two logins two practices, even for the same form", async () => {
    const [one, two] = [await newcomer(), await newcomer()];
    const input = { ...fields, clientId: crypto.randomUUID() };
    const ids = await Promise.all([one, two].map(async ({ api }) => (await api.practices.found(input)).practiceId));
    expect(new Set(ids).size).toBe(2);
  });

  it("makes no therapist of an owner who treats nobody", async () => {
    const { api } = await newcomer(true);
    const { practiceId } = await api.practices.found({ ...fields, treats: false, clientId: crypto.randomUUID() });
    expect((await api.practices.start({ practiceId })).viewer.roles).toEqual(["OWNER"]);
  });

  it("asks the founder for the second factor before anything opens", async () => {
    const { api } = await newcomer(false);
    const { practiceId } = await api.practices.found({ ...fields, clientId: crypto.randomUUID() });
    expect(await codeOf(api.practices.start({ practiceId }))).toBe("SECOND_FACTOR_NEEDED");
  });

  it("refuses addresses and line breaks in names, unknown zones and countries, beside the field, and makes nothing", async () => {
    const { api, userId } = await newcomer();
    const clientId = crypto.randomUUID();
    const bad = { name: "Visit evil.com", displayName: "two\nlines", timeZone: "Mars/Base", country: "XX" };
    const fault = await api.practices.found({ ...fields, ...bad, clientId }).catch((error: TRPCError) => error.cause);
    const issues = (fault as unknown as { issues: { path: string[]; message: string }[] }).issues;
    expect(Object.fromEntries(issues.map((one) => [one.path.join("."), one.message]))).toEqual({
      name: "noAddress",
      displayName: "oneLine",
      timeZone: "unknownZone",
      country: "chooseCountry",
    });
    expect(await systemClient().membership.count({ where: { userId } })).toBe(0);
  });

  it("asks to read again when another version came into force meanwhile", async () => {
    const { api } = await newcomer();
    const old = { ...agreement, version: "2020-01" };
    const input = { ...fields, agreement: old, clientId: crypto.randomUUID() };
    expect(await codeOf(api.practices.found(input))).toBe("CHANGED_MEANWHILE");
  });

  it("is not endless", async () => {
    const { api } = await newcomer();
    const again = () => codeOf(api.practices.found({ ...fields, clientId: crypto.randomUUID() }));
    const answers: string[] = [];
    for (let tries = 0; tries < 11; tries++) answers.push(await again());
    expect([answers.slice(0, 10).every((one) => one === "ok"), answers[10]]).toEqual([true, "TOO_MANY"]);
  });
});

describe("the first steps", () => {
  it("tick themselves off from rows", async () => {
    const { api } = await newcomer(true);
    const { practiceId } = await api.practices.found({ ...fields, clientId: crypto.randomUUID() });
    const states = async () =>
      Object.fromEntries((await api.practices.start({ practiceId })).steps.map((one) => [one.key, one.state]));
    const open = { licence: "open", sender: "open", couple: "open", homework: "open", colleague: "open" };
    expect(await states()).toEqual({ twoFactor: "done", ...open });
    const person = await owner.person.findFirstOrThrow({ where: { practiceId } });
    const base = { practiceId, personId: person.id };
    await owner.licence.create({
      data: {
        ...base,
        id: crypto.randomUUID(),
        clientId: crypto.randomUUID(),
        submittedAt: now(),
        kind: "LMFT",
        number: "1",
        jurisdiction: "US-NY",
        status: "SUBMITTED",
        expiresOn: new Date("2030-01-01"),
      },
    });
    await api.practices.save({ practiceId, name: "Vale", senderName: "Vale", timeZone: "UTC", country: "US" });
    expect(await states()).toMatchObject({ licence: "waiting", sender: "done" });
    await owner.licence.updateMany({ where: base, data: { status: "VERIFIED", decidedAt: now() } });
    expect(await states()).toMatchObject({ licence: "done" });
  });

  it("are the therapist's own where a couple and homework are there, and never count what one may not read", async () => {
    const states = async (name: "therapist" | "owner") =>
      Object.fromEntries(
        (await world.as(name).practices.start({ practiceId: world.practiceId })).steps.map((one) => [
          one.key,
          one.state,
        ]),
      );
    expect(await states("therapist")).toEqual({ twoFactor: "open", licence: "done", couple: "done", homework: "done" });
    expect(await states("owner")).not.toHaveProperty("homework");
  });

  it("are put away by one person for themselves, and found again", async () => {
    const { practiceId } = world;
    const shown = async (name: "owner" | "therapist") =>
      (await world.as(name).caseload.page({ practiceId })).notices.firstSteps;
    expect([await shown("owner"), await shown("therapist")]).toEqual([true, true]);
    await world.as("owner").practices.hideStart({ practiceId, hidden: true });
    expect([await shown("owner"), await shown("therapist")]).toEqual([false, true]);
    expect((await world.as("owner").practices.start({ practiceId })).hidden).toBe(true);
    await world.as("owner").practices.hideStart({ practiceId, hidden: false });
    expect(await shown("owner")).toBe(true);
  });

  it("and settings and agreement take at most six statements each", async () => {
    const at = { practiceId: world.practiceId };
    const api = () => world.as("owner").practices;
    for (const page of [() => api().start(at), () => api().settings(at), () => api().agreement(at)]) {
      const counted = await countStatements(page);
      expect(counted).toBeGreaterThan(1);
      expect(counted).toBeLessThanOrEqual(6);
    }
  });
});

describe("the practice's settings", () => {
  it("are changed by an owner, each change of the second factor by its own name in the audit log", async () => {
    const { api } = await newcomer(true);
    const { practiceId } = await api.practices.found({ ...fields, clientId: crypto.randomUUID() });
    await api.practices.save({
      practiceId,
      name: "Oak Room",
      senderName: "Oak",
      timeZone: "Europe/Madrid",
      country: "ES",
    });
    await api.practices.relaxTwoFactor({ practiceId });
    const page = await api.practices.settings({ practiceId });
    expect(page.fields).toEqual({ name: "Oak Room", senderName: "Oak", timeZone: "Europe/Madrid", country: "ES" });
    expect([page.requiresTwoFactor, page.senderChosen, page.hasTwoFactor]).toEqual([false, true, true]);
    await api.practices.requireTwoFactor({ practiceId });
    expect((await api.practices.settings({ practiceId })).requiresTwoFactor).toBe(true);
    const audit = await owner.audit.findMany({
      where: { practiceId, procedure: { endsWith: "TwoFactor" } },
      orderBy: { id: "asc" },
    });
    expect(audit.map((one) => one.procedure)).toEqual(["practices.relaxTwoFactor", "practices.requireTwoFactor"]);
    expect(audit.every((one) => one.personId !== null)).toBe(true);
  });

  it("do not let an owner without a second factor lock themselves out", async () => {
    const at = { practiceId: world.practiceId };
    expect(await codeOf(world.as("owner").practices.requireTwoFactor(at))).toBe("SECOND_FACTOR_NEEDED");
    expect((await world.as("owner").practices.settings(at)).requiresTwoFactor).toBe(false);
  });

  it("take no sender's name that tells of therapy", async () => {
    const bad = {
      practiceId: world.practiceId,
      name: "Harbor",
      senderName: "Harbor Therapy",
      timeZone: "UTC",
      country: "US",
    };
    const fault = await world
      .as("owner")
      .practices.save(bad)
      .catch((error: TRPCError) => error.cause);
    expect(JSON.stringify(fault)).toContain("notNeutral");
  });
});

describe("the agreement", () => {
  it("asks owners to sign a new version, once; nobody else is asked, and nothing waits for it", async () => {
    const { practiceId } = world;
    await owner.agreement.updateMany({ where: { practiceId }, data: { version: "2020-01" } });
    const due = async (name: "owner" | "therapist") =>
      (await world.as(name).caseload.page({ practiceId })).notices.agreementDue;
    expect([await due("owner"), await due("therapist")]).toEqual([version, null]);
    expect(await codeOf(world.as("therapist").couples.page({ practiceId, coupleId: world.couple.id }))).toBe("ok");
    const sign = () => world.as("owner").practices.signAgreement({ practiceId, ...agreement });
    await Promise.all([sign(), sign()]);
    const page = await world.as("owner").practices.agreement({ practiceId });
    expect([page.due, page.signed.map((one) => one.version)]).toEqual([null, [version, "2020-01"]]);
    expect(await due("owner")).toBeNull();
  });

  it("is not signed for a version that is no longer the one in force", async () => {
    const old = { practiceId: world.practiceId, ...agreement, version: "2020-01" };
    expect(await codeOf(world.as("owner").practices.signAgreement(old))).toBe("CHANGED_MEANWHILE");
  });
});
