import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addDays, civilDate, now } from "@/server/clock";
import { AppError } from "@/server/errors";
import { AppRole } from "@/tests/factories/app-role";
import { type TwoPractices, twoPractices } from "@/tests/factories/two-practices";
import type { LicenceFields, OverrideReason } from "./schema";

let world: TwoPractices;
let sql: AppRole;
let owner: Client;
const today = () => civilDate(now(), "America/New_York");

beforeAll(async () => {
  world = await twoPractices();
  sql = await AppRole.connect(world.appUrl);
  owner = new Client({ connectionString: world.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await sql.close();
  await owner.end();
  await world.close();
});

const fields = (changes: Partial<LicenceFields> = {}) => ({
  practiceId: world.practiceId,
  kind: "LMFT" as const,
  number: "001234",
  jurisdiction: "US-NJ",
  expiresOn: addDays(today(), 700),
  npi: "",
  clientId: crypto.randomUUID(),
  replacesId: null as string | null,
  ...changes,
});
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "ok",
    (error: { cause?: unknown }) => {
      const { cause } = error;
      return cause instanceof AppError ? [cause.code, cause.details.fields].filter(Boolean) : String(error);
    },
  );
type Who = "therapist" | "second" | "owner" | "otherTherapist";
const page = (who: Who) => world.as(who).licences.page({ practiceId: world.practiceId });
const cardOf = async (who: Who, number: string) => {
  const { mine, others } = await page(who);
  return [...mine, ...others].find((one) => one.number === number);
};
const assign = (who: "therapist" | "second") => {
  const couple = who === "therapist" ? world.couple : world.secondCouple;
  return world.as(who).homework.assign({
    practiceId: world.practiceId,
    coupleId: couple.id,
    clientId: crypto.randomUUID(),
    strategyKey: "listen-actively",
    mode: "EACH",
    personIds: couple.partners.map((one) => one.id),
    knownToBoth: true,
    cadence: { every: "week", times: 1 },
    startsOn: today(),
    endsOn: null,
    note: "",
  });
};
/** Sets when the licences of somebody end, past what anyone may do: as if time had gone by. */
const expire = async (personId: string, days: number) => {
  await owner.query("ALTER TABLE licence DISABLE TRIGGER licence_keeps_its_way");
  await owner.query("UPDATE licence SET expires_on = $1 WHERE person_id = $2 AND status = 'VERIFIED'", [
    addDays(today(), days),
    personId,
  ]);
  await owner.query("ALTER TABLE licence ENABLE TRIGGER licence_keeps_its_way");
};

describe("a licence", () => {
  it("is submitted once however often the form is sent, and waits for an owner", async () => {
    const form = fields();
    await world.as("second").licences.submit(form);
    await world.as("second").licences.submit(form);
    const { mine } = await page("second");
    expect(mine.filter((one) => one.number === "001234")).toMatchObject([
      { status: "SUBMITTED", registryStatus: "NONE", decidedBy: null },
    ]);
    expect(await cardOf("therapist", "001234")).toBeUndefined();
    expect((await cardOf("owner", "001234"))?.name).toBe("Second");
  });

  it("says beside the field what is wrong with it", async () => {
    const send = (changes: Partial<LicenceFields>) => codeOf(world.as("second").licences.submit(fields(changes)));
    expect(await send({})).toEqual(["INVALID", { number: "licenceKnown" }]);
    expect(await send({ number: "7", expiresOn: addDays(today(), -1) })).toEqual([
      "INVALID",
      { expiresOn: "licenceOver" },
    ]);
  });

  it("replaces only one's own", async () => {
    const form = { ...fields({ number: "55" }), replacesId: world.licences.own };
    expect(await codeOf(world.as("second").licences.submit(form))).toEqual(["NOT_FOUND"]);
    expect(await codeOf(world.as("second").licences.submit({ ...form, replacesId: crypto.randomUUID() }))).toEqual([
      "NOT_FOUND",
    ]);
  });

  it("is verified by an owner with how it was confirmed, and then by nobody again", async () => {
    const licenceId = (await cardOf("owner", "001234"))?.licenceId ?? "";
    const verify = { practiceId: world.practiceId, licenceId, verdict: "VERIFIED" as const };
    const decide = (confirmation: "PHONE" | "ATTESTED", reference: string) =>
      codeOf(world.as("owner").licences.decide({ ...verify, confirmation, reference }));
    expect(await decide("ATTESTED", "x")).toEqual(["INVALID", { confirmation: "chooseConfirmation" }]);
    expect(await decide("PHONE", "")).toEqual(["INVALID", { reference: "enterReference" }]);
    expect(await decide("PHONE", "Ms. Ortiz, board, 3 pm")).toBe("ok");
    expect(await cardOf("second", "001234")).toMatchObject({
      status: "VERIFIED",
      decidedBy: "Owner",
      confirmation: "PHONE",
      boardReference: "Ms. Ortiz, board, 3 pm",
    });
    expect(await decide("PHONE", "again")).toEqual(["CHANGED_MEANWHILE"]);
    expect(await codeOf(world.as("second").licences.withdraw({ practiceId: world.practiceId, licenceId }))).toEqual([
      "CHANGED_MEANWHILE",
    ]);
  });

  it("that is renewed holds until its own end, whatever becomes of the renewal", async () => {
    const old = await cardOf("second", "001234");
    const renewal = { ...fields({ expiresOn: addDays(today(), 1400) }), replacesId: old?.licenceId ?? null };
    await world.as("second").licences.submit(renewal);
    const both = (await page("second")).mine.filter((one) => one.number === "001234");
    expect(both.map((one) => one.status)).toEqual(["SUBMITTED", "VERIFIED"]);
    const licenceId = both[0]?.licenceId ?? "";
    await world.as("owner").licences.decide({
      ...{ practiceId: world.practiceId, licenceId },
      verdict: "REJECTED",
      reason: "EXPIRY_DIFFERS",
    });
    expect((await page("second")).mine.find((one) => one.licenceId === licenceId)).toMatchObject({
      status: "REJECTED",
      rejection: "EXPIRY_DIFFERS",
    });
    expect(await codeOf(world.as("second").licences.submit({ ...renewal, clientId: crypto.randomUUID() }))).toBe("ok");
  });

  it("may be suspended and taken up again", async () => {
    const licenceId = (await page("second")).mine.find((one) => one.status === "VERIFIED")?.licenceId ?? "";
    const suspend = { practiceId: world.practiceId, licenceId, verdict: "SUSPENDED" as const };
    await world.as("owner").licences.decide(suspend);
    expect((await page("second")).mine.find((one) => one.licenceId === licenceId)?.status).toBe("SUSPENDED");
    await world.as("owner").licences.decide({
      ...suspend,
      verdict: "VERIFIED",
      confirmation: "BOARD_WEBSITE",
      reference: "Active",
    });
    expect((await page("second")).mine.find((one) => one.licenceId === licenceId)?.status).toBe("VERIFIED");
  });
});

describe("the database itself", () => {
  const as = (who: Who, statement: string, values: unknown[] = []) =>
    sql.outcome(world.secrets[who], world.practiceId, statement, values);
  const verify = `UPDATE licence SET status = 'VERIFIED', decided_at = guard.app_now(), decided_by_id = guard.app_person(), confirmation = $2 WHERE id = $1`;

  it("lets nobody verify their own, nor decide in another's name", async () => {
    expect(await as("therapist", verify, [world.licences.own, "PHONE"])).toBe(0);
    expect(await as("owner", verify, [world.licences.own, "PHONE"])).toBe(1);
    expect(await as("owner", verify, [world.licences.own, "ATTESTED"])).toBe("42501");
    const forged = `UPDATE licence SET status = 'VERIFIED', decided_at = guard.app_now(), decided_by_id = $2, confirmation = 'PHONE' WHERE id = $1`;
    expect(await as("owner", forged, [world.licences.own, world.people.therapist.id])).toBe("42501");
  });

  it("refuses a licence that comes in verified, or in somebody else's name", async () => {
    const insert = (status: string, personId: string) =>
      as(
        "second",
        `INSERT INTO licence (practice_id, id, person_id, kind, number, jurisdiction, expires_on, client_id, submitted_at, status, decided_at)
         VALUES ($1, gen_random_uuid(), $2, 'LMFT', '9', 'US-NY', '2030-01-01', gen_random_uuid(), now(), $3::licence_status, CASE WHEN $3 <> 'SUBMITTED' THEN now() END)`,
        [world.practiceId, personId, status],
      );
    expect(await insert("SUBMITTED", world.people.second.id)).toBe(1);
    expect(await insert("VERIFIED", world.people.second.id)).toBe("42501");
    expect(await insert("SUBMITTED", world.people.therapist.id)).toBe("42501");
  });

  it("keeps what was typed, and knows no way back", async () => {
    const change = (set: string) => as("owner", `UPDATE licence SET ${set} WHERE id = $1`, [world.licences.own]);
    expect(await change("expires_on = '2040-01-01'")).toBe("42501");
    expect(await change("person_id = guard.app_person()")).toBe("42501");
    expect(await change("registry_status = 'MATCHED'")).toBe("42501");
    expect(await change("status = 'SUSPENDED', decided_at = guard.app_now(), decided_by_id = guard.app_person()")).toBe(
      "23514",
    );
    expect(await as("second", "DELETE FROM licence WHERE id = $1", [world.licences.own])).toBe(0);
    await expect(
      owner.query("UPDATE licence SET expires_on = '2040-01-01' WHERE id = $1", [world.licences.own]),
    ).rejects.toThrow("what was typed stays");
  });

  it("lets no owner put themselves under a supervisor, and no therapist anybody", async () => {
    const insert = `INSERT INTO supervision (practice_id, id, associate_id, supervisor_id, starts_on, set_by_id, created_at)
      VALUES ($1, gen_random_uuid(), $2, $3, '2026-01-01', guard.app_person(), now())`;
    const { owner: boss, second, therapist } = world.people;
    expect(await as("owner", insert, [world.practiceId, boss.id, therapist.id])).toBe("42501");
    expect(await as("second", insert, [world.practiceId, second.id, therapist.id])).toBe("42501");
    expect(await as("owner", insert, [world.practiceId, second.id, therapist.id])).toBe(1);
  });

  it("takes no homework from somebody without a licence", async () => {
    await expire(world.people.therapist.id, -1);
    const insert = `INSERT INTO assignment (practice_id, id, couple_id, strategy_version_id, assigned_by_id, mode, known_to_both, cadence, starts_on, state, client_id, created_at)
      SELECT practice_id, gen_random_uuid(), couple_id, strategy_version_id, guard.app_person(), mode, known_to_both, cadence, starts_on, 'ACTIVE', gen_random_uuid(), created_at
      FROM assignment WHERE id = $1`;
    expect(await as("therapist", insert, [world.assignmentId])).toBe("42501");
    await expire(world.people.therapist.id, 0);
    expect(await as("therapist", insert, [world.assignmentId])).toBe(1);
  });
});

describe("when a licence has expired", () => {
  it("nothing new is assigned from the day after, and everything that runs goes on", async () => {
    await expire(world.people.therapist.id, -1);
    const { therapist } = { therapist: world.as("therapist") };
    const couple = { practiceId: world.practiceId, coupleId: world.couple.id };
    expect(await codeOf(assign("therapist"))).toEqual(["LICENCE_NEEDED"]);
    expect((await therapist.homework.assignForm(couple)).licensed).toBe(false);
    const read = await therapist.couples.page(couple);
    expect(read.checkIns.length).toBeGreaterThan(0);
    const checkInId = world.answered.samShared.id;
    const reply = {
      ...couple,
      checkInId,
      clientId: crypto.randomUUID(),
      body: "Still here.",
      audience: "AUTHOR" as const,
    };
    expect(await codeOf(therapist.checkIns.reply(reply))).toBe("ok");
    expect(await codeOf(therapist.checkIns.review({ ...couple, checkInId, version: 1 }))).toBe("ok");
    expect(await codeOf(therapist.homework.end({ ...couple, assignmentId: world.hidden.assignmentId }))).toBe("ok");
    await expire(world.people.therapist.id, 0);
    expect(await codeOf(assign("therapist"))).toBe("ok");
  });
});

describe("an associate", () => {
  const clinicians = async () =>
    (
      await owner.query(
        "SELECT person_id, role FROM couple_clinician WHERE couple_id = $1 AND ends_at IS NULL ORDER BY role",
        [world.secondCouple.id],
      )
    ).rows.map((row) => [row.person_id, row.role]);

  it("assigns under the supervisor's licence, and the supervisor then reads the couple too", async () => {
    const { second, therapist } = world.people;
    await expire(second.id, -1);
    await expire(therapist.id, 300);
    expect((await page("second")).licensed).toBe(true);
    expect(await clinicians()).toEqual([[second.id, "PRIMARY"]]);
    expect(
      await codeOf(
        world.as("therapist").couples.page({ practiceId: world.practiceId, coupleId: world.secondCouple.id }),
      ),
    ).toEqual(["NOT_FOUND"]);
    expect(await codeOf(assign("second"))).toBe("ok");
    expect(await codeOf(assign("second"))).toBe("ok");
    expect(await clinicians()).toEqual([
      [second.id, "PRIMARY"],
      [therapist.id, "SUPERVISOR"],
    ]);
    expect(
      await codeOf(
        world.as("therapist").couples.page({ practiceId: world.practiceId, coupleId: world.secondCouple.id }),
      ),
    ).toBe("ok");
  });

  it("assigns no more when the supervisor's licence has ended, or the supervision has", async () => {
    const { therapist } = world.people;
    await expire(therapist.id, -1);
    expect(await codeOf(assign("second"))).toEqual(["LICENCE_NEEDED"]);
    await expire(therapist.id, 300);
    expect(await codeOf(assign("second"))).toBe("ok");
    await world.as("owner").licences.endSupervision({ practiceId: world.practiceId, supervisionId: world.supervision });
    expect(await codeOf(assign("second"))).toEqual(["LICENCE_NEEDED"]);
    expect((await page("owner")).supervisions).toEqual([]);
  });

  it("is given a supervisor by an owner, who must hold a licence; a new one takes the place of the earlier", async () => {
    const { second, therapist, owner: boss } = world.people;
    const supervise = (supervisorId: string, from = today(), until: string | null = null) =>
      codeOf(
        world.as("owner").licences.supervise({
          ...{ practiceId: world.practiceId, associateId: second.id, supervisorId },
          from,
          until,
        }),
      );
    expect(await supervise(boss.id)).toEqual(["NOT_FOUND"]);
    expect(await supervise(second.id)).toContain("superviseOther");
    await expire(therapist.id, -1);
    expect(await supervise(therapist.id)).toEqual(["INVALID", { supervisorId: "supervisorUnlicensed" }]);
    await expire(therapist.id, 300);
    expect(await supervise(therapist.id, addDays(today(), -1))).toEqual(["INVALID", { from: "fromTodayOn" }]);
    expect(await supervise(therapist.id)).toBe("ok");
    expect(await supervise(therapist.id, addDays(today(), 10), addDays(today(), 20))).toBe("ok");
    expect((await page("owner")).supervisions.map(({ from, until }) => [from, until])).toEqual([
      [today(), addDays(today(), 9)],
      [addDays(today(), 10), addDays(today(), 20)],
    ]);
    expect(await codeOf(assign("second"))).toBe("ok");
  });
});

describe("a partner who lives where no licence at hand reaches", () => {
  const live = (region: string) =>
    owner.query("UPDATE intake SET country = 'US', region = $1 WHERE person_id = $2", [region, world.people.sam.id]);
  const form = () =>
    world.as("therapist").homework.assignForm({ practiceId: world.practiceId, coupleId: world.couple.id });
  const samOf = async () => (await form()).standing.places.find((one) => one.personId === world.people.sam.id);
  const give = (overrides?: Record<string, OverrideReason>) =>
    codeOf(
      world.as("therapist").homework.assign({
        ...{ practiceId: world.practiceId, coupleId: world.couple.id, clientId: crypto.randomUUID() },
        ...{ strategyKey: "say-i", mode: "EACH", personIds: world.couple.partners.map((one) => one.id) },
        ...{ knownToBoth: true, cadence: { every: "week", times: 1 }, startsOn: today(), endsOn: null, note: "" },
        overrides,
      }),
    );

  it("brings a warning, and then a reason that is asked once for each place", async () => {
    const sam = world.people.sam.id;
    await expire(world.people.therapist.id, 300);
    await live("NY");
    expect((await samOf())?.outside).toBe(false);
    expect(await give()).toBe("ok");
    await live("CT");
    expect(await samOf()).toEqual({ personId: sam, jurisdiction: "US-CT", outside: true, recorded: null });
    const missing = ["INVALID", { [`overrides.${sam}`]: "chooseOverride" }];
    expect(await give()).toEqual(missing);
    expect(await give({ [sam]: "PSYPACT" })).toEqual(missing);
    expect(await give({ [sam]: "TELEHEALTH_REGISTRATION" })).toBe("ok");
    expect((await samOf())?.recorded).toBe("TELEHEALTH_REGISTRATION");
    expect(await give()).toBe("ok");
    await live("VT");
    expect(await give()).toEqual(missing);
  });

  describe("as soon as they have said so", () => {
    const couple = () => ({ practiceId: world.practiceId, coupleId: world.couple.id });
    const say = (who: "therapist" | "second", reason: OverrideReason, personId = world.people.sam.id) =>
      codeOf(world.as(who).licences.recordOverride({ ...couple(), personId, reason }));
    const asked = async () => {
      const [page, { couples }] = [
        await world.as("therapist").couples.page(couple()),
        await world.as("therapist").caseload.page({ practiceId: world.practiceId }),
      ];
      const row = couples.find((one) => one.coupleId === world.couple.id);
      return {
        page: page.elsewhere.places.map((one) => one.jurisdiction),
        caseload: row?.reasons.filter((one) => one.kind === "elsewhere").map((one) => "name" in one && one.name),
      };
    };

    it("stands on the couple's page and the caseload, before anything is assigned, until the reason is recorded once", async () => {
      await live("NY");
      expect(await asked()).toEqual({ page: [], caseload: [] });
      await live("ME");
      expect(await asked()).toEqual({ page: ["US-ME"], caseload: ["Sam"] });
      expect(await say("therapist", "PSYPACT")).toEqual(["INVALID", { reason: "chooseOverride" }]);
      expect(await say("therapist", "CONTINUITY")).toBe("ok");
      expect(await asked()).toEqual({ page: [], caseload: [] });
      expect(await say("therapist", "CLIENT_AWAY")).toBe("ok");
      expect((await samOf())?.recorded).toBe("CONTINUITY");
      expect(await give()).toBe("ok");
    });

    it("is recorded by the couple's clinicians alone, of its partners alone", async () => {
      await live("AK");
      expect(await say("second", "CONTINUITY")).toEqual(["NOT_FOUND"]);
      expect(await say("therapist", "CONTINUITY", world.people.owner.id)).toEqual(["NOT_FOUND"]);
      expect((await asked()).page).toEqual(["US-AK"]);
      await live("VT");
    });
  });

  it("never learns of it", async () => {
    const seen = (who: "sam" | "alex" | "therapist") =>
      sql.outcome(world.secrets[who], world.practiceId, "SELECT 1 FROM jurisdiction_override");
    expect([await seen("sam"), await seen("alex"), await seen("therapist")]).toEqual([0, 0, 2]);
  });
});

describe("the only owner who is the only therapist", () => {
  it("attests their own, which nobody else may", async () => {
    const { otherPracticeId: practiceId, people } = world;
    const other = world.as("otherTherapist");
    const submit = () => other.licences.submit({ ...fields(), practiceId });
    const decide = (licenceId: string) =>
      codeOf(
        other.licences.decide({
          practiceId,
          licenceId,
          verdict: "VERIFIED",
          confirmation: "ATTESTED",
          reference: "NJ",
        }),
      );
    const give = "INSERT INTO staff_role (practice_id, person_id, role) VALUES ($1, $2, 'OWNER')";
    await owner.query(give, [practiceId, people.otherTherapist.id]);
    await submit();
    const waiting = async () =>
      (await other.licences.page({ practiceId })).mine.find((one) => one.status === "SUBMITTED")?.licenceId ?? "";
    expect((await other.licences.page({ practiceId })).sole).toBe(false);
    expect(await decide(await waiting())).toEqual(["NOT_FOUND"]);
    await owner.query("UPDATE staff_role SET ended_at = now() WHERE practice_id = $1 AND person_id <> $2", [
      practiceId,
      people.otherTherapist.id,
    ]);
    expect((await other.licences.page({ practiceId })).sole).toBe(true);
    expect(await decide(await waiting())).toBe("ok");
    expect((await other.licences.page({ practiceId })).mine[0]).toMatchObject({
      status: "VERIFIED",
      confirmation: "ATTESTED",
      decidedBy: "Other",
    });
  });
});

describe("the only owner beside a colleague who treats", () => {
  it("cannot attest their own, until the colleague is an owner too and looks it up", async () => {
    const { practiceId, people } = world;
    const give = "INSERT INTO staff_role (practice_id, person_id, role) VALUES ($1, $2, $3)";
    await owner.query(give, [practiceId, people.owner.id, "THERAPIST"]);
    await world.as("owner").licences.submit({ ...fields(), practiceId });
    const page = await world.as("owner").licences.page({ practiceId });
    const licenceId = page.mine.find((one) => one.status === "SUBMITTED")?.licenceId ?? "";
    const decide = (who: "owner" | "therapist", confirmation: "PHONE" | "ATTESTED") =>
      codeOf(
        world.as(who).licences.decide({ practiceId, licenceId, verdict: "VERIFIED", confirmation, reference: "NJ" }),
      );
    expect(page.sole).toBe(false);
    expect([await decide("owner", "ATTESTED"), await decide("therapist", "PHONE")]).toEqual([
      ["NOT_FOUND"],
      ["NOT_FOUND"],
    ]);
    await owner.query(give, [practiceId, people.therapist.id, "OWNER"]);
    expect(await decide("therapist", "PHONE")).toBe("ok");
    const { mine } = await world.as("owner").licences.page({ practiceId });
    expect(mine.find((one) => one.licenceId === licenceId)).toMatchObject({
      status: "VERIFIED",
      confirmation: "PHONE",
    });
  });
});
