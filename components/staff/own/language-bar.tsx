"use client";

import { CircleCheck, Languages } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Segmented } from "@/components/ui/segmented";
import { textsOf, untranslated } from "@/content/own/draft";
import type { Place } from "@/content/own/faults";
import type { OwnStrategy } from "@/content/own/schema";
import type { ContentLocale } from "@/content/schema";
import { useOwnWords } from "./use-own-words";

const languages = ["en", "es"] as const;
const other = { en: "es", es: "en" } as const;

type LanguageBarProps = {
  draft: OwnStrategy;
  language: ContentLocale;
  onLanguage: (language: ContentLocale) => void;
  onGo: (place: Place) => void;
};

/** The language that is written now, and what each one still lacks. */
export function LanguageBar({ draft, language, onLanguage, onGo }: LanguageBarProps) {
  const { words } = useOwnWords();
  const missing = untranslated(draft);
  const next = (lacking: ContentLocale) => {
    const found = textsOf({ text: draft.text, blocks: draft.blocks }).find(
      ({ text }) => text[lacking].trim() === "" && text[other[lacking]].trim() !== "",
    );
    if (!found) return;
    onLanguage(lacking);
    onGo(found.place);
  };
  const lacking = languages.filter((one) => missing[one] > 0);
  return (
    <section className="rounded-l border border-line bg-surface p-4 shadow-card sm:px-6">
      <Segmented
        name="writing"
        legend={words("compose.writing")}
        value={language}
        onValueChange={onLanguage}
        options={languages.map((one) => ({ value: one, label: words(`language.${one}`) }))}
      />
      <ul className="mt-3 grid gap-1.5 text-14">
        {lacking.map((one) => (
          <li key={one} className="flex flex-wrap items-center justify-between gap-x-3">
            <span className="flex items-center gap-2 text-connection-ink">
              <Languages aria-hidden size={16} className="shrink-0" />
              {words("missing.chip", { language: words(`language.${one}`), count: missing[one] })}
            </span>
            <Button variant="quiet" size="small" className="-mx-3.5" onClick={() => next(one)}>
              {words("missing.next")}
            </Button>
          </li>
        ))}
        {lacking.length === 0 && (
          <li className="flex items-center gap-2 text-ink-soft">
            <CircleCheck aria-hidden size={16} className="shrink-0 text-primary" />
            {words("missing.none")}
          </li>
        )}
      </ul>
    </section>
  );
}
