import type { UnlockWays } from "@/server/features/sessions/schema";

/** The ways to prove more than the mailbox, the quickest first. */
const order = ["pin", "passkey", "password", "code", "recovery"] as const;
export type Way = (typeof order)[number];

/** The ways that are open, in the order in which they are offered. */
export function openWays(ways: Pick<UnlockWays, Way>, only: readonly Way[] = order): Way[] {
  return order.filter((way) => ways[way] && only.includes(way));
}
