import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AppRole } from "../factories/app-role";
import { type ActorName, type TwoPractices, twoPractices } from "../factories/two-practices";
import { readable } from "./tables";

let world: TwoPractices;
let sql: AppRole;
beforeAll(async () => {
  world = await twoPractices();
  sql = await AppRole.connect(world.appUrl);
});
afterAll(async () => {
  await sql.close();
  await world.close();
});

const secretOf = (name: Exclude<ActorName, "anonymous">) => world.secrets[name];
const idsSeen = (name: Exclude<ActorName, "anonymous">, table: string, practice = world.practiceId) =>
  sql.as(secretOf(name), practice, async (query) =>
    (await query(`SELECT id FROM ${table}`)).rows.map((row) => row.id as string),
  );
const rowsSeen = (secret: string, practice: string | null, table: string) =>
  sql.outcome(secret, practice, `SELECT 1 FROM ${table}`);

describe("the app role without a live session", () => {
  it("sees nothing in any table, whatever it claims", async () => {
    const claims: [string, string | null][] = [
      ["", null],
      ["", world.practiceId],
      ["a guess", world.practiceId],
      [secretOf("revoked"), world.practiceId],
    ];
    for (const table of readable) {
      for (const [secret, practice] of claims)
        expect([table, await rowsSeen(secret, practice, table)]).toEqual([table, 0]);
    }
  });

  it("sees nothing with random settings of practice, couple, user and role, true ids among them", async () => {
    const { people, couple, practiceId } = world;
    const id = fc.oneof(fc.uuid(), fc.constantFrom("", practiceId, couple.id, people.alex.id, people.alex.userId));
    const text = fc.string({ maxLength: 50 }).filter((one) => !one.includes("\0"));
    const settings = fc.record({
      "app.session": fc.oneof(text, id, fc.constant(secretOf("revoked"))),
      "app.practice_id": id,
      "app.couple_id": id,
      "app.user_id": id,
      "app.person_id": id,
      "app.role": fc.constantFrom("owner", "reconnect_owner", "OWNER"),
      "app.roles": fc.constantFrom("OWNER", "{OWNER,THERAPIST}"),
    });
    const everywhere = readable.map((table) => `SELECT '${table}' AS seen FROM ${table}`).join(" UNION ALL ");
    await fc.assert(
      fc.asyncProperty(settings, async (chosen) => {
        expect(await sql.claiming(chosen, everywhere)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it("cannot take another role, nor switch row-level security off", async () => {
    const tries = [
      "SET ROLE reconnect_owner",
      "SET ROLE reconnect_system",
      "SET SESSION AUTHORIZATION reconnect_owner",
    ];
    const outcomes = await sql.outcomes("", null, [...tries, "ALTER TABLE entry DISABLE ROW LEVEL SECURITY"]);
    expect(outcomes).toEqual(["42501", "42501", "42501", "42501"]);
    expect(await sql.outcome("", null, "SET row_security = off")).toBe(0);
    expect(await sql.outcomes("", null, ["SELECT set_config('row_security', 'off', true) FROM entry"])).toEqual(["0"]);
  });

  it("has no way to logins, keys of practices or other schemas", async () => {
    for (const table of [
      'identity."user"',
      "identity.session",
      "identity.credential",
      "identity.ticket",
      "identity.membership",
      "practice_key",
      "ops.installation",
      "pgboss.schedule",
    ]) {
      expect([table, await sql.outcome(secretOf("therapist"), world.practiceId, `SELECT 1 FROM ${table}`)]).toEqual([
        table,
        "42501",
      ]);
    }
  });
});

describe("the audit log", () => {
  const seen = (name: Exclude<ActorName, "anonymous">, columns: string, where = "true") =>
    sql.outcome(secretOf(name), world.practiceId, `SELECT ${columns} FROM audit WHERE ${where}`);
  beforeAll(async () => {
    await world.as("therapist").couples.page({ practiceId: world.practiceId, coupleId: world.couple.id });
    await world.as("alex").homework.today({ coupleId: world.couple.id });
    await world.as("second").couples.page({ practiceId: world.practiceId, coupleId: world.secondCouple.id });
  });

  it("is coarse for owners: never the procedure, the session, or through the clinicians' function", async () => {
    expect(await seen("owner", "at, person_id, couple_id, category, outcome")).toBeGreaterThanOrEqual(3);
    for (const column of ["procedure", "session_id", "*"]) expect(await seen("owner", column)).toBe("42501");
    const asked = await sql.as(secretOf("owner"), world.practiceId, async (query) => {
      const { rows } = await query("SELECT string_agg(id::text, ',') AS ids FROM audit");
      await query("SELECT set_config('app.log_ids', $1, true)", [rows[0]?.ids]);
      return (await query("SELECT * FROM guard.app_couple_procedures()")).rowCount;
    });
    expect(asked).toBe(0);
  });

  it("shows a clinician the rows of their own couples and no other, with the procedure of what staff did", async () => {
    const others = await seen("therapist", "id", `couple_id IS DISTINCT FROM '${world.couple.id}'`);
    const ended = await seen("therapist", "id", `couple_id = '${world.endedCouple.id}'`);
    expect(others).toBe(ended);
    const named = await sql.as(secretOf("therapist"), world.practiceId, async (query) => {
      const { rows } = await query("SELECT string_agg(id::text, ',') AS ids FROM audit");
      await query("SELECT set_config('app.log_ids', $1, true)", [rows[0]?.ids]);
      return (await query("SELECT procedure FROM guard.app_couple_procedures()")).rows.map((row) => row.procedure);
    });
    expect(named).toContain("couples.page");
    expect(named).not.toContain("homework.today");
  });

  it.each(["alex", "sam", "coordinator", "otherTherapist", "formerPartner"] as const)(
    "is closed to %s",
    async (name) => {
      expect(await seen(name, "id")).toBe(0);
      for (const table of ["audit_seal", "audit_check"]) {
        const column = table === "audit_seal" ? "number" : "faults";
        expect(await sql.outcome(secretOf(name), world.practiceId, `SELECT ${column} FROM ${table}`)).toBe(0);
      }
    },
  );

  it("gives a file of the log to the owner who asked and to nobody else, and takes none in another's name", async () => {
    const ask = `INSERT INTO log_export (practice_id, id, requested_by_id, locale, time_zone, created_at, expires_at)
      VALUES ($1, gen_random_uuid(), $2, 'en', 'UTC', guard.app_now(), guard.app_now() + $3::interval)`;
    const by = (name: Exclude<ActorName, "anonymous">, who: string, life: string) =>
      sql.outcome(secretOf(name), world.practiceId, ask, [world.practiceId, who, life]);
    const { owner, therapist } = world.people;
    expect(await by("owner", owner.id, "24 hours")).toBe(1);
    expect(await by("owner", owner.id, "25 hours")).toBe("42501");
    expect(await by("owner", therapist.id, "1 hour")).toBe("42501");
    expect(await by("therapist", therapist.id, "1 hour")).toBe("42501");
    expect(await sql.outcome(secretOf("owner"), world.practiceId, "UPDATE log_export SET state = 'READY'")).toBe(
      "42501",
    );
    expect(await sql.outcome(secretOf("owner"), world.practiceId, "DELETE FROM log_export")).toBe("42501");
  });
});

describe("the other practice", () => {
  it("sees no row of this one, with its own practice or this one's id", async () => {
    for (const table of readable.filter((name) => name !== "practice")) {
      const foreign = await sql.outcome(
        secretOf("otherTherapist"),
        world.otherPracticeId,
        `SELECT 1 FROM ${table} WHERE practice_id = $1`,
        [world.practiceId],
      );
      expect([table, foreign, await rowsSeen(secretOf("otherTherapist"), world.practiceId, table)]).toEqual([
        table,
        0,
        0,
      ]);
    }
  });

  it("can write no row into this one", async () => {
    const insert =
      "INSERT INTO pulse (practice_id, couple_id, person_id, week_of, created_at) VALUES ($1, $2, $3, '2026-01-05', now())";
    const values = [world.practiceId, world.couple.id, world.people.sam.id];
    expect(await sql.outcome(secretOf("otherPartner"), world.otherPracticeId, insert, values)).toBe("42501");
    expect(await sql.outcome(secretOf("otherPartner"), world.practiceId, insert, values)).toBe("42501");
  });
});

describe("a partner", () => {
  it("reads their own words and what was shared, and no trace of the rest", async () => {
    const { alexPrivate, alexTherapist, samShared, samPrivate } = world.answered;
    expect((await idsSeen("alex", "check_in")).sort()).toEqual([alexPrivate.id, alexTherapist.id, samShared.id].sort());
    expect((await idsSeen("sam", "check_in")).sort()).toEqual([samShared.id, samPrivate.id].sort());
    const count = (name: "alex" | "sam", table: string) => rowsSeen(secretOf(name), world.practiceId, table);
    expect([await count("alex", "entry"), await count("sam", "entry")]).toEqual([7, 3]);
  });

  it("reads replies no further than what they answer", async () => {
    expect((await idsSeen("alex", "reply")).sort()).toEqual([world.replies.toAlex, world.replies.toBoth].sort());
    expect(await idsSeen("sam", "reply")).toEqual([world.replies.toBoth]);
  });

  it("sees no window, no pulse, no review and no hidden homework of the other", async () => {
    const foreign = (table: string) =>
      sql.outcome(secretOf("sam"), world.practiceId, `SELECT 1 FROM ${table} WHERE person_id = $1`, [
        world.people.alex.id,
      ]);
    for (const table of [
      "occurrence",
      "pulse",
      "assignment_partner",
      "person_private",
      "reminder",
      "reminder_opt_out",
      "calendar_feed",
    ]) {
      expect([table, await foreign(table)]).toEqual([table, 0]);
    }
    expect(await idsSeen("sam", "assignment")).not.toContain(world.hidden.assignmentId);
    expect(await idsSeen("alex", "assignment")).toContain(world.hidden.assignmentId);
    expect(await rowsSeen(secretOf("alex"), world.practiceId, "review")).toBe(0);
  });

  it("can neither change nor delete the other's rows, nor write in the other's name", async () => {
    const sam = (statement: string, values: unknown[]) =>
      sql.outcome(secretOf("sam"), world.practiceId, statement, values);
    expect(
      await sam("UPDATE entry SET visibility = 'SHARED', shared_at = now() WHERE author_id = $1", [
        world.people.alex.id,
      ]),
    ).toBe(0);
    expect(await sam("UPDATE check_in SET result = 'DONE' WHERE author_id = $1", [world.people.alex.id])).toBe(0);
    expect(await sam("UPDATE pulse SET trust = 1 WHERE person_id = $1", [world.people.alex.id])).toBe(0);
    expect(await sam("DELETE FROM occurrence WHERE person_id = $1", [world.people.alex.id])).toBe(0);
    const forged = `INSERT INTO entry (practice_id, id, couple_id, author_id, block, kind, visibility, body, created_at, updated_at)
      VALUES ($1, gen_random_uuid(), $2, $3, 'check-in', 'words', 'PRIVATE', '\\x00', now(), now())`;
    expect(await sam(forged, [world.practiceId, world.couple.id, world.people.alex.id])).toBe("42501");
    expect(await sam(forged, [world.practiceId, world.couple.id, world.people.sam.id])).toBe(1);
  });

  it("can change no column that is nobody's to change", async () => {
    const own = (statement: string) => sql.outcome(secretOf("alex"), world.practiceId, statement);
    for (const statement of [
      "UPDATE entry SET author_id = gen_random_uuid()",
      "UPDATE entry SET couple_id = gen_random_uuid()",
      "UPDATE check_in SET occurrence_id = gen_random_uuid()",
      "UPDATE person SET user_id = gen_random_uuid()",
      "UPDATE person_private SET contact_email = 'x@y.example'",
      "DELETE FROM entry",
      "DELETE FROM check_in",
      "UPDATE audit SET procedure = 'x'",
      "DELETE FROM audit",
      "UPDATE couple_clinician SET person_id = gen_random_uuid()",
      "INSERT INTO couple_clinician SELECT * FROM couple_clinician",
      "INSERT INTO staff_role (practice_id, person_id, role) SELECT practice_id, id, 'THERAPIST' FROM person",
    ]) {
      expect([statement, await own(statement)]).toEqual([statement, "42501"]);
    }
  });
});

describe("a partner of a couple that has ended", () => {
  const as = (who: "formerPartner" | "alex", statement: string, values?: unknown[]) =>
    sql.outcome(secretOf(who), world.practiceId, statement, values);
  const addShared = `INSERT INTO entry (practice_id, id, couple_id, author_id, block, kind, visibility, shared_at, body, created_at, updated_at)
    VALUES ($1, gen_random_uuid(), $2, $3, 'check-in', 'words', 'SHARED', now(), '\\x00', now(), now())`;
  const share = {
    entry: "UPDATE entry SET visibility = 'SHARED', shared_at = now() WHERE author_id = $1 AND gate IS NULL",
    check_in: "UPDATE check_in SET shared_at = now() WHERE author_id = $1",
  };

  it("shares nothing more, neither words nor ratings, nor changes what was shared", async () => {
    const { id } = world.people.formerPartner;
    for (const statement of [
      ...Object.values(share),
      "UPDATE check_in SET difficulty = 10, shared_at = now() WHERE author_id = $1",
    ])
      expect([statement, await as("formerPartner", statement, [id])]).toEqual([statement, "42501"]);
    expect(await as("formerPartner", addShared, [world.practiceId, world.endedCouple.id, id])).toBe("42501");
  });

  it("takes back, and keeps words for the therapist; one whose couple goes on shares as before", async () => {
    const { formerPartner, alex } = world.people;
    for (const statement of [
      "UPDATE entry SET visibility = 'THERAPIST', shared_at = NULL WHERE author_id = $1",
      "UPDATE check_in SET difficulty = 10, shared_at = NULL WHERE author_id = $1",
    ])
      expect(await as("formerPartner", statement, [formerPartner.id])).toBeGreaterThan(0);
    for (const statement of Object.values(share)) expect(await as("alex", statement, [alex.id])).toBeGreaterThan(0);
    expect(await as("alex", addShared, [world.practiceId, world.couple.id, alex.id])).toBe(1);
  });
});

describe("a clinician of a couple that has ended", () => {
  const replied = (audience: "AUTHOR" | "SAME_READERS", couple: { id: string }) =>
    sql.outcome(
      secretOf("therapist"),
      world.practiceId,
      `INSERT INTO reply (practice_id, id, couple_id, check_in_id, author_id, audience, client_id, body, created_at)
       SELECT practice_id, gen_random_uuid(), couple_id, id, $1, $2::reply_audience, gen_random_uuid(), '\\x00', now()
       FROM check_in WHERE couple_id = $3 AND shared_at IS NOT NULL LIMIT 1`,
      [world.people.therapist.id, audience, couple.id],
    );

  it("replies to whom they answer, and puts nothing new before both; where a couple goes on, before both as well", async () => {
    expect(await replied("SAME_READERS", world.endedCouple)).toBe("42501");
    expect(await replied("AUTHOR", world.endedCouple)).toBe(1);
    expect(await replied("SAME_READERS", world.couple)).toBe(1);
  });
});

describe("staff of the same practice who are not the couple's clinicians", () => {
  it.each(["owner", "coordinator", "second"] as const)("read none of its clinical content: %s", async (name) => {
    for (const table of [
      "assignment",
      "assignment_partner",
      "occurrence",
      "check_in",
      "entry",
      "reply",
      "review",
      "pulse",
    ]) {
      const seen = await sql
        .outcome(secretOf(name), world.practiceId, `SELECT 1 FROM ${table} WHERE couple_id = $1`, [world.couple.id])
        .then((outcome) => (outcome === "42703" ? 0 : outcome));
      expect([table, seen]).toEqual([table, 0]);
    }
    expect(
      await sql.outcome(secretOf(name), world.practiceId, "SELECT 1 FROM person_key WHERE person_id = $1", [
        world.people.alex.id,
      ]),
    ).toBe(0);
  });
});

describe("a clinician", () => {
  it("never reads private words, and writes no partner's words", async () => {
    const entries = await sql.as(secretOf("therapist"), world.practiceId, async (query) =>
      (await query("SELECT visibility FROM entry WHERE couple_id = $1", [world.couple.id])).rows.map(
        (row) => row.visibility,
      ),
    );
    expect(entries.sort()).toEqual(["SHARED", "SHARED", "THERAPIST", "THERAPIST"]);
    expect(await sql.outcome(secretOf("therapist"), world.practiceId, "UPDATE entry SET body = '\\x00'")).toBe(0);
  });

  it("cannot owe mail to someone whom they do not treat", async () => {
    const owe =
      "INSERT INTO reminder (practice_id, id, person_id, kind, subject, due_at, created_at) VALUES ($1, gen_random_uuid(), $2, 'HOMEWORK_NEW', 'x', now(), now())";
    expect(
      await sql.outcome(secretOf("therapist"), world.practiceId, owe, [world.practiceId, world.people.owner.id]),
    ).toBe("42501");
    expect(
      await sql.outcome(secretOf("therapist"), world.practiceId, owe, [world.practiceId, world.people.alex.id]),
    ).toBe(1);
  });
});
