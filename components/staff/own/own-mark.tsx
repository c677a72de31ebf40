"use client";

import { Languages } from "lucide-react";
import { Chip } from "@/components/ui/chip";
import type { OwnMark as Mark } from "@/server/features/strategies/schema";
import { useOwnWords } from "./use-own-words";

const languages = ["en", "es"] as const;
const other = { en: "es", es: "en" } as const;

/** Whose an own strategy is, where strategies are picked, and which language lacks texts. */
export function OwnMark({ own }: { own: Mark }) {
  const { words } = useOwnWords();
  return (
    <span className="mt-1.5 flex flex-wrap gap-1.5">
      <Chip>{own.mine ? words("library.byYou") : words("library.by", { name: own.author })}</Chip>
      {languages
        .filter((one) => own.missing[one] > 0)
        .map((one) => (
          <Chip key={one} tone="warm">
            {words("missing.chip", { language: words(`language.${one}`), count: own.missing[one] })}
          </Chip>
        ))}
    </span>
  );
}

/** What whoever reads the incomplete language will get, said before it is assigned. */
export function OwnNotes({ own }: { own: Mark }) {
  const { words } = useOwnWords();
  return languages
    .filter((one) => own.missing[one] > 0)
    .map((one) => (
      <p key={one} className="mt-2 flex gap-2 text-14 text-connection-ink">
        <Languages aria-hidden size={16} className="mt-0.5 shrink-0" />
        {words("missing.picker", {
          language: words(`language.${one}`),
          other: words(`language.${other[one]}`),
          count: own.missing[one],
        })}
      </p>
    ));
}
