import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { GoingOn } from "@/tests/factories/going-on";
import { copyReleases } from "./copy-releases";

let going: GoingOn;
beforeAll(async () => {
  going = await GoingOn.open();
});
afterAll(() => going.close());

describe("nothing goes", () => {
  let before: Record<string, number>;
  beforeEach(async () => {
    await going.owner.query("DELETE FROM release WHERE transfer_id = $1", [going.world.transfers.transferId]);
    before = await going.held();
    await going.sign("alex");
    await going.sleepOnIt();
  });
  const refused = async () => {
    expect(await copyReleases()).toBe(0);
    expect(await going.held()).toEqual(before);
  };
  const run = (text: string, ...values: unknown[]) => going.owner.query(text, values);

  it("while the receiving therapist has no current licence; it goes when they have one again", async () => {
    const set = "UPDATE licence SET status = $1 WHERE person_id = $2 AND status <> 'SUBMITTED'";
    await run(set, "SUSPENDED", going.world.people.otherTherapist.id);
    await refused();
    await run(set, "VERIFIED", going.world.people.otherTherapist.id);
    await run("UPDATE supervision SET ends_on = starts_on - 1");
  });

  it("while the receiving therapist holds no role, or has left", async () => {
    const set = "UPDATE staff_role SET ended_at = $1 WHERE person_id = $2";
    await run(set, new Date(), going.world.people.otherTherapist.id);
    await refused();
    await run(set, null, going.world.people.otherTherapist.id);
    await run("UPDATE person SET ended_at = now() WHERE id = $1", going.world.people.otherTherapist.id);
    await refused();
    await run("UPDATE person SET ended_at = NULL WHERE id = $1", going.world.people.otherTherapist.id);
    await run(set, null, going.world.people.otherTherapist.id);
  });

  it("of a couple that has ended, of a partner who left, or of a login that was closed", async () => {
    for (const [on, off] of [
      ["UPDATE couple SET state = 'ENDED' WHERE id = $1", "UPDATE couple SET state = 'ACTIVE' WHERE id = $1"],
    ] as const) {
      await run(on, going.world.couple.id);
      await refused();
      await run(off, going.world.couple.id);
    }
    await run("UPDATE person SET ended_at = now() WHERE id = $1", going.world.people.alex.id);
    await refused();
    await run("UPDATE person SET ended_at = NULL WHERE id = $1", going.world.people.alex.id);
    await run(`UPDATE identity."user" SET disabled_at = now() WHERE id = $1`, going.world.people.alex.userId);
    await refused();
    await run(`UPDATE identity."user" SET disabled_at = NULL WHERE id = $1`, going.world.people.alex.userId);
  });

  it("to a therapist who is the partner, or to a practice where the partner is staff", async () => {
    const bind = "UPDATE person SET user_id = $2 WHERE id = $1";
    const { otherTherapist, otherOwner, sam } = going.world.people;
    await run(bind, sam.id, otherTherapist.userId);
    await refused();
    await run(bind, sam.id, sam.userId);
    await run(bind, otherOwner.id, going.world.people.alex.userId);
    await refused();
    await run(bind, otherOwner.id, otherOwner.userId);
  });

  it("thirty days after it was signed", async () => {
    await run(
      "UPDATE release SET answered_at = answered_at - interval '29 days', goes_at = goes_at - interval '29 days' WHERE copied_at IS NULL",
    );
    await refused();
    expect((await going.world.as("alex").transfers.mine({ coupleId: going.world.couple.id })).transfer?.state).toBe(
      "LAPSED",
    );
  });
});

/** Something for the partner that waits for their own answer, forced into the list of what was signed. */
async function held(): Promise<void> {
  const { practiceId, couple, people, assignmentId } = going.world;
  const { rows } = await going.owner.query(
    `INSERT INTO entry (practice_id, id, couple_id, author_id, assignment_id, ordinal, once, gate, block, kind, visibility, shared_at, body, created_at, updated_at)
     VALUES ($1, gen_random_uuid(), $2, $3, $4, 0, 'one', 'MUTUAL', 'questions', 'answer', 'SHARED', now(), '\\x00', now(), now()) RETURNING id`,
    [practiceId, couple.id, people.alex.id, assignmentId],
  );
  const { checkIns, journal } = await going.world.as("alex").transfers.mine({ coupleId: couple.id });
  expect([...checkIns, ...journal].map((one) => JSON.stringify(one)).join()).not.toContain(rows[0].id);
  await going.owner.query("UPDATE release SET entry_ids = entry_ids || $1::uuid WHERE copied_at IS NULL", [rows[0].id]);
}

describe("what is copied", () => {
  it("is what was listed when it was signed and is not kept back since: opening or closing words later adds none", async () => {
    const set = "UPDATE entry SET visibility = $2::visibility, updated_at = now() WHERE check_in_id = $1";
    await going.owner.query("DELETE FROM release WHERE transfer_id = $1", [going.which.transferId]);
    await going.sign("alex");
    await going.owner.query(set, [going.world.answered.alexPrivate.id, "THERAPIST"]);
    await going.owner.query(set, [going.world.answered.alexTherapist.id, "PRIVATE"]);
    await held();
    await going.owner.query("UPDATE identity.session SET revoked_at = now() WHERE user_id = $1", [
      going.world.people.alex.userId,
    ]);
    await going.sleepOnIt();
    expect(await copyReleases()).toBe(1);
    expect(await going.entriesThere("otherTherapist")).toEqual([]);
    expect(
      await going.count("entry WHERE practice_id = $1 AND couple_id = $2", [
        going.world.otherPracticeId,
        (await going.there()).coupleId,
      ]),
    ).toBe(0);
  });

  it("goes even if the session that signed was ended since: a signature is no session, and a session no signature", async () => {
    const signedIn = "SELECT 1 FROM identity.session WHERE user_id = $1 AND revoked_at IS NULL";
    expect((await going.owner.query(signedIn, [going.world.people.alex.userId])).rowCount).toBe(0);
    await expect(going.world.as("alex").transfers.withdraw(going.which)).rejects.toThrow("SIGNED_OUT");
  });

  it("can be read by the worker's role in no other way, and it writes nothing where nothing has arrived", async () => {
    const worker = new Client({ connectionString: process.env.DATABASE_WORKER_URL });
    await worker.connect();
    const tryAs = async (practiceId: string, text: string, values: unknown[] = []) => {
      await worker.query("BEGIN");
      await worker.query("SELECT set_config('app.practice_id', $1, true), set_config('app.now', $2, true)", [
        practiceId,
        new Date().toISOString(),
      ]);
      try {
        return (await worker.query(text, values)).rows;
      } catch (error) {
        return (error as { code: string }).code;
      } finally {
        await worker.query("ROLLBACK");
      }
    };
    for (const table of ["entry", "person_key", "intake", "pulse", "disclosure"])
      expect([table, await tryAs(going.world.practiceId, `SELECT * FROM ${table}`)]).toEqual([table, "42501"]);
    const { rows } = await going.owner.query("SELECT id FROM release WHERE person_id = $1", [
      going.world.people.alex.id,
    ]);
    const parcel = "SELECT set_config('app.release', $1, true), guard.release_parcel() AS parcel";
    expect(await tryAs(going.world.practiceId, parcel, [rows[0].id])).toMatchObject([{ parcel: null }]);
    const insert = `INSERT INTO entry (practice_id, id, couple_id, author_id, block, kind, visibility, body, created_at, updated_at)
      VALUES ($1, gen_random_uuid(), $2, $3, 'journal', 'words', 'THERAPIST', '\\x00', now(), now())`;
    expect(
      await tryAs(going.world.practiceId, insert, [
        going.world.practiceId,
        going.world.couple.id,
        going.world.people.alex.id,
      ]),
    ).toBe("42501");
    await worker.end();
  });
});

describe("a transfer that is stopped", () => {
  const at = () => ({ practiceId: going.world.practiceId, coupleId: going.world.couple.id });

  it("lets nothing go that has not gone, not even under the next code: that is signed anew", async () => {
    const before = await going.held();
    await going.sign("sam");
    await going.sleepOnIt();
    await going.world.as("therapist").transfers.stop({ ...at(), transferId: going.which.transferId });
    expect(await copyReleases()).toBe(0);
    const { code } = await going.world.as("therapist").transfers.start({ ...at(), clientId: crypto.randomUUID() });
    await going.world
      .as("otherTherapist")
      .transfers.take({ practiceId: going.world.otherPracticeId, code, policy: "NO_SECRETS" });
    expect(await copyReleases()).toBe(0);
    expect(await going.held()).toEqual(before);
    const { transfer } = await going.world.as("sam").transfers.mine({ coupleId: going.world.couple.id });
    expect(transfer).toMatchObject({ state: "OPEN", policy: "NO_SECRETS" });
  });
});
