"use client";

import { Check, ThumbsUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Arrival } from "../parts/arrival";
import { SaveStatus } from "../parts/save-button";
import { TakeBackButton, type useTakeBack } from "../parts/take-back";
import { useDraft } from "../parts/use-draft";
import { usePartner } from "../parts/use-partner";
import { newEntryId, useSave } from "../parts/use-save";
import { useTool } from "../tool";
import { agreementTo } from "./agreement";
import type { PlanProps } from "./form";
import { PlanCard } from "./plan-card";
import { type Planning, planning, planStart, WritePlan } from "./write";

/** A plan of one's own: to change, to take back, and whether the other is in. */
export function OwnPlan({
  definition,
  entry,
  entries,
  taking,
}: PlanProps & { taking: ReturnType<typeof useTakeBack> }) {
  const words = useTranslations("blocks.plan");
  const parts = useTranslations("blocks.parts");
  const partner = usePartner();
  const draft = useDraft<Planning>(`${definition.id}.plan.${entry.entryId}`, planning, () => planStart(entry));
  const [changing, setChanging] = useState(false);
  const start = () => {
    draft.reset(planStart(entry));
    setChanging(true);
  };
  if (changing) {
    const done = () => setChanging(false);
    return (
      <Arrival>
        <WritePlan definition={definition} draft={draft} entry={entry} onSaved={done} onCancel={done} />
      </Arrival>
    );
  }
  const actions = (
    <>
      <Button variant="quiet" className="min-h-11" onClick={start}>
        {parts("change")}
      </Button>
      <TakeBackButton entry={entry} taking={taking}>
        {words("drop")}
      </TakeBackButton>
    </>
  );
  return (
    <PlanCard definition={definition} entry={entry} reader="author" actions={actions}>
      {agreementTo(entries, entry).holds && <IsIn>{words("partnerIn", partner)}</IsIn>}
    </PlanCard>
  );
}

/** The partner's plan, to agree to. Saying nothing says nothing. */
export function TheirPlan({ definition, entry, entries }: PlanProps) {
  const words = useTranslations("blocks.plan");
  const { delivers } = useTool();
  const { state, save, takeBack } = useSave();
  const { entry: said, holds } = agreementTo(entries, entry);
  const entryId = useRef<string | null>(null);
  const agree = async () => {
    entryId.current ??= newEntryId();
    const about = { entryId: said?.entryId ?? entryId.current, version: said?.version ?? 0, slot: entry.entryId };
    const draft = { ...about, block: definition.id, kind: "agree", readers: "SHARED" as const, body: { v: 1 } };
    if (await save(draft)) entryId.current = null;
  };
  const actions =
    said && holds ? (
      <Button variant="quiet" className="min-h-11" onClick={() => takeBack(said)}>
        {words("notIn")}
      </Button>
    ) : (
      delivers && (
        <Button variant="ghost" className="min-h-11" pending={state.kind === "pending"} onClick={agree}>
          <ThumbsUp aria-hidden size={17} />
          {words("agree")}
        </Button>
      )
    );
  return (
    <PlanCard definition={definition} entry={entry} reader="partner" actions={actions}>
      {holds && <IsIn>{words("youIn")}</IsIn>}
      {state.kind === "failed" && <SaveStatus state={state} />}
    </PlanCard>
  );
}

/** That somebody is in. */
export function IsIn({ children }: { children: string }) {
  return (
    <p role="status" className="flex items-center gap-2 font-medium text-16">
      <Check aria-hidden size={18} strokeWidth={2.2} className="shrink-0 text-positive" />
      {children}
    </p>
  );
}
