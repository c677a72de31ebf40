import { keyFingerprints, keyRing } from "../crypto";
import { env } from "../env";
import { appClient, type Client, systemClient, workerClient } from "./clients";

interface RoleRow {
  name: string;
  unsafe: boolean;
}

/** @throws Error when a role could bypass row-level security: superuser, BYPASSRLS, or member of another role. */
async function checkRole(client: Client): Promise<void> {
  const [role] = await client.$queryRaw<RoleRow[]>`
    SELECT current_user::text AS name, r.rolsuper OR r.rolbypassrls OR r.rolcreaterole OR EXISTS (
      SELECT 1 FROM pg_auth_members m WHERE m.member = r.oid) AS unsafe
    FROM pg_roles r WHERE r.rolname = current_user`;
  if (!role || role.unsafe)
    throw new Error(`The database role "${role?.name}" has more rights than this process may have`);
}

/**
 * Refuses to go on with roles that could read past row-level security, with another installation's keys, or with a
 * moved clock on a real database.
 * @throws Error in words for the log.
 */
export async function checkInstallation(process: "web" | "worker"): Promise<void> {
  await checkRole(systemClient());
  await checkRole(process === "web" ? appClient() : workerClient());
  const row = await systemClient().installation.findUniqueOrThrow({ where: { id: 1 } });
  if (env().RECONNECT_TEST_CLOCK && !row.isTest)
    throw new Error("RECONNECT_TEST_CLOCK moves time only on a test database");
  await checkKeys(row.keyFingerprint);
  await checkRing();
}

/** @throws Error naming the keys of the ring that wrap a practice's key here and are gone. */
async function checkRing(): Promise<void> {
  const ids = keyRing().map((entry) => entry.id);
  const missing = await systemClient().practiceKey.groupBy({
    by: ["ringKeyId"],
    where: { shreddedAt: null, ringKeyId: { notIn: ids } },
    _count: true,
  });
  if (missing.length > 0) {
    const named = missing.map((one) => `"${one.ringKeyId}" (${one._count} practices)`).join(", ");
    throw new Error(
      `The key ring lacks ${named}: their words would be unreadable. Put the key back into KEY_RING, first or not`,
    );
  }
}

/** The first start writes the fingerprint down; later ones need that key in their ring, first or not. */
async function checkKeys(stored: string | null): Promise<void> {
  const mine = keyFingerprints();
  if (stored && !mine.includes(stored)) {
    throw new Error(
      "The key ring is not the one that sealed this database: words would be unreadable. Restore the right KEY_RING",
    );
  }
  if (!stored)
    await systemClient().installation.updateMany({
      where: { id: 1, keyFingerprint: null },
      data: { keyFingerprint: mine[0] },
    });
}
