import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { migrate } from "./migrate";
import { startCluster } from "./postgres";
import { placeFor, postgresUser } from "./postgres-user";
import { isAlive } from "./processes";
import { provisionRoles, roleUrl, withClient } from "./roles";
import { makeSecrets } from "./secrets";

describe("a Postgres of our own", () => {
  let home = "";
  const secrets = makeSecrets();
  const { roles } = secrets;
  const options = () => ({
    folder: path.join(home, "postgres"),
    password: secrets.superuser,
    logFile: path.join(home, "postgres.log"),
    volatile: true,
  });

  beforeAll(() => {
    // User postgres has to get through.
    const base = path.join(placeFor(tmpdir(), "reconnect-tests", postgresUser()), "own");
    home = mkdtempSync(`${base}-`);
    chmodSync(home, 0o711);
  });
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  it("is provisioned and migrated by two starts at once, listens on the loopback and asks for a password", async () => {
    const cluster = await startCluster(options());
    try {
      await provisionRoles(cluster.adminUrl, "reconnect", roles);
      await provisionRoles(cluster.adminUrl, "reconnect", roles);
      const ownerUrl = roleUrl(cluster.adminUrl, "reconnect", "owner", roles);
      const [first, second] = await Promise.all([migrate(ownerUrl), migrate(ownerUrl)]);
      expect(Math.min(first.length, second.length)).toBe(0);
      expect(Math.max(first.length, second.length)).toBeGreaterThan(0);
      const shown = await withClient(cluster.adminUrl, (admin) => admin.query("show listen_addresses"));
      expect(shown.rows).toEqual([{ listen_addresses: "127.0.0.1" }]);
      const other = makeSecrets().roles;
      await expect(provisionRoles(cluster.adminUrl, "reconnect", other)).rejects.toThrow(/with another password/);
    } finally {
      await cluster.stop();
    }
    expect(isAlive(cluster.pid)).toBe(false);
  });

  it("keeps its data, and takes over from a server that a killed start left running", async () => {
    const left = await startCluster(options());
    const again = await startCluster({ ...options(), port: left.port });
    try {
      expect(isAlive(left.pid)).toBe(false);
      expect(again.port).toBe(left.port);
      const found = await withClient(roleUrl(again.adminUrl, "reconnect", "owner", roles), (owner) =>
        owner.query("select id from ops.installation"),
      );
      expect(found.rows).toHaveLength(1);
    } finally {
      await again.stop();
    }
  });

  it("is not kept from starting by a stale pid file that names somebody else", async () => {
    writeFileSync(path.join(options().folder, "postmaster.pid"), `${process.pid}\n${options().folder}\n`);
    const cluster = await startCluster(options());
    await cluster.stop();
    expect(isAlive(process.pid)).toBe(true);
  });
});
