"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useRef } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { useShortcut } from "../shortcuts";
import { plainLetters, useFind } from "./finder";

export type ListedCouple = { id: string; names: string; row: ReactNode };

/** The rows, drawn by the server, that fit the search. `j` and `k` step through them. */
export function CaseloadList({ couples }: { couples: readonly ListedCouple[] }) {
  const words = useTranslations("staff.caseload");
  const { plain, clear } = useFind();
  const list = useRef<HTMLOListElement>(null);
  useShortcut({ j: () => step(list.current, 1), k: () => step(list.current, -1) });
  const found = plain ? couples.filter(({ names }) => plainLetters(names).includes(plain)) : couples;
  return (
    <>
      <p role="status" className="sr-only">
        {plain && words("found", { count: found.length })}
      </p>
      <ol ref={list} aria-label={words("list")} className="divide-y divide-line">
        {found.map(({ id, row }) => (
          <li key={id} className="[contain-intrinsic-size:auto_4.5rem] [content-visibility:auto]">
            {row}
          </li>
        ))}
      </ol>
      {found.length === 0 && (
        <EmptyState
          title={words("noMatch.title")}
          text={words("noMatch.text")}
          action={<ClearButton onClear={clear} />}
        />
      )}
    </>
  );
}

function ClearButton({ onClear }: { onClear: () => void }) {
  const words = useTranslations("common");
  return (
    <Button variant="ghost" onClick={onClear}>
      {words("clear")}
    </Button>
  );
}

/** Moves the focus to the couple before or after the one that has it. */
function step(list: HTMLOListElement | null, by: 1 | -1): void {
  const links = [...(list?.querySelectorAll<HTMLAnchorElement>("a[data-row]") ?? [])];
  const at = links.findIndex((link) => link === document.activeElement);
  const next = links[at < 0 ? 0 : Math.min(Math.max(at + by, 0), links.length - 1)];
  next?.focus();
}
