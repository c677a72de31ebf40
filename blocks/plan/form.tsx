"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Frame } from "../parts/frame";
import { TakenBack, useTakeBack } from "../parts/take-back";
import { useDraft } from "../parts/use-draft";
import { useText } from "../parts/use-words";
import type { BlockOf } from "../registry";
import { entriesOf, type ToolEntry, useTool } from "../tool";
import { Afterwards } from "./afterwards";
import { planOf } from "./agreement";
import { useIdeas } from "./inbox";
import { OwnPlan, TheirPlan } from "./plans";
import { type Planning, planning, planStart, WritePlan } from "./write";

/** The planner: a plan to make, the other's to agree to, and how it felt afterwards. */
export function PlanForm({ definition }: { definition: BlockOf<"plan"> }) {
  const text = useText();
  const words = useTranslations("blocks.plan");
  const tool = useTool();
  const entries = entriesOf(tool, definition.id);
  const plans = entries.filter((entry) => entry.kind === "plan" && planOf(entry)).reverse();
  const { draft, writing, setWriting, place } = useNewPlan(definition, plans.length === 0);
  const taking = useTakeBack();
  return (
    <Frame title={text(definition.label)}>
      {plans.map((entry) => {
        const props = { definition, entry, entries };
        if (entry.mine) return <OwnPlan key={entry.entryId} {...props} taking={taking} />;
        return <TheirPlan key={entry.entryId} {...props} />;
      })}
      <TakenBack taking={taking} />
      <div ref={place} className="scroll-mt-20">
        {writing ? (
          <WritePlan
            definition={definition}
            draft={draft}
            onSaved={() => setWriting(false)}
            onCancel={plans.length > 0 ? () => setWriting(false) : undefined}
          />
        ) : (
          <Button variant="ghost" size="large" onClick={() => setWriting(true)}>
            {words(plans.length > 0 ? "another" : "make")}
          </Button>
        )}
      </div>
      {definition.afterwards && plans.length > 0 && (
        <Afterwards definition={definition} label={text(definition.afterwards)} entries={entries} />
      )}
    </Frame>
  );
}

/** The plan that is being made: open where there is none yet, and whenever an idea arrives from elsewhere on the page. */
function useNewPlan(definition: BlockOf<"plan">, none: boolean) {
  const draft = useDraft<Planning>(`${definition.id}.plan.new`, planning, planStart);
  // Decided once: a plan of the other's that arrives meanwhile closes nothing that is being written.
  const [writing, setWriting] = useState(none);
  const place = useRef<HTMLDivElement>(null);
  const first = definition.fields[0]?.key;
  useIdeas((idea) => {
    if (first === undefined) return;
    draft.change({ ...draft.value, fields: { ...draft.value.fields, [first]: idea } });
    setWriting(true);
    place.current?.scrollIntoView({ block: "start" });
    requestAnimationFrame(() =>
      place.current?.querySelector<HTMLElement>("textarea, input")?.focus({ preventScroll: true }),
    );
  });
  return { draft, writing, setWriting, place };
}

export type PlanProps = { definition: BlockOf<"plan">; entry: ToolEntry; entries: readonly ToolEntry[] };
