"use client";

import { useTranslations } from "next-intl";
import type { BlockKind } from "@/blocks/registry";
import type { Fault, Place } from "@/content/own/faults";
import { blockFields } from "@/content/own/shape";
import { valueAt } from "./place";

const isKind = (kind: unknown): kind is BlockKind => typeof kind === "string" && Object.hasOwn(blockFields, kind);

/** The names of what a strategy is made of, and what is wrong with it, in words. */
export function useOwnWords() {
  const words = useTranslations("own");
  const first = (...keys: string[]) => keys.find((key) => words.has(key as "notWhen"));
  const spoken = (key: string | undefined, otherwise: string) =>
    key ? words(key as "field.title") : words("place.quoted", { name: otherwise });

  /** What a field is called: by its kind of block and its way there, else by its name alone. */
  const label = (names: readonly string[], kind: BlockKind | null): string => {
    const name = names.at(-1) ?? "";
    return spoken(
      first(`fields.${[kind, ...names].filter(Boolean).join("-")}`, `field.${name}`, `place.${name}`),
      name,
    );
  };
  const hint = (name: string): string | undefined => {
    const key = `hint.${name}`;
    return words.has(key as "hint.tiny") ? words(key as "hint.tiny") : undefined;
  };
  const kindName = (kind: BlockKind) => words(`kind.${kind}`);
  const choice = (name: string, value: string) => spoken(first(`choice.${name}-${value}`), value);

  /** Where a fault is, from the outside in: "Block 2 (Question), Field 1, Help under it, Spanish". */
  const placeWords = (root: unknown, place: Place): string => {
    if (place.length === 0) return words("import.whole");
    const parts: string[] = [];
    const names: string[] = [];
    let kind: BlockKind | null = null;
    for (const [index, step] of place.entries()) {
      if (typeof step === "number") {
        const item = valueAt(root, [...place.slice(0, index + 1), "kind"]);
        const position = step + 1;
        if (place[index - 1] === "blocks") {
          kind = isKind(item) ? item : null;
          names.length = 0;
          parts[parts.length - 1] = kind
            ? words("place.block", { position, kind: kindName(kind) })
            : words("place.unknownBlock", { position });
        } else parts[parts.length - 1] = words("place.item", { list: parts.at(-1) ?? "", position });
      } else if (index === place.length - 1 && (step === "en" || step === "es")) parts.push(words(`language.${step}`));
      else if (index > 0 || step !== "text" || place.length === 1) {
        names.push(step);
        parts.push(label(names, kind));
      }
    }
    return parts.join(", ");
  };
  const faultWords = ({ fault, wanted }: Pick<Fault, "fault" | "wanted">) =>
    words(`fault.${fault}`, { wanted: wanted ?? "none" });
  return { words, label, hint, kindName, choice, placeWords, faultWords };
}
