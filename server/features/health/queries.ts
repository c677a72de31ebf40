import { now } from "@/server/clock";
import { systemClient } from "@/server/db/clients";
import { env } from "@/server/env";

const heartbeatSeconds = 45;

export interface Health {
  status: "ok" | "failing";
  database: "ok" | "failing";
  worker: "ok" | "failing";
  mail: "ok" | "failing";
  version: string;
}

/** What works and what does not, by name and without detail. */
export async function health(): Promise<Health> {
  const version = env().npm_package_version;
  try {
    const since = new Date(now().getTime() - heartbeatSeconds * 1000);
    const beats = await systemClient().heartbeat.findMany({ where: { at: { gt: since } } });
    const worker = beats.length > 0 ? "ok" : "failing";
    const mail = beats.some((beat) => beat.mailOk) ? "ok" : "failing";
    return { status: worker === "ok" && mail === "ok" ? "ok" : "failing", database: "ok", worker, mail, version };
  } catch {
    return { status: "failing", database: "failing", worker: "failing", mail: "failing", version };
  }
}
