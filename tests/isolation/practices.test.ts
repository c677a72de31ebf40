import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createSession } from "@/server/auth/sessions";
import { AppRole } from "../factories/app-role";
import { type TwoPractices, twoPractices } from "../factories/two-practices";

let world: TwoPractices;
let sql: AppRole;
let system: Client;
beforeAll(async () => {
  world = await twoPractices();
  sql = await AppRole.connect(world.appUrl);
  system = new Client({ connectionString: process.env.DATABASE_SYSTEM_URL });
  await system.connect();
});
afterAll(async () => {
  await system.end();
  await sql.close();
  await world.close();
});

type Name = keyof TwoPractices["secrets"];
const as = (name: Name, statement: string, values: unknown[] = [], practice = world.practiceId) =>
  sql.outcome(world.secrets[name], practice, statement, values);

describe("the practice's own row", () => {
  const rename = "UPDATE practice SET name = 'Elsewhere' WHERE id = $1";

  it("is changed by a live owner and by nobody else", async () => {
    expect(await as("owner", rename, [world.practiceId])).toBe(1);
    const others = ["therapist", "coordinator", "second", "endedClinician", "removedStaff", "alex", "revoked"] as const;
    for (const name of others) expect([name, await as(name, rename, [world.practiceId])]).toEqual([name, 0]);
    expect(await as("otherOwner", rename, [world.practiceId], world.otherPracticeId)).toBe(0);
    expect(await as("otherOwner", rename, [world.practiceId])).toBe(0);
  });

  it("keeps its id, its age and its one line", async () => {
    for (const column of ["id = gen_random_uuid()", "created_at = now()"]) {
      expect([column, await as("owner", `UPDATE practice SET ${column}`)]).toEqual([column, "42501"]);
    }
    expect(await as("owner", "UPDATE practice SET name = E'two\\nlines'")).toBe("23514");
    expect(await as("owner", "UPDATE practice SET sender_name = E'two\\rlines'")).toBe("23514");
    expect(await as("owner", "UPDATE practice SET country = 'usa'")).not.toBe(1);
    expect([
      await as("owner", "DELETE FROM practice"),
      await as("owner", "INSERT INTO practice DEFAULT VALUES"),
    ]).toEqual(["42501", "42501"]);
  });

  it("asks for a second factor only by somebody who gave one, and lets go of it again", async () => {
    const require = "UPDATE practice SET requires_two_factor = true";
    expect(await as("owner", require)).toBe("42501");
    const { userId } = world.people.owner;
    const { secret } = await createSession(userId, true, "test", { proof: "PASSWORD", twoFactor: true });
    expect(await sql.outcome(secret, world.practiceId, require)).toBe(1);
    expect(await as("owner", "UPDATE practice SET requires_two_factor = false")).toBe(1);
  });
});

describe("a signed agreement", () => {
  const sign = `INSERT INTO agreement (practice_id, id, kind, version, locale, person_id, signatory, accepted_at)
    VALUES ($1, gen_random_uuid(), 'BUSINESS_ASSOCIATE', $3, 'en', $2, 'Robin Vale', guard.app_now())`;

  it("is read by owners alone", async () => {
    const read = "SELECT 1 FROM agreement";
    expect(await as("owner", read)).toBe(1);
    for (const name of ["therapist", "coordinator", "alex", "removedStaff"] as const) {
      expect([name, await as(name, read)]).toEqual([name, 0]);
    }
    expect(await as("otherOwner", `${read} WHERE practice_id = $1`, [world.practiceId], world.otherPracticeId)).toBe(0);
  });

  it("is made by an owner in their own name, for their own practice, at this instant", async () => {
    const { owner, therapist } = world.people;
    expect(await as("owner", sign, [world.practiceId, owner.id, "2099-01"])).toBe(1);
    expect(await as("owner", sign, [world.practiceId, therapist.id, "2099-01"])).toBe("42501");
    expect(await as("owner", sign, [world.otherPracticeId, owner.id, "2099-01"])).toBe("42501");
    expect(await as("therapist", sign, [world.practiceId, therapist.id, "2099-01"])).toBe("42501");
    const earlier = sign.replace("guard.app_now()", "guard.app_now() - interval '1 day'");
    expect(await as("owner", earlier, [world.practiceId, owner.id, "2099-01"])).toBe("42501");
  });

  it("is never changed, removed or signed twice", async () => {
    for (const statement of ["UPDATE agreement SET signatory = 'x y'", "DELETE FROM agreement"]) {
      expect([statement, await as("owner", statement)]).toEqual([statement, "42501"]);
    }
    const again = sign.replace("$3", "(SELECT version FROM agreement LIMIT 1)");
    expect(await as("owner", again, [world.practiceId, world.people.owner.id])).toBe("23505");
  });
});

describe("the system role, founding", () => {
  const id = "01890000-0000-8000-8000-00000000abcd";
  const enter = (practice: string): [string, unknown[]] => [
    "SELECT set_config('app.practice_id', $1, true), set_config('app.now', now()::text, true)",
    [practice],
  ];
  const found = (practice: string, required = true): [string, unknown[]] => [
    "INSERT INTO practice (id, name, sender_name, time_zone, country, requires_two_factor, created_at) VALUES ($1, 'Vale', 'Vale', 'UTC', 'US', $2, now())",
    [practice, required],
  ];
  const join = (practice: string, person: string): [string, unknown[]] => [
    "INSERT INTO person (practice_id, id, user_id, display_name, created_at) VALUES ($1, $2, $3, 'Mallory', now())",
    [practice, person, world.people.otherPartner.userId],
  ];
  const own = (practice: string, person: string, role: string): [string, unknown[]] => [
    "INSERT INTO staff_role (practice_id, person_id, role) VALUES ($1, $2, $3::staff_role_kind)",
    [practice, person, role],
  ];

  /** Runs statements in one transaction and rolls back: the SQLSTATE of the first that is refused, or "ok". */
  async function attempt(...statements: [string, unknown[]][]): Promise<string> {
    await system.query("BEGIN");
    try {
      for (const [statement, values] of statements) await system.query(statement, values);
      return "ok";
    } catch (error) {
      return String((error as { code?: string }).code);
    } finally {
      await system.query("ROLLBACK");
    }
  }

  it("makes a practice with its first owner in one transaction", async () => {
    const person = crypto.randomUUID();
    expect(await attempt(enter(id), found(id), join(id, person), own(id, person, "OWNER"))).toBe("ok");
  });

  it("lets nobody into a practice that is there already", async () => {
    const { practiceId } = world;
    expect(await attempt(enter(practiceId), join(practiceId, crypto.randomUUID()))).toBe("42501");
    expect(await attempt(enter(practiceId), own(practiceId, world.people.coordinator.id, "OWNER"))).toBe("42501");
    // Nor beside one that it founds: the practice named is the only one that opens.
    expect(await attempt(enter(id), found(id), own(practiceId, world.people.coordinator.id, "OWNER"))).toBe("42501");
    expect(await attempt(enter(id), found(id), enter(practiceId), join(practiceId, crypto.randomUUID()))).toBe("42501");
  });

  it("founds none without the second factor, and makes no coordinator", async () => {
    expect(await attempt(enter(id), found(id, false))).toBe("42501");
    const person = crypto.randomUUID();
    expect(await attempt(enter(id), found(id), join(id, person), own(id, person, "COORDINATOR"))).toBe("42501");
  });

  it("reads nothing of what it made", async () => {
    // Of people it may read who an open invitation is for, and where they want mail: what joining asks, and no more.
    for (const read of [
      "pronouns FROM person",
      "time_zone FROM person_private",
      "1 FROM staff_role",
      "1 FROM agreement",
    ]) {
      expect([read, await attempt([`SELECT ${read}`, []])]).toEqual([read, "42501"]);
    }
  });
});
