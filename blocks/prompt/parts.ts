import type { z } from "zod";
import type { BlockOf } from "../registry";
import type { LocalizedText } from "../words";
import type { prompt } from "./schema";

type Definition = BlockOf<"prompt">;
type Answer = z.infer<typeof prompt.entries.answer.body>;

/** One part that says something. */
export interface WrittenPart {
  key: string;
  label?: LocalizedText;
  words: string;
}

/** The parts that say something, in the definition's order; then those of parts that are gone. */
export function writtenParts(definition: Definition, answer: Answer): WrittenPart[] {
  const known = definition.parts.map((part) => part.key);
  const gone = Object.keys(answer.parts).filter((key) => !known.includes(key));
  return [...new Set([...known, ...gone])].flatMap((key) => {
    const words = (Object.hasOwn(answer.parts, key) && answer.parts[key]) || "";
    const label = definition.parts.find((part) => part.key === key)?.label;
    return words === "" ? [] : [{ key, label, words }];
  });
}

/** The words of an answer's tag; undefined where it has none, or one that is gone. */
export function tagOf(definition: Definition, answer: Answer): LocalizedText | undefined {
  return definition.tags?.find((tag) => tag.value === answer.tag)?.label;
}
