"use client";

import { useTranslations } from "next-intl";
import { createContext, type ReactNode, useContext, useDeferredValue, useMemo, useRef, useState } from "react";
import { SearchInput } from "@/components/ui/search-input";
import { useShortcut, useShortcutsShown } from "../shortcuts";

type Finder = { query: string; setQuery: (query: string) => void };

const FinderContext = createContext<Finder>({ query: "", setQuery: () => {} });

/** Holds what is looked for, between the search box above and the rows below. */
export function FinderProvider({ children }: { children: ReactNode }) {
  const [query, setQuery] = useState("");
  return <FinderContext value={useMemo(() => ({ query, setQuery }), [query])}>{children}</FinderContext>;
}

/** The search box; `/` leads to it. */
export function FinderInput() {
  const words = useTranslations("staff.caseload");
  const { query, setQuery } = useContext(FinderContext);
  const box = useRef<HTMLInputElement>(null);
  useShortcut({ "/": () => box.current?.focus() });
  return (
    <SearchInput
      ref={box}
      label={words("find")}
      shortcut={useShortcutsShown() ? "/" : undefined}
      value={query}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => setQuery(event.target.value)}
      onKeyDown={(event) => event.key === "Escape" && setQuery("")}
      className="w-full sm:w-60"
    />
  );
}

/** What is looked for, a moment later than typed so that typing never waits; in plain letters, without accents. */
export function useFind(): { plain: string; clear: () => void } {
  const { query, setQuery } = useContext(FinderContext);
  return { plain: plainLetters(useDeferredValue(query)), clear: () => setQuery("") };
}

/** A text in lower case without accents, for comparing what is typed with what is written. */
export function plainLetters(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").trim().toLowerCase();
}
