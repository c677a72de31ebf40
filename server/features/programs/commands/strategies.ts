import type { Tx } from "@/server/db/with-actor";
import type { Member } from "@/server/trpc/ladder";
import { strategyVersion } from "../../strategies/commands";
import { allWeekStrategies, type WeekReady } from "../queries";
import type { WeekStrategy } from "../schema";

const inBoth = ({ text }: WeekReady, name: "title" | "promise") => ({ en: text.en[name], es: text.es[name] });

/**
 * The strategies behind keys, each with the version that homework of it will be from now on, whatever becomes of the
 * strategy. In a program both partners are asked: what is meant for one is for each on their own. Keys that the actor may not
 * assign are missing from the answer.
 */
export async function pinStrategies(tx: Tx, actor: Member, keys: Iterable<string>): Promise<Map<string, WeekStrategy>> {
  const wanted = new Set(keys);
  const pinned = new Map<string, WeekStrategy>();
  for (const one of await allWeekStrategies(tx, actor)) {
    const { key, area, minutes, cadence, joint, byWord } = one;
    if (!wanted.has(key)) continue;
    const versionId = await strategyVersion(tx, actor, key);
    const mode = one.mode === "TOGETHER" ? ("TOGETHER" as const) : ("EACH" as const);
    const said = { title: inBoth(one, "title"), promise: inBoth(one, "promise") };
    pinned.set(key, { key, versionId, ...said, area, minutes, mode, cadence, joint, byWord });
  }
  return pinned;
}
