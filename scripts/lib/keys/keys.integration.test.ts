import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBytes } from "@/server/crypto";
import { openWithPair, personPlace, practiceKeyFreshMs } from "@/server/db/keys";
import { sealedColumns } from "@/server/db/sealed";
import { withActor } from "@/server/db/with-actor";
import { wordsOf } from "@/server/db/words";
import { exportLogs } from "@/server/jobs/export-log";
import { type TwoPractices, twoPractices } from "@/tests/factories/two-practices";
import { practicePair } from "./practice-pair";
import { rotatePerson } from "./rotate-person";
import { practiceSettleMs, rotatePractice } from "./rotate-practice";

let world: TwoPractices;
let owner: Client;
beforeAll(async () => {
  world = await twoPractices();
  owner = new Client({ connectionString: world.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await world.close();
});

const calm = { settleMs: 0, progress: () => undefined };
const couplePage = () =>
  world.as("therapist").couples.page({ practiceId: world.practiceId, coupleId: world.couple.id });

/** Everything that the therapist reads of the couple, words included. */
async function read(): Promise<string> {
  const { checkIns, homework } = await couplePage();
  return JSON.stringify([checkIns, homework]);
}

/** How many of a person's sealed rows open with their present key alone, and how many do not. */
async function opening(personId: string): Promise<{ open: number; shut: number }> {
  const { practiceId } = world;
  const { rows } = await owner.query("SELECT wrapped FROM person_key WHERE practice_id = $1 AND person_id = $2", [
    practiceId,
    personId,
  ]);
  const key = openWithPair(await practicePair(owner, practiceId), rows[0]?.wrapped, personPlace(practiceId, personId));
  const found = { open: 0, shut: 0 };
  for (const { table, column, writer, rowId } of sealedColumns) {
    const sealed = await owner.query(
      `SELECT ${rowId} AS id, ${column} AS body FROM ${table} WHERE practice_id = $1 AND ${writer} = $2 AND ${column} IS NOT NULL`,
      [practiceId, personId],
    );
    for (const { id, body } of sealed.rows) {
      try {
        openBytes(key ?? Buffer.alloc(32), body, { table, column, practiceId, rowId: id });
        found.open++;
      } catch {
        found.shut++;
      }
    }
  }
  return found;
}

const previousOf = async (table: "person_key" | "practice_key") =>
  (await owner.query(`SELECT 1 FROM ${table} WHERE practice_id = $1 AND previous IS NOT NULL`, [world.practiceId]))
    .rowCount;

/** A rotation that is killed after some batches. */
class Killed extends Error {}
const killedAfter = (batches: number) => {
  let left = batches;
  return {
    settleMs: 0,
    progress: () => {
      if (--left === 0) throw new Killed();
    },
  };
};

describe("a new key for a person", () => {
  const therapist = () => ({ practiceId: world.practiceId, personId: world.people.therapist.id });

  it("seals all their words anew, and lets go of the key before", async () => {
    const before = await read();
    const { resumed, done } = await rotatePerson(owner, therapist(), calm);
    const { open, shut } = await opening(world.people.therapist.id);
    expect([resumed, shut, await previousOf("person_key")]).toEqual([false, 0, 0]);
    expect([done, open > 3]).toEqual([open, true]);
    expect(await read()).toBe(before);
  });

  it.each([1, 2, 3, 4])("loses nothing when it is killed after batch %i, and goes on from there", async (batches) => {
    const before = await read();
    await expect(rotatePerson(owner, therapist(), killedAfter(batches))).rejects.toThrow(Killed);
    expect(await previousOf("person_key")).toBe(1);
    expect(await read()).toBe(before);
    const reply = { practiceId: world.practiceId, coupleId: world.couple.id, checkInId: world.answered.samShared.id };
    const meanwhile = {
      ...reply,
      clientId: crypto.randomUUID(),
      body: `between ${batches}`,
      audience: "AUTHOR" as const,
    };
    await world.as("therapist").checkIns.reply(meanwhile);
    const ended = await rotatePerson(owner, therapist(), calm);
    expect([ended.resumed, (await opening(world.people.therapist.id)).shut, await previousOf("person_key")]).toEqual([
      true,
      0,
      0,
    ]);
    expect(await read()).toContain(`between ${batches}`);
  });

  it("waits for whoever still writes with the key before, and seals that anew too", async () => {
    const { alex } = world.people;
    const claim = { secret: world.secrets.alex, coupleId: world.couple.id };
    let release: () => void = () => undefined;
    const rotated = new Promise<void>((resolve) => {
      release = resolve;
    });
    const id = crypto.randomUUID();
    let began: () => void = () => undefined;
    const reading = new Promise<void>((resolve) => {
      began = resolve;
    });
    const writing = withActor(claim, async (tx, actor) => {
      const words = await wordsOf(tx, world.practiceId, [alex.id]);
      const body = words.seal(alex.id, "late words", { table: "entry", column: "body", rowId: id });
      began();
      await rotated;
      const row = { practiceId: world.practiceId, id, coupleId: world.couple.id, authorId: alex.id };
      const rest = {
        block: "journal",
        kind: "words",
        visibility: "PRIVATE" as const,
        createdAt: actor.at,
        updatedAt: actor.at,
      };
      await tx.entry.createMany({ data: [{ ...row, ...rest, body }] });
    });
    await reading;
    let passed = false;
    const whole = rotatePerson(
      owner,
      { practiceId: world.practiceId, personId: alex.id },
      {
        settleMs: 2_500,
        progress: () => {
          // All columns were passed once: only then do the late words arrive.
          if (!passed) setTimeout(release, 1_000);
          passed = true;
        },
      },
    );
    await Promise.all([writing, whole]);
    expect((await opening(alex.id)).shut).toBe(0);
  });

  it("goes on while everyone writes", async () => {
    const reply = { practiceId: world.practiceId, coupleId: world.couple.id, checkInId: world.answered.samShared.id };
    let going = true;
    const bodies: string[] = [];
    const writer = (async () => {
      // No more than the limit of changes in a minute; the first and the last ones are written while keys change.
      for (let count = 0; going && count < 100; count++) {
        await new Promise((resolve) => setTimeout(resolve, 30));
        const body = `while rotating ${count}`;
        await world
          .as("therapist")
          .checkIns.reply({ ...reply, clientId: crypto.randomUUID(), body, audience: "AUTHOR" });
        bodies.push(body);
      }
    })();
    await rotatePerson(owner, therapist(), { ...calm, settleMs: 1_500 });
    await rotatePractice(owner, world.practiceId, { ...calm, settleMs: 1_500 });
    going = false;
    await writer;
    expect(bodies.length).toBeGreaterThan(2);
    expect((await opening(world.people.therapist.id)).shut).toBe(0);
    const text = await read();
    expect(bodies.filter((body) => !text.includes(body))).toEqual([]);
  });
});

describe("a new key for a practice", () => {
  it("wraps everyone's keys anew while processes go on with what they hold, files of the log included", async () => {
    const exportId = crypto.randomUUID();
    await world.as("owner").audit.exportLog({ practiceId: world.practiceId, clientId: exportId });
    await exportLogs({ practiceId: world.practiceId });
    const before = await read();
    await rotatePractice(owner, world.practiceId, calm);
    expect([await previousOf("practice_key"), await previousOf("person_key")]).toEqual([0, 0]);
    expect(await read()).toBe(before);
    const file = await world.as("owner").audit.downloadExport({ practiceId: world.practiceId, exportId });
    expect(file.csv).toContain("Outcome");
  });

  it.each([1, 2, 3])("loses nothing when it is killed after batch %i", async (batches) => {
    const before = await read();
    await expect(rotatePractice(owner, world.practiceId, killedAfter(batches))).rejects.toThrow(Killed);
    expect(await read()).toBe(before);
    const person = { practiceId: world.practiceId, personId: world.people.alex.id };
    await expect(rotatePerson(owner, person, calm)).rejects.toThrow(/Another rotation \(PRACTICE\) is under way/);
    expect((await rotatePractice(owner, world.practiceId, calm)).resumed).toBe(true);
    expect([await read(), await previousOf("practice_key")]).toEqual([before, 0]);
  });

  it("is let go of only after every process must have asked for the new one", () => {
    expect(practiceSettleMs).toBeGreaterThan(practiceKeyFreshMs + 15_000);
  });
});
