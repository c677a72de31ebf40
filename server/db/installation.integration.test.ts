import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { ownerClient } from "@/prisma/seed/owner";
import { type TwoPractices, twoPractices } from "@/tests/factories/two-practices";
import type { Client } from "./clients";
import { checkInstallation } from "./installation";

let world: TwoPractices;
let owner: Client;
beforeAll(async () => {
  world = await twoPractices();
  owner = ownerClient(world.ownerUrl);
});
afterEach(() => owner.$executeRawUnsafe("UPDATE ops.installation SET key_fingerprint = NULL"));
afterAll(async () => {
  await owner.$disconnect();
  await world.close();
});

describe("a process that starts", () => {
  it("writes the key's fingerprint down once, and is content with it after", async () => {
    await checkInstallation("web");
    const { keyFingerprint } = await owner.installation.findUniqueOrThrow({ where: { id: 1 } });
    expect(keyFingerprint).toMatch(/^[0-9a-f]{16}$/);
    await checkInstallation("worker");
    expect((await owner.installation.findUniqueOrThrow({ where: { id: 1 } })).keyFingerprint).toBe(keyFingerprint);
  });

  it("refuses keys that did not seal this database", async () => {
    await owner.installation.update({ where: { id: 1 }, data: { keyFingerprint: "0000000000000000" } });
    await expect(checkInstallation("web")).rejects.toThrow(/key ring is not the one/);
  });
});
