import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GoingOn } from "@/tests/factories/going-on";
import { copyReleases } from "./copy-releases";

let going: GoingOn;
beforeAll(async () => {
  going = await GoingOn.open();
});
afterAll(() => going.close());

/** Sam has taken their place there by an invitation before signing, under a login that the practice knows, and has rated a week. */
async function knownThere(coupleId: string): Promise<void> {
  const { sam, otherPartner } = going.world.people;
  const run = (text: string, ...values: unknown[]) => going.owner.query(text, values);
  const practiceId = going.world.otherPracticeId;
  await run("UPDATE person SET user_id = $2 WHERE id = $1", otherPartner.id, sam.userId);
  await run("UPDATE identity.membership SET user_id = $2 WHERE person_id = $1", otherPartner.id, sam.userId);
  await run("INSERT INTO couple_partner VALUES ($1, $2, $3, 2, now())", practiceId, coupleId, otherPartner.id);
  for (const table of ["intake", "pulse"]) {
    const columns = await run(
      "SELECT string_agg(quote_ident(column_name), ', ' ORDER BY ordinal_position) AS list FROM information_schema.columns WHERE table_schema = 'public' AND table_name = $1 AND column_name NOT IN ('practice_id', 'couple_id', 'person_id', 'safe_contact')",
      table,
    );
    const { list } = columns.rows[0];
    await run(
      `INSERT INTO ${table} (practice_id, couple_id, person_id, ${list}) SELECT $1, $2, $3, ${list} FROM ${table} WHERE person_id = $4`,
      ...[practiceId, coupleId, otherPartner.id, sam.id],
    );
  }
}

describe("what a partner signed", () => {
  it("goes after a day and not before; taken back, it never does", async () => {
    const before = await going.held();
    await going.sign("alex");
    expect(await copyReleases()).toBe(0);
    await going.world.as("alex").transfers.withdraw(going.which);
    await going.sleepOnIt();
    expect(await copyReleases()).toBe(0);
    expect(await going.held()).toEqual(before);
  });

  it("arrives once, however many copy it at the same time", async () => {
    await going.sign("alex");
    await going.sleepOnIt();
    const copied = await Promise.all([copyReleases(), copyReleases(), copyReleases()]);
    expect(copied.reduce((sum, one) => sum + one, 0)).toBe(1);
    const after = await going.held();
    expect(await copyReleases()).toBe(0);
    expect(await going.held()).toEqual(after);
  });

  it("is read by the one therapist who was named: their own words with the dates they had, sealed anew", async () => {
    const page = await going.world.as("otherTherapist").couples.page(await going.there());
    const text = JSON.stringify(page);
    expect(text).toContain(going.world.words.alexTherapist);
    const { rows } = await going.owner.query(
      `SELECT count(*)::int AS same FROM check_in a JOIN check_in b ON b.created_at = a.created_at AND b.result = a.result
         AND b.difficulty IS NOT DISTINCT FROM a.difficulty AND b.practice_id = $2 WHERE a.author_id = $1`,
      [going.world.people.alex.id, going.world.otherPracticeId],
    );
    expect(rows[0].same).toBe(2);
    expect(
      await going.count(
        "entry a JOIN entry b ON b.body = a.body AND b.practice_id <> a.practice_id AND a.block = 'check-in'",
      ),
    ).toBe(0);
    for (const name of ["otherOwner", "therapist"] as const)
      await expect(going.world.as(name).couples.page(await going.there())).rejects.toThrow("NOT_FOUND");
  });

  it("never holds what only they read, nor anything of the other or of the therapist who is left", async () => {
    const text = JSON.stringify(await going.world.as("otherTherapist").couples.page(await going.there()));
    for (const words of [
      going.world.words.alexPrivate,
      going.world.words.samShared,
      going.world.words.samPrivate,
      going.world.words.toAlex,
      going.world.words.note,
    ])
      expect(text).not.toContain(words);
    expect(text).not.toContain("Sam");
    expect(await going.entriesThere("otherTherapist")).toEqual(["THERAPIST"]);
    const { coupleId } = await going.there();
    for (const table of ["reply", "review", "appointment", "disclosure"])
      expect([table, await going.count(`${table} WHERE couple_id = $1`, [coupleId])]).toEqual([table, 0]);
  });

  it("gives its author a place there under the same login, and leaves everything where it was", async () => {
    const { places } = await going.world.as("alex").home.places();
    expect(places.map((one) => one.practiceName).sort()).toEqual(["Harbor", "Northside"]);
    const { coupleId } = await going.there();
    const me = await going.world.as("alex").reminders.me({ coupleId });
    expect(JSON.stringify(me.history)).toContain(going.world.words.alexTherapist);
    const today = await going.world.as("alex").homework.today({ coupleId });
    expect(today.open).toEqual([]);
    expect((await going.world.as("alex").transfers.mine({ coupleId: going.world.couple.id })).transfer?.state).toBe(
      "GONE",
    );
    const here = JSON.stringify(
      await going.world
        .as("therapist")
        .couples.page({ practiceId: going.world.practiceId, coupleId: going.world.couple.id }),
    );
    expect(here).toContain(going.world.words.alexTherapist);
    await expect(going.world.as("alex").transfers.withdraw(going.which)).rejects.toThrow("CLOSED");
  });

  it("stands in the accounting of disclosures, and in the logs of both practices", async () => {
    const at = { practiceId: going.world.practiceId, coupleId: going.world.couple.id };
    const statement = await going.world
      .as("therapist")
      .disclosures.statement({ ...at, personId: going.world.people.alex.id });
    const row = statement.rows.find((one) => one.recipient === "Other, Northside");
    expect(row?.what).toContain("2 check-ins with their ratings, one piece of own words, one weekly rating");
    const sam = await going.world.as("therapist").disclosures.statement({ ...at, personId: going.world.people.sam.id });
    expect(JSON.stringify(sam)).not.toContain("Northside");
    expect(
      await going.count("audit WHERE practice_id = $1 AND procedure = 'transfers.gone' AND couple_id = $2", [
        going.world.practiceId,
        going.world.couple.id,
      ]),
    ).toBe(1);
    expect(
      await going.count("audit WHERE practice_id = $1 AND procedure = 'transfers.arrived' AND couple_id = $2", [
        going.world.otherPracticeId,
        (await going.there()).coupleId,
      ]),
    ).toBe(1);
    expect((await going.world.as("therapist").transfers.page(at)).transfer?.gone).toMatchObject([{ name: "Alex" }]);
  });

  it("tells the therapist who receives by one neutral notice, and nobody else", async () => {
    const { rows } = await going.owner.query(
      "SELECT person_id, kind FROM reminder WHERE practice_id = $1 AND created_at > now() - interval '1 hour' AND kind <> 'HOMEWORK_NEW'",
      [going.world.otherPracticeId],
    );
    expect(rows).toEqual([{ person_id: going.world.people.otherTherapist.id, kind: "ACCESS_NOTICE" }]);
  });

  it("is joined by the other's in the same couple, known there already or not, and what was shared is shared again only then", async () => {
    const { coupleId } = await going.there();
    await knownThere(coupleId);
    expect(await going.entriesThere("alex")).toEqual(["THERAPIST"]);
    await going.sign("sam");
    await going.sleepOnIt();
    expect(await copyReleases()).toBe(1);
    expect(await going.count("couple_partner WHERE couple_id = $1", [coupleId])).toBe(2);
    expect(await going.count("couple_clinician WHERE couple_id = $1", [coupleId])).toBe(1);
    expect((await going.entriesThere("otherTherapist")).sort()).toEqual(["SHARED", "THERAPIST"]);
    expect((await going.entriesThere("alex")).sort()).toEqual(["SHARED", "THERAPIST"]);
    expect(await going.entriesThere("sam")).toEqual(["SHARED"]);
    const us = JSON.stringify(await going.world.as("alex").checkIns.us({ coupleId }));
    expect([us.includes(going.world.words.samShared), us.includes(going.world.words.alexTherapist)]).toEqual([
      true,
      false,
    ]);
    const text = JSON.stringify(await going.world.as("otherTherapist").couples.page(await going.there()));
    expect(text).not.toContain(going.world.words.samPrivate);
  });
});
