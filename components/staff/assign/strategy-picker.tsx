"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { areas } from "@/components/ui/area";
import { AreaMark } from "@/components/ui/area-mark";
import { FieldError } from "@/components/ui/field";
import { SearchInput } from "@/components/ui/search-input";
import { plainLetters } from "../caseload/finder";
import { OwnMark } from "../own/own-mark";
import { useShortcut, useShortcutsShown } from "../shortcuts";
import type { Strategy } from "./use-assign";

type PickerProps = { strategies: readonly Strategy[]; error?: string; onChoose: (strategy: Strategy) => void };

/** The library by area, with a search box. */
export function StrategyPicker({ strategies, error, onChoose }: PickerProps) {
  const words = useTranslations("staff.assign");
  const areaWords = useTranslations("common.area");
  const [query, setQuery] = useState("");
  const box = useRef<HTMLInputElement>(null);
  useShortcut({ "/": () => box.current?.focus() });
  const plain = plainLetters(query);
  const found = strategies.filter(({ title, promise }) => plainLetters(`${title} ${promise}`).includes(plain));
  return (
    <section aria-labelledby="strategy">
      <div className="mb-3 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h2 id="strategy" className="font-semibold text-17">
          {words("strategy")}
        </h2>
        <SearchInput
          ref={box}
          label={words("find")}
          shortcut={useShortcutsShown() ? "/" : undefined}
          value={query}
          autoComplete="off"
          onChange={(event) => setQuery(event.target.value)}
          onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
          className="w-full sm:w-60"
        />
      </div>
      {error && <FieldError id="strategy-error">{error}</FieldError>}
      <p role="status" className="text-ink-soft">
        {found.length === 0 && words("noStrategy")}
      </p>
      <div className="grid items-start gap-x-6 gap-y-5 @lg:grid-cols-2">
        {areas.map((area) => {
          const ofArea = found.filter((strategy) => strategy.area === area);
          if (ofArea.length === 0) return null;
          return (
            <section key={area} aria-labelledby={`area-${area}`}>
              <h3 id={`area-${area}`} className="mb-1.5 flex items-center gap-2 font-medium text-13 text-ink-soft">
                <AreaMark area={area} /> {areaWords(area)}
              </h3>
              <ul className="grid gap-2">
                {ofArea.map((strategy) => (
                  <li key={strategy.key}>
                    <StrategyButton strategy={strategy} onChoose={onChoose} />
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
      </div>
    </section>
  );
}

function StrategyButton({ strategy, onChoose }: { strategy: Strategy; onChoose: PickerProps["onChoose"] }) {
  const words = useTranslations("staff.assign");
  return (
    <button type="button" onClick={() => onChoose(strategy)} className={buttonClass}>
      <span className="flex items-baseline justify-between gap-3">
        <span className="font-semibold text-15">{strategy.title}</span>
        <span className="figures shrink-0 text-13 text-ink-soft">{words("minutes", { count: strategy.minutes })}</span>
      </span>
      <span className="block text-13 text-ink-soft">{strategy.promise}</span>
      {strategy.own && <OwnMark own={strategy.own} />}
    </button>
  );
}

const buttonClass =
  "block w-full rounded-m border border-line bg-surface px-3.5 py-2.5 text-left transition-colors hover:border-primary hover:bg-primary-wash";
