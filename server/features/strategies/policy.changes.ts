import { isDeepStrictEqual } from "node:util";
import { textsOf } from "@/content/own/draft";
import type { OwnStrategy } from "@/content/own/schema";

/** What one version of a strategy changed against the one before. */
export type Change =
  | { what: "area" | "minutes" | "cadence" | "mode" | "order" }
  | { what: "words"; count: number }
  | { what: "added" | "removed" | "changed"; kind: OwnStrategy["blocks"][number]["kind"] };

const facts = ["area", "minutes", "cadence", "mode"] as const;

/** How many texts of one are not, word for word and at the same place, in the other. */
function wordsChanged(before: unknown, after: unknown): number {
  const placed = (value: unknown) => new Map(textsOf(value).map(({ place, text }) => [place.join("."), text]));
  const [earlier, later] = [placed(before), placed(after)];
  const places = new Set([...earlier.keys(), ...later.keys()]);
  return [...places].filter((place) => !isDeepStrictEqual(earlier.get(place), later.get(place))).length;
}

function blocksChanged(before: OwnStrategy["blocks"], after: OwnStrategy["blocks"]): Change[] {
  const earlier = new Map(before.map((block) => [block.id, block]));
  const later = new Map(after.map((block) => [block.id, block]));
  const kept = (blocks: OwnStrategy["blocks"]) =>
    blocks.map(({ id }) => id).filter((id) => earlier.has(id) && later.has(id));
  return [
    ...after.flatMap((block): Change[] => (earlier.has(block.id) ? [] : [{ what: "added", kind: block.kind }])),
    ...before.flatMap((block): Change[] => (later.has(block.id) ? [] : [{ what: "removed", kind: block.kind }])),
    ...after.flatMap((block): Change[] => {
      const was = earlier.get(block.id);
      return was && !isDeepStrictEqual(was, block) ? [{ what: "changed", kind: block.kind }] : [];
    }),
    ...(isDeepStrictEqual(kept(before), kept(after)) ? [] : [{ what: "order" } as const]),
  ];
}

/** What changed from one version to the next; empty where nothing did. */
export function changesOf(before: OwnStrategy, after: OwnStrategy): Change[] {
  const count = wordsChanged(before.text, after.text);
  return [
    ...facts.flatMap((what): Change[] => (isDeepStrictEqual(before[what], after[what]) ? [] : [{ what }])),
    ...(count > 0 ? [{ what: "words", count } as const] : []),
    ...blocksChanged(before.blocks, after.blocks),
  ];
}
