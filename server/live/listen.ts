import { Client } from "pg";
import { env } from "../env";
import { log } from "../log";
import { beatMs, Hub, recheckMs } from "./hub";

const cache = globalThis as unknown as { reconnectHub?: Hub };
const retryMs = 2_000;

/** Listens until the connection is lost, then again. One connection for the whole process. */
async function listen(hub: Hub): Promise<void> {
  const client = new Client({
    connectionString: env().DATABASE_DIRECT_URL ?? env().DATABASE_APP_URL,
    application_name: "reconnect live",
    keepAlive: true,
  });
  const again = () => {
    client.removeAllListeners("end");
    void client.end().catch(() => undefined);
    setTimeout(() => void listen(hub), retryMs).unref();
  };
  client.on("error", () => undefined); // "end" follows
  client.on("end", again);
  client.on("notification", ({ payload }) => void hub.topic(payload ?? ""));
  try {
    await client.connect();
    await client.query("LISTEN live");
    hub.missed();
  } catch {
    log().warn("live.unavailable"); // browsers fall back to asking
    again();
  }
}

/** The hub of this process, with its listening connection and its beat; made when it is first asked for. */
export function liveHub(): Hub {
  if (cache.reconnectHub) return cache.reconnectHub;
  const hub = new Hub();
  cache.reconnectHub = hub;
  void listen(hub);
  setInterval(() => hub.beat(), beatMs).unref();
  setInterval(() => void hub.recheck(), recheckMs).unref();
  return hub;
}
