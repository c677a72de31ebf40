import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ownerClient } from "@/prisma/seed/owner";
import { now } from "@/server/clock";
import type { Client } from "@/server/db/clients";
import { AppRole } from "../factories/app-role";
import { type ActorName, type TwoPractices, twoPractices } from "../factories/two-practices";

/** Who may let whom read a couple, tried in bare SQL under the session of each kind of person. */
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

type Name = Exclude<ActorName, "anonymous">;
type Row = {
  couple?: string;
  person: Name | string;
  role?: "PRIMARY" | "SUPERVISOR" | "COVERING";
  days?: number | null;
  by?: Name;
  glass?: string;
};
const idOf = (name: string) => world.people[name as keyof TwoPractices["people"]]?.id ?? name;
const later = (days: number) => new Date(now().getTime() + days * 86_400_000);

const insertSql = `INSERT INTO couple_clinician (practice_id, id, couple_id, person_id, role, starts_at, ends_at, added_by_id, break_glass_id)
  VALUES ($1, gen_random_uuid(), $2, $3, $4, guard.app_now(), $5, $6, $7)`;
const valuesOf = (row: Row, by: Name) => [
  world.practiceId,
  row.couple ?? world.couple.id,
  idOf(row.person),
  row.role ?? "COVERING",
  row.days === null ? null : later(row.days ?? 5),
  idOf(row.by ?? by),
  row.glass ?? null,
];
const insert = (by: Name, row: Row, practice = world.practiceId) =>
  sql.outcome(world.secrets[by], practice, insertSql, valuesOf(row, by));

/** Runs some change as the owner role, then the work, then undoes the change. */
async function meanwhile<T>(change: string, undo: string, work: () => Promise<T>): Promise<T> {
  await owner.$executeRawUnsafe(change);
  try {
    return await work();
  } finally {
    await owner.$executeRawUnsafe(undo);
  }
}
const role = (name: Name, kind: string) => ({
  give: `INSERT INTO staff_role (practice_id, person_id, role) VALUES ('${world.practiceId}', '${idOf(name)}', '${kind}')`,
  take: `DELETE FROM staff_role WHERE person_id = '${idOf(name)}' AND role = '${kind}'`,
  end: `UPDATE staff_role SET ended_at = '2026-01-01' WHERE person_id = '${idOf(name)}' AND role = '${kind}'`,
  again: `UPDATE staff_role SET ended_at = NULL WHERE person_id = '${idOf(name)}' AND role = '${kind}'`,
});

describe("letting somebody read a couple", () => {
  it("is open to its present clinician, for another therapist", async () => {
    expect(await insert("therapist", { person: "second" })).toBe(1);
    expect(await insert("therapist", { person: "second", role: "SUPERVISOR", days: null })).toBe(1);
  });

  it.each(["owner", "second", "coordinator", "alex", "sam", "formerPartner", "otherTherapist", "revoked"] as const)(
    "is refused to %s, for themself and for others, in their own name and in the clinician's",
    async (name) => {
      for (const kind of ["PRIMARY", "SUPERVISOR", "COVERING"] as const) {
        for (const person of [name === "revoked" ? "second" : name, "second", "therapist"]) {
          for (const by of [name === "revoked" ? "therapist" : name, "therapist"] as const) {
            const days = kind === "COVERING" ? 5 : null;
            expect([kind, person, by, await insert(name, { person, role: kind, days, by })]).toEqual([
              kind,
              person,
              by,
              "42501",
            ]);
          }
        }
      }
    },
  );

  it("is refused to an owner who is a therapist too", async () => {
    const therapist = role("owner", "THERAPIST");
    await meanwhile(therapist.give, therapist.take, async () => {
      expect(await insert("owner", { person: "owner" })).toBe("42501");
      expect(await insert("owner", { person: "owner", role: "PRIMARY", days: null })).toBe("42501");
      expect(await insert("owner", { person: "second" })).toBe("42501");
      // The twin: a present clinician may name that owner.
      expect(await insert("therapist", { person: "owner" })).toBe(1);
    });
  });

  it("never reaches anyone who is no therapist of the practice now", async () => {
    for (const person of ["owner", "coordinator", "alex", "otherTherapist"]) {
      expect([person, await insert("therapist", { person })]).toEqual([person, "42501"]);
    }
    const second = role("second", "THERAPIST");
    expect(await meanwhile(second.end, second.again, () => insert("therapist", { person: "second" }))).toBe("42501");
  });

  it("never begins in the past, never covers without an end, never has an end where it is for good", async () => {
    expect(await insert("therapist", { person: "second", days: null })).toBe("23514");
    expect(await insert("therapist", { person: "second", role: "SUPERVISOR", days: 4 })).toBe("42501");
    const back = insertSql.replace("guard.app_now()", "guard.app_now() - interval '1 day'");
    expect(
      await sql.outcome(world.secrets.therapist, world.practiceId, back, valuesOf({ person: "second" }, "therapist")),
    ).toBe("42501");
  });

  it("lets a clinician step back to covering, and no covering one raise or prolong themself", async () => {
    expect(await insert("therapist", { person: "therapist" })).toBe(1);
    expect(await insert("therapist", { person: "therapist", role: "SUPERVISOR", days: null })).toBe("42501");
    const cover = `INSERT INTO couple_clinician (practice_id, couple_id, person_id, role, starts_at, ends_at)
      VALUES ('${world.practiceId}', '${world.couple.id}', '${idOf("second")}', 'COVERING', '2026-01-01', '2099-01-01')`;
    const uncover = `DELETE FROM couple_clinician WHERE couple_id = '${world.couple.id}' AND person_id = '${idOf("second")}'`;
    await meanwhile(cover, uncover, async () => {
      expect(await insert("second", { person: "second", role: "PRIMARY", days: null })).toBe("42501");
      expect(await insert("second", { person: "second", days: 30 })).toBe("42501");
      expect(await insert("second", { person: "therapist", role: "SUPERVISOR", days: null })).toBe("42501");
      const others =
        "UPDATE couple_clinician SET ends_at = guard.app_now(), ended_by_id = guard.app_person() WHERE couple_id = $1";
      // Their own row and no other.
      expect(await sql.outcome(world.secrets.second, world.practiceId, others, [world.couple.id])).toBe(1);
    });
  });
});

describe("a row of who reads", () => {
  it("is ended by the couple's clinician, and by nobody else", async () => {
    const end =
      "UPDATE couple_clinician SET ends_at = guard.app_now(), ended_by_id = guard.app_person() WHERE couple_id = $1 AND person_id = $2";
    for (const name of ["owner", "second", "coordinator", "alex", "otherTherapist"] as const) {
      expect([
        name,
        await sql.outcome(world.secrets[name], world.practiceId, end, [world.couple.id, idOf("therapist")]),
      ]).toEqual([name, 0]);
    }
    expect(
      await sql.outcome(world.secrets.therapist, world.practiceId, end, [world.couple.id, idOf("therapist")]),
    ).toBe(1);
  });

  it("is never prolonged, moved to another person, or deleted", async () => {
    const own = (statement: string) => sql.outcome(world.secrets.therapist, world.practiceId, statement);
    for (const change of [
      "SET person_id = gen_random_uuid()",
      "SET role = 'SUPERVISOR'",
      "SET couple_id = gen_random_uuid()",
      "SET starts_at = guard.app_now()",
      "SET added_by_id = NULL",
    ]) {
      expect([change, await own(`UPDATE couple_clinician ${change}`)]).toEqual([change, "42501"]);
    }
    expect(await own("DELETE FROM couple_clinician")).toBe("42501");
    await sql.as(world.secrets.therapist, world.practiceId, async (query) => {
      await query(insertSql, valuesOf({ person: "second", days: 2 }, "therapist"));
      const longer =
        "UPDATE couple_clinician SET ends_at = ends_at + interval '1 day', ended_by_id = guard.app_person() WHERE person_id = $1";
      await expect(query(longer, [idOf("second")])).rejects.toMatchObject({ code: "42501" });
    });
  });

  it("stands alone as the primary one when the transaction ends", async () => {
    await sql.as(world.secrets.therapist, world.practiceId, async (query) => {
      await query(insertSql, valuesOf({ person: "second", role: "PRIMARY", days: null }, "therapist"));
      await expect(query("SET CONSTRAINTS ALL IMMEDIATE")).rejects.toMatchObject({ code: "23P01" });
    });
    await sql.as(world.secrets.therapist, world.practiceId, async (query) => {
      await query(insertSql, valuesOf({ person: "second", role: "PRIMARY", days: null }, "therapist"));
      await query(
        "UPDATE couple_clinician SET ends_at = guard.app_now(), ended_by_id = guard.app_person() WHERE couple_id = $1 AND person_id = $2",
        [world.couple.id, idOf("therapist")],
      );
      await query("SET CONSTRAINTS ALL IMMEDIATE");
    });
  });
});

const glassSql = `INSERT INTO break_glass (practice_id, id, couple_id, opened_by_id, granted_to_id, reason, starts_at, ends_at)
  VALUES ($1, $2, $3, $4, $5, 'EMERGENCY', guard.app_now(), $6)`;
const glass = (by: Name, fields: { couple?: string; to?: string; days?: number; id?: string } = {}) => [
  world.practiceId,
  fields.id ?? crypto.randomUUID(),
  fields.couple ?? world.couple.id,
  idOf(by),
  idOf(fields.to ?? "second"),
  later(fields.days ?? 3),
];

describe("emergency access", () => {
  const openGlass = (by: Name, fields: Parameters<typeof glass>[1] = {}) =>
    sql.outcome(world.secrets[by], world.practiceId, glassSql, glass(by, fields));

  it("does not exist for anyone while a clinician is present", async () => {
    for (const name of ["owner", "second", "coordinator", "therapist", "alex"] as const) {
      expect([name, await openGlass(name)]).toEqual([name, "42501"]);
    }
  });

  it("is an owner's alone where none remains, for a therapist, for fourteen days at most", async () => {
    const treating = role("therapist", "THERAPIST");
    await meanwhile(treating.end, treating.again, async () => {
      for (const name of ["second", "coordinator", "therapist", "alex", "otherTherapist"] as const) {
        expect([name, await openGlass(name)]).toEqual([name, "42501"]);
      }
      expect(await openGlass("owner", { to: "coordinator" })).toBe("42501");
      expect(await openGlass("owner", { to: "owner" })).toBe("42501");
      expect(await openGlass("owner", { days: 15 })).toBe("23514");
      expect(await openGlass("owner", { couple: world.secondCouple.id })).toBe("42501");
      expect(await openGlass("owner")).toBe(1);
    });
  });

  it("lets no owner in who treats couples themself, unless no other therapist is there", async () => {
    const [treating, owning] = [role("therapist", "THERAPIST"), role("owner", "THERAPIST")];
    await meanwhile(treating.end, treating.again, () =>
      meanwhile(owning.give, owning.take, async () => {
        expect(await openGlass("owner", { to: "owner" })).toBe("42501");
        expect(await openGlass("owner")).toBe(1);
        const here = `role = 'THERAPIST' AND practice_id = '${world.practiceId}' AND person_id <> '${idOf("owner")}'`;
        const everyone = `UPDATE staff_role SET ended_at = '2026-01-03' WHERE ${here} AND ended_at IS NULL`;
        const back = `UPDATE staff_role SET ended_at = NULL WHERE ${here} AND ended_at = '2026-01-03'`;
        expect(await meanwhile(everyone, back, () => openGlass("owner", { to: "owner" }))).toBe(1);
      }),
    );
  });

  it("lets in exactly whom its record names, for as long as it says", async () => {
    const treating = role("therapist", "THERAPIST");
    await meanwhile(treating.end, treating.again, () =>
      sql.as(world.secrets.owner, world.practiceId, async (query) => {
        const values = glass("owner");
        await query(glassSql, values);
        const [, id = "", , , , until] = values as [string, string, string, string, string, Date];
        const row = (changes: Partial<Row>) => {
          const all = valuesOf({ person: "second", glass: id, ...changes }, "owner");
          if (changes.days === undefined) all[4] = until;
          return all;
        };
        for (const wrong of [
          { glass: undefined },
          { days: 9 },
          { role: "SUPERVISOR" as const },
          { couple: world.endedCouple.id },
        ]) {
          await query("SAVEPOINT wrong");
          await expect(query(insertSql, row(wrong))).rejects.toMatchObject({ code: "42501" });
          await query("ROLLBACK TO wrong");
        }
        expect((await query(insertSql, row({}))).rowCount).toBe(1);
        // Once somebody is in, the couple is nobody's to open any more.
        await expect(query(glassSql, glass("owner"))).rejects.toMatchObject({ code: "42501" });
      }),
    );
  });

  it("is never changed or deleted", async () => {
    for (const statement of ["UPDATE break_glass SET reason = 'EMERGENCY'", "DELETE FROM break_glass"]) {
      expect(await sql.outcome(world.secrets.owner, world.practiceId, statement)).toBe("42501");
    }
  });
});

describe("people and roles", () => {
  const give = "INSERT INTO staff_role (practice_id, person_id, role) VALUES ($1, $2, 'THERAPIST')";
  const as = (name: Name, statement: string, values: unknown[] = []) =>
    sql.outcome(world.secrets[name], world.practiceId, statement, values);

  it("are an owner's to give, to staff alone: nobody is staff and partner in one practice", async () => {
    for (const name of ["therapist", "second", "coordinator", "alex", "otherTherapist"] as const) {
      expect([name, await as(name, give, [world.practiceId, idOf("coordinator")])]).toEqual([name, "42501"]);
    }
    for (const person of ["alex", "formerPartner", "otherTherapist"]) {
      expect([person, await as("owner", give, [world.practiceId, idOf(person)])]).toEqual([person, "42501"]);
    }
    expect(await as("owner", give, [world.practiceId, idOf("coordinator")])).toBe(1);
  });

  it("are an owner's to take, and the last owner stays", async () => {
    const take = "UPDATE staff_role SET ended_at = guard.app_now() WHERE person_id = $1";
    for (const name of ["therapist", "coordinator", "alex", "otherTherapist"] as const) {
      expect([name, await as(name, take, [idOf("second")])]).toEqual([name, 0]);
    }
    expect(await as("owner", take, [idOf("second")])).toBe(1);
    await sql.as(world.secrets.owner, world.practiceId, async (query) => {
      await query(take, [idOf("owner")]);
      await expect(query("SET CONSTRAINTS ALL IMMEDIATE")).rejects.toMatchObject({ code: "23514" });
    });
  });

  it("keep a name to whoever bears it, and a leaving to an owner", async () => {
    const rename = "UPDATE person SET display_name = 'x' WHERE id = $1";
    expect(await as("alex", rename, [idOf("alex")])).toBe(1);
    expect(await as("alex", rename, [idOf("sam")])).toBe(0);
    expect(await as("therapist", rename, [idOf("alex")])).toBe(0);
    expect(await as("owner", rename, [idOf("second")])).toBe("42501");
    const leave = "UPDATE person SET ended_at = guard.app_now() WHERE id = $1";
    expect(await as("second", leave, [idOf("second")])).toBe("42501");
    expect(await as("coordinator", leave, [idOf("second")])).toBe(0);
    expect(await as("owner", leave, [idOf("alex")])).toBe(0);
    expect(await as("owner", leave, [idOf("second")])).toBe(1);
  });

  it("let an owner name who takes over only for couples that were let go at that very moment, never themself", async () => {
    const therapist = role("owner", "THERAPIST");
    await meanwhile(therapist.give, therapist.take, () =>
      sql.as(world.secrets.owner, world.practiceId, async (query) => {
        const refused = async (values: unknown[]) => {
          await query("SAVEPOINT refused");
          await expect(query(insertSql, values)).rejects.toMatchObject({ code: "42501" });
          await query("ROLLBACK TO refused");
        };
        const next: Row = { person: "second", role: "PRIMARY", days: null };
        await refused(valuesOf(next, "owner"));
        const end =
          "UPDATE couple_clinician SET ends_at = guard.app_now(), ended_by_id = guard.app_person() WHERE person_id = $1";
        expect((await query(end, [idOf("therapist")])).rowCount).toBe(0);
        await query("UPDATE staff_role SET ended_at = guard.app_now() WHERE person_id = $1", [idOf("therapist")]);
        expect((await query(end, [idOf("therapist")])).rowCount).toBe(4);
        await refused(valuesOf({ ...next, person: "owner" }, "owner"));
        await refused(valuesOf({ ...next, couple: world.secondCouple.id }, "owner"));
        expect((await query(insertSql, valuesOf(next, "owner"))).rowCount).toBe(1);
        await refused(valuesOf(next, "owner"));
      }),
    );
  });
});

describe("an absence", () => {
  it("is its own person's, and covers only what they hold", async () => {
    const plan = `INSERT INTO absence (practice_id, id, person_id, starts_on, ends_on, homework_rests, created_at)
      VALUES ($1, gen_random_uuid(), $2, '2030-01-01', '2030-01-05', true, guard.app_now())`;
    const values = [world.practiceId, idOf("therapist")];
    for (const name of ["owner", "second", "coordinator", "alex", "otherTherapist"] as const) {
      expect([name, await sql.outcome(world.secrets[name], world.practiceId, plan, values)]).toEqual([name, "42501"]);
    }
    expect(await sql.outcome(world.secrets.therapist, world.practiceId, plan, values)).toBe(1);
  });
});
