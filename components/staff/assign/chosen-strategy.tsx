"use client";

import { useTranslations } from "next-intl";
import { type Ref, useId } from "react";
import { AreaIcon } from "@/components/ui/area-icon";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { OwnNotes } from "../own/own-mark";
import type { Strategy } from "./use-assign";

type ChosenProps = { strategy: Strategy; onChange: () => void; ref: Ref<HTMLHeadingElement> };

/** The strategy that was picked, the way back to the others, and quietly when not to use it. */
export function ChosenStrategy({ strategy, onChange, ref }: ChosenProps) {
  const words = useTranslations("staff.assign");
  const areaWords = useTranslations("common.area");
  const id = useId();
  return (
    <section aria-labelledby={id} className="rounded-l border border-line bg-surface p-5 shadow-card">
      <div className="flex items-start justify-between gap-x-4">
        <div className="min-w-0">
          <Chip area={strategy.area} icon={<AreaIcon area={strategy.area} />}>
            {areaWords(strategy.area)}
          </Chip>
          <h2 ref={ref} id={id} tabIndex={-1} className="display mt-2 text-24 outline-none">
            <span className="sr-only">{words("chosen")}: </span>
            {strategy.title}
          </h2>
        </div>
        <Button variant="ghost" size="small" onClick={onChange} className="hidden sm:inline-flex">
          {words("change")}
        </Button>
      </div>
      <p className="text-ink-soft">{strategy.promise}</p>
      {strategy.own && <OwnNotes own={strategy.own} />}
      <Button variant="ghost" size="small" onClick={onChange} className="mt-3 sm:hidden">
        {words("change")}
      </Button>
      <details className="mt-3">
        <summary className="inline-block min-h-6 list-none text-14 text-ink-soft underline decoration-line-strong underline-offset-4 hover:text-ink">
          {words("notWhen")}
        </summary>
        <ul className="mt-1 grid list-disc gap-1 pl-5 text-14 text-ink-soft">
          {strategy.notWhen.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </details>
    </section>
  );
}
