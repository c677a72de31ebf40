import { aGentleStart } from "@/content/programs/a-gentle-start";
import { closeAgain } from "@/content/programs/close-again";
import { friendsFirst } from "@/content/programs/friends-first";
import { hearingEachOther } from "@/content/programs/hearing-each-other";
import { rebuildingTrust } from "@/content/programs/rebuilding-trust";
import type { Program } from "@/content/programs/schema";

/** The programs of the library, in the order they are shown. */
export const programs: readonly Program[] = [rebuildingTrust, hearingEachOther, closeAgain, friendsFirst, aGentleStart];

const byKey = new Map(programs.map((program) => [program.key, program]));

/** The program with this key, or undefined when the library has none. */
export function programByKey(key: string): Program | undefined {
  return byKey.get(key);
}
