import { PrismaPg } from "@prisma/adapter-pg";
import { env } from "../env";
import { closeThrottle } from "../throttle";
import { PrismaClient } from "./generated/client";

export type Client = PrismaClient<"query">;

const cache = globalThis as unknown as { reconnectClients?: Map<string, Client> };

/** One client and pool per role and process; kept across hot reloads. */
function client(role: string, url: string): Client {
  cache.reconnectClients ??= new Map();
  const known = cache.reconnectClients.get(role);
  if (known) return known;
  const adapter = new PrismaPg({ connectionString: url, max: 10, application_name: `reconnect ${role}` });
  const made = new PrismaClient({
    adapter,
    log: [{ emit: "event", level: "query" }],
    transactionOptions: { maxWait: 5_000, timeout: 15_000 },
  });
  cache.reconnectClients.set(role, made);
  return made;
}

/** @throws Error in a process that was not given this role's address, on purpose. */
function given(url: string | undefined, name: string): string {
  if (!url) throw new Error(`${name} is missing: this process must not have it, or was started without it`);
  return url;
}

/** The web's role: reaches tenant rows through `withActor` only. */
export const appClient = () => client("app", given(env().DATABASE_APP_URL, "DATABASE_APP_URL"));

/** Identity, tickets and the claims of reminders, across practices; no grant on anything clinical. */
export const systemClient = () => client("system", env().DATABASE_SYSTEM_URL);

/** The worker's role: one practice at a time. */
export const workerClient = () => client("worker", given(env().DATABASE_WORKER_URL, "DATABASE_WORKER_URL"));

/** Closes every pool of this process. */
export async function closeClients(): Promise<void> {
  const open = [...(cache.reconnectClients?.values() ?? [])];
  cache.reconnectClients = new Map();
  await Promise.all([closeThrottle(), ...open.map((one) => one.$disconnect())]);
}
