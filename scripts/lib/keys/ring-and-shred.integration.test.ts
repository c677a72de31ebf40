import { spawnSync } from "node:child_process";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newKey } from "@/server/crypto";
import { checkInstallation } from "@/server/db/installation";
import { loadPracticeKey } from "@/server/db/keys";
import { env } from "@/server/env";
import { type TwoPractices, twoPractices } from "@/tests/factories/two-practices";
import { rotatePerson } from "./rotate-person";
import { rotateRing } from "./rotate-ring";
import { shred, shreddable } from "./shred";

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
const at = () => ({ practiceId: world.practiceId, coupleId: world.couple.id });
const couplePage = () => world.as("therapist").couples.page(at());
const log = async () => (await world.as("owner").audit.log({ practiceId: world.practiceId })).rows;

describe("a new first key of the ring", () => {
  let before = "";
  beforeAll(() => {
    before = env().KEY_RING;
  });
  const next = `k2:${newKey().toString("base64")}`;

  it("is refused alone, by name, as long as it wraps nothing here", async () => {
    await checkInstallation("web");
    env().KEY_RING = next;
    await expect(checkInstallation("web")).rejects.toThrow(/key ring is not the one that sealed this database/);
    await owner.query("UPDATE ops.installation SET key_fingerprint = NULL");
    await expect(checkInstallation("web")).rejects.toThrow(/The key ring lacks "k1" \(2 practices\)/);
    env().KEY_RING = before;
    await owner.query("UPDATE ops.installation SET key_fingerprint = NULL");
    await checkInstallation("web");
  });

  it("wraps every practice's key, and then the ring may lose the key before", async () => {
    env().KEY_RING = `${next},${before}`;
    await checkInstallation("web");
    expect(await rotateRing(owner, calm)).toEqual({ resumed: false, done: 2, keyId: "k2" });
    env().KEY_RING = next;
    await checkInstallation("web");
    await loadPracticeKey(world.practiceId);
    expect(JSON.stringify(await couplePage())).toContain(world.words.alexTherapist);
    expect((await rotateRing(owner, calm)).done).toBe(0);
  });
});

describe("a destroyed key", () => {
  const sentence = "These words were deleted. Nobody can read them any more.";

  it("of a person takes their words for good, and nobody else's; pages say so and go on", async () => {
    const target = { practiceId: world.practiceId, personId: world.people.alex.id };
    expect((await shreddable(owner, target)).keys).toBe(1);
    await shred(owner, target, "person-asked");
    const page = await couplePage();
    const shown = JSON.stringify(page);
    expect(shown).toContain(sentence);
    expect(shown).not.toContain(world.words.alexTherapist);
    expect(shown).toContain(world.words.samShared);
    const own = await world.as("alex").checkIns.us({ coupleId: world.couple.id });
    expect(JSON.stringify(own)).toContain(world.words.samShared);
    const [open] = world.open.alex;
    await world.as("alex").homework.open({ coupleId: world.couple.id, occurrenceId: open?.id ?? "" });
    await expect(rotatePerson(owner, target, calm)).rejects.toThrow(/key was destroyed/);
    await expect(shreddable(owner, target)).rejects.toThrow(/no key left to destroy/);
  });

  it("seals nothing more", async () => {
    const [, open] = world.open.alex;
    const words = { result: "DONE", difficulty: null, usefulness: null, visibility: "PRIVATE", words: "new" } as const;
    const ids = { coupleId: world.couple.id, occurrenceId: open?.id ?? "", clientId: crypto.randomUUID() };
    await expect(world.as("alex").checkIns.submit({ ...ids, ...words })).rejects.toThrow("CLOSED");
  });

  it("stands in the practice's log, and its reason with the operator", async () => {
    const row = (await log()).find((one) => one.category === "DELETION");
    expect(row).toMatchObject({ category: "DELETION", outcome: "ALLOWED", personName: null, couple: null });
    const { rows } = await owner.query("SELECT person_id, reason FROM ops.key_shredding");
    expect(rows).toEqual([{ person_id: world.people.alex.id, reason: "person-asked" }]);
  });

  it("is asked for by typing what goes, and by nothing less", async () => {
    const { sam } = world.people;
    const run = (answer: string) => {
      const args = ["--practice", world.practiceId, "--person", sam.id, "--reason", "court-order"];
      const options = {
        env: { ...process.env, DATABASE_OWNER_URL: world.ownerUrl },
        input: `${answer}\n`,
        encoding: "utf8",
      } as const;
      return spawnSync(process.execPath, ["--import", "tsx", "scripts/keys-shred.ts", ...args], options);
    };
    const refused = run("yes");
    expect([refused.status, refused.stdout + refused.stderr]).toEqual([
      1,
      expect.stringContaining("Nothing was destroyed"),
    ]);
    expect((await shreddable(owner, { practiceId: world.practiceId, personId: sam.id })).keys).toBe(1);
    expect(run(`destroy ${sam.id}`).status).toBe(0);
    await expect(shreddable(owner, { practiceId: world.practiceId, personId: sam.id })).rejects.toThrow(/no key left/);
  });

  it("speaks the reader's language", async () => {
    const person = { practiceId: world.practiceId, personId: world.people.therapist.id };
    await owner.query("UPDATE person_private SET locale = 'es' WHERE practice_id = $1 AND person_id = $2", [
      person.practiceId,
      person.personId,
    ]);
    expect(JSON.stringify(await couplePage())).toContain("Estas palabras se borraron.");
    await owner.query("UPDATE person_private SET locale = 'en' WHERE practice_id = $1", [person.practiceId]);
  });

  it("of a practice takes everybody's words, and every page still opens", async () => {
    await shred(owner, { practiceId: world.practiceId }, "contract-ended");
    const shown = JSON.stringify(await couplePage());
    for (const words of Object.values(world.words)) expect(shown).not.toContain(words);
    expect(shown).toContain(sentence);
    await world.as("sam").homework.today({ coupleId: world.couple.id });
    await world.as("therapist").disclosures.page(at());
    await world.as("therapist").disclosures.statement({ ...at(), personId: world.people.alex.id });
    await expect(loadPracticeKey(world.practiceId)).resolves.toBeUndefined();
    expect(
      JSON.stringify(
        await world
          .as("otherTherapist")
          .couples.page({ practiceId: world.otherPracticeId, coupleId: world.otherCouple.id }),
      ),
    ).not.toContain(sentence);
  });
});
