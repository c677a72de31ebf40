import { Client } from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { forgive } from "@/server/throttle";
import { AppRole } from "@/tests/factories/app-role";
import { httpActor } from "@/tests/factories/over-http";
import { countStatements } from "@/tests/factories/statements";
import { type TwoPractices, twoPractices } from "@/tests/factories/two-practices";

let world: TwoPractices;
let owner: Client;
let sql: AppRole;
beforeAll(async () => {
  world = await twoPractices();
  owner = new Client({ connectionString: world.ownerUrl });
  await owner.connect();
  sql = await AppRole.connect(world.appUrl);
});
afterAll(async () => {
  await sql.close();
  await owner.end();
  await world.close();
});

/** A couple of one that the therapist treats, and that nobody has taken on. */
const lone = () => ({ practiceId: world.practiceId, coupleId: world.invited.lone.id });
const start = (clientId: string = crypto.randomUUID()) =>
  world.as("therapist").transfers.start({ ...lone(), clientId });
const policy = "CONFIDENTIAL" as const;

/** What whoever takes a couple on with a code gets to see of it, byte by byte. */
async function tried(code: string, who: "otherTherapist" | "second" = "otherTherapist") {
  const practiceId = who === "second" ? world.practiceId : world.otherPracticeId;
  const answer = await (await httpActor(world, who))("transfers.take", "mutation", { practiceId, code, policy });
  await forgive("transferCode.person", world.people[who].userId);
  await forgive("transferCode.practice", practiceId);
  return answer;
}
const stopAll = () =>
  owner.query("UPDATE transfer SET stopped_at = now(), code_hash = NULL WHERE couple_id = $1 AND stopped_at IS NULL", [
    lone().coupleId,
  ]);

describe("a code", () => {
  afterEach(stopAll);

  it("lets a therapist elsewhere take a couple on once, and names who sends and nobody of the couple", async () => {
    const { code } = await start();
    expect((await tried(code)).status).toBe(200);
    const there = await world.as("otherTherapist").transfers.receptions({ practiceId: world.otherPracticeId });
    expect(there.receptions[0]).toMatchObject({ practiceName: "Harbor", therapistName: "Therapist", state: "waits" });
    expect(there.receptions[0]?.coupleId).toBeNull();
    expect(JSON.stringify(there)).not.toContain("Lone");
    const here = await world.as("therapist").transfers.page(lone());
    expect(here.transfer).toMatchObject({ state: "taken", gone: [] });
    expect(here.transfer?.receiver).toMatchObject({ practiceName: "Northside", therapistName: "Other" });
    const log = await owner.query("SELECT 1 FROM audit WHERE procedure = 'transfers.taken' AND couple_id = $1", [
      lone().coupleId,
    ]);
    expect(log.rowCount).toBe(1);
  });

  it("is refused in the same bytes when wrong, used, stopped, late, of one's own practice or of an ended couple", async () => {
    const unknown = await tried("7K3M-2QXR-9T");
    expect([unknown.status, unknown.body.includes("transferCode")]).toEqual([400, true]);
    const used = (await start()).code;
    expect((await tried(used)).status).toBe(200);
    expect(await tried(used)).toEqual(unknown);
    await stopAll();
    const stopped = (await start()).code;
    await stopAll();
    expect(await tried(stopped)).toEqual(unknown);
    const own = (await start()).code;
    expect(await tried(own, "second")).toEqual(unknown);
    await owner.query("UPDATE transfer SET expires_at = now() - interval '1 minute' WHERE code_hash IS NOT NULL");
    expect(await tried(own)).toEqual(unknown);
    const ended = (await start()).code;
    await owner.query("UPDATE couple SET state = 'ENDED' WHERE id = $1", [lone().coupleId]);
    expect(await tried(ended)).toEqual(unknown);
    await owner.query("UPDATE couple SET state = 'ACTIVE' WHERE id = $1", [lone().coupleId]);
    expect(await tried("not a code")).toEqual(unknown);
    expect((await tried(ended)).status).toBe(200);
  });

  it("is worth nothing once whoever made it no longer treats the couple", async () => {
    const { code } = await start();
    const move = "UPDATE couple_clinician SET ends_at = $2 WHERE couple_id = $1 AND person_id = $3";
    await owner.query("ALTER TABLE couple_clinician DISABLE TRIGGER clinician_kept");
    await owner.query(move, [lone().coupleId, new Date(), world.people.therapist.id]);
    const refused = await tried(code);
    await owner.query(move, [lone().coupleId, null, world.people.therapist.id]);
    await owner.query("ALTER TABLE couple_clinician ENABLE TRIGGER clinician_kept");
    expect(refused).toEqual(await tried("7K3M-2QXR-9T"));
    expect((await tried(code)).status).toBe(200);
  });

  it("never makes somebody the therapist of a couple that they are one of", async () => {
    const { code } = await start();
    const partner = world.invited.lone.partners[0];
    const bind = "UPDATE person SET user_id = $2 WHERE id = $1";
    await owner.query(bind, [partner?.id, world.people.otherTherapist.userId]);
    expect(await tried(code)).toEqual(await tried("7K3M-2QXR-9T"));
    await owner.query(bind, [partner?.id, partner?.userId]);
    expect((await tried(code)).status).toBe(200);
  });

  it("asks for a current licence before it is even looked at", async () => {
    const { code } = await start();
    const set = "UPDATE licence SET status = $1 WHERE person_id = $2 AND status <> 'SUBMITTED'";
    await owner.query(set, ["SUSPENDED", world.people.otherTherapist.id]);
    expect((await tried(code)).body).toContain("LICENCE_NEEDED");
    await owner.query(set, ["VERIFIED", world.people.otherTherapist.id]);
    expect((await tried(code)).status).toBe(200);
  });

  it("is the same when the form is sent twice, and the one before is worth nothing then", async () => {
    const clientId = crypto.randomUUID();
    const first = await start(clientId);
    expect(await start(clientId)).toEqual(first);
    const second = await start();
    expect(second.code).not.toBe(first.code);
    expect((await tried(first.code)).status).toBe(400);
    expect((await tried(second.code)).status).toBe(200);
    await expect(start()).rejects.toThrow("CLOSED");
  });

  it("is kept as a hash that the web's role cannot read", async () => {
    const { code } = await start();
    const { rows } = await owner.query("SELECT t::text AS row FROM transfer t");
    expect(JSON.stringify(rows)).not.toContain(code.replaceAll("-", ""));
    const read = "SELECT code_hash FROM transfer";
    expect(await sql.outcome(world.secrets.therapist, world.practiceId, read)).toBe("42501");
  });

  it("is not to be guessed: ten tries in a quarter of an hour", async () => {
    const ask = await httpActor(world, "otherTherapist");
    const input = { practiceId: world.otherPracticeId, code: "0000-0000-00", policy };
    const bodies: string[] = [];
    for (let count = 0; count < 11; count++) bodies.push((await ask("transfers.take", "mutation", input)).body);
    expect(bodies[9]).toContain("transferCode");
    expect(bodies[10]).toContain("TOO_MANY");
    await forgive("transferCode.person", world.people.otherTherapist.userId);
    await forgive("transferCode.practice", world.otherPracticeId);
  });
});

describe("stopping", () => {
  afterEach(stopAll);

  it("on either side is the end on both, and the other practice's rows are never named for it", async () => {
    await tried((await start()).code);
    const mine = () => world.as("otherTherapist").transfers.receptions({ practiceId: world.otherPracticeId });
    const transferId = (await world.as("therapist").transfers.page(lone())).transfer?.transferId ?? "";
    await world.as("therapist").transfers.stop({ ...lone(), transferId });
    expect((await mine()).receptions.find((one) => one.receptionId === transferId)?.state).toBe("over");
    await tried((await start()).code);
    const [taken] = (await mine()).receptions;
    const back = { practiceId: world.otherPracticeId, receptionId: taken?.receptionId ?? "" };
    await world.as("otherTherapist").transfers.giveBack(back);
    expect((await world.as("therapist").transfers.page(lone())).transfer?.state).toBe("over");
  });

  it("a couple that has ended is offered to nobody", async () => {
    const clientId = crypto.randomUUID();
    const at = { practiceId: world.practiceId, coupleId: world.endedCouple.id };
    await expect(world.as("therapist").transfers.start({ ...at, clientId })).rejects.toThrow("CLOSED");
    const insert = `INSERT INTO transfer (practice_id, id, couple_id, started_by_id, code_hash, created_at, expires_at)
      VALUES ($1, gen_random_uuid(), $2, $3, '\\x00', guard.app_now(), guard.app_now())`;
    const values = [at.practiceId, at.coupleId, world.people.therapist.id];
    expect(await sql.outcome(world.secrets.therapist, world.practiceId, insert, values)).toBe("42501");
  });
});

describe("an answer", () => {
  const coupleId = () => world.couple.id;
  const which = () => ({ coupleId: coupleId(), transferId: world.transfers.transferId });
  const signature = (listedAt = new Date()) => ({
    ...which(),
    listedAt,
    signedAs: "Alex",
    textVersion: "2026-11",
    consentVersion: "2026-11",
    policy,
  });
  const rowsOf = (name: "alex" | "sam") =>
    owner.query("SELECT * FROM release WHERE person_id = $1 ORDER BY answered_at", [world.people[name].id]);
  afterEach(() => owner.query("DELETE FROM release WHERE transfer_id = $1", [world.transfers.transferId]));

  it("is asked with exactly what would go: one's own, and nothing that only oneself reads", async () => {
    const page = await world.as("alex").transfers.mine({ coupleId: coupleId() });
    const text = JSON.stringify(page);
    expect(page.transfer).toMatchObject({
      practiceName: "Northside",
      therapistName: "Other",
      state: "OPEN",
      open: true,
    });
    // One in a check-in, one inside an exercise.
    expect([page.checkIns.length, page.stays, page.weeks.length]).toEqual([2, 2, 1]);
    expect(text).toContain(world.words.alexTherapist);
    for (const words of [world.words.alexPrivate, world.words.samShared, world.words.samPrivate, world.words.toAlex])
      expect(text).not.toContain(words);
    expect(await countStatements(() => world.as("alex").transfers.mine({ coupleId: coupleId() }))).toBeLessThanOrEqual(
      6,
    );
    expect(await countStatements(() => world.as("therapist").transfers.page(lone()))).toBeLessThanOrEqual(6);
  });

  it("is signed with a fresh proof, under the words of today, to a list of the last hour", async () => {
    const api = world.as("alex").transfers;
    const age = (minutes: number) =>
      owner.query("UPDATE identity.session SET unlocked_at = now() - $2 * interval '1 minute' WHERE user_id = $1", [
        world.people.alex.userId,
        minutes,
      ]);
    await age(11);
    await expect(api.authorize(signature())).rejects.toThrow("UNLOCK_NEEDED");
    await age(0);
    await expect(api.authorize({ ...signature(), textVersion: "2020-01" })).rejects.toThrow("CHANGED_MEANWHILE");
    await expect(api.authorize({ ...signature(), policy: "NO_SECRETS" })).rejects.toThrow("CHANGED_MEANWHILE");
    await expect(api.authorize(signature(new Date(Date.now() - 7_200_000)))).rejects.toThrow("CHANGED_MEANWHILE");
    await api.authorize(signature());
    await api.authorize(signature());
    const { rows } = await rowsOf("alex");
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ answer: "AUTHORIZED", signed_as: "Alex", text_version: "2026-11" });
    expect([rows[0].check_in_ids.length, rows[0].entry_ids.length, rows[0].weeks.length]).toEqual([2, 1, 1]);
    expect(rows[0].goes_at.getTime() - rows[0].answered_at.getTime()).toBe(86_400_000);
  });

  it("may be changed until it has gone, and each keeps its row", async () => {
    const api = world.as("alex").transfers;
    const state = async () => (await api.mine({ coupleId: coupleId() })).transfer?.state;
    await api.decline(which());
    await api.decline(which());
    expect(await state()).toBe("DECLINED");
    await api.authorize(signature());
    expect(await state()).toBe("WAITS");
    await api.withdraw(which());
    await api.withdraw(which());
    expect(await state()).toBe("WITHDRAWN");
    expect((await rowsOf("alex")).rowCount).toBe(2);
  });

  it("is never given for the other, in SQL either, nor seen or taken back by them or the practice", async () => {
    const insert = `INSERT INTO release (practice_id, id, couple_id, transfer_id, person_id, answer, answered_at, check_in_ids, entry_ids, weeks)
      VALUES ($1, gen_random_uuid(), $2, $3, $4, 'DECLINED', guard.app_now(), '{}', '{}', '{}')`;
    const values = [world.practiceId, coupleId(), world.transfers.transferId, world.people.sam.id];
    for (const name of ["alex", "therapist", "owner", "otherTherapist"] as const)
      expect([name, await sql.outcome(world.secrets[name], world.practiceId, insert, values)]).toEqual([name, "42501"]);
    expect(await sql.outcome(world.secrets.sam, world.practiceId, insert, values)).toBe(1);
    await world.as("sam").transfers.authorize({ ...signature(), signedAs: "Sam" });
    for (const name of ["alex", "therapist", "owner"] as const) {
      const seen = await sql.outcome(
        world.secrets[name],
        world.practiceId,
        "SELECT 1 FROM release WHERE transfer_id = $1",
        [world.transfers.transferId],
      );
      const taken = await sql.outcome(world.secrets[name], world.practiceId, "UPDATE release SET withdrawn_at = now()");
      expect([name, seen, taken]).toEqual([name, 0, 0]);
    }
  });

  it("looks the same to the practice that is left whether it is missing, no, taken back or signed", async () => {
    const ask = await httpActor(world, "therapist");
    const input = { practiceId: world.practiceId, coupleId: coupleId() };
    const pages = async () => [
      await ask("transfers.page", "query", input),
      await ask("disclosures.page", "query", input),
    ];
    const before = await pages();
    await world.as("sam").transfers.decline(which());
    expect(await pages()).toEqual(before);
    await world.as("sam").transfers.authorize(signature());
    expect(await pages()).toEqual(before);
    await world.as("sam").transfers.withdraw(which());
    expect(await pages()).toEqual(before);
  });

  it("is not taken once the couple has ended, in SQL either", async () => {
    await owner.query("UPDATE couple SET state = 'ENDED' WHERE id = $1", [coupleId()]);
    await expect(world.as("alex").transfers.authorize(signature())).rejects.toThrow("CLOSED");
    expect((await world.as("alex").transfers.mine({ coupleId: coupleId() })).transfer).toBeNull();
    const insert = `INSERT INTO release (practice_id, id, couple_id, transfer_id, person_id, answer, answered_at, check_in_ids, entry_ids, weeks)
      VALUES ($1, gen_random_uuid(), $2, $3, $4, 'DECLINED', guard.app_now(), '{}', '{}', '{}')`;
    const values = [world.practiceId, coupleId(), world.transfers.transferId, world.people.alex.id];
    expect(await sql.outcome(world.secrets.alex, world.practiceId, insert, values)).toBe("42501");
    await owner.query("UPDATE couple SET state = 'ACTIVE' WHERE id = $1", [coupleId()]);
  });
});
