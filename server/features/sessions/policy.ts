import type { Env } from "@/server/env";

const loopback = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Demo accounts are offered only where the demo was seeded, on this machine. */
export function demoIsOffered({ RECONNECT_DEMO, PUBLIC_URL }: Pick<Env, "RECONNECT_DEMO" | "PUBLIC_URL">): boolean {
  return RECONNECT_DEMO === "1" && loopback.has(new URL(PUBLIC_URL).hostname);
}

/** An address as its owner knows it again and a bystander hardly: `al…@example.org`. */
export function shortened(email: string): string {
  const [name = "", domain = ""] = email.split("@");
  return `${name.slice(0, 2)}…@${domain}`;
}
