"use client";

import { Check, CircleAlert, LoaderCircle, Pencil } from "lucide-react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { FaultBanner } from "../fault-banner";
import type { Drafting } from "./use-draft";
import { useOwnWords } from "./use-own-words";

type SaveProps = { drafting: Drafting; timeZone: string; locale: string };

/** In a few words whether what was written is stored. */
export function SaveMark({ drafting: { state }, timeZone, locale }: SaveProps) {
  const { words } = useOwnWords();
  const clock = (at: Date) => new Intl.DateTimeFormat(locale, { timeStyle: "short", timeZone }).format(at);
  const Icon = {
    saved: Check,
    waiting: Pencil,
    saving: LoaderCircle,
    failed: CircleAlert,
    invalid: CircleAlert,
    conflict: CircleAlert,
  }[state.kind];
  const trouble = state.kind === "failed" || state.kind === "invalid" || state.kind === "conflict";
  const said =
    state.kind === "saved"
      ? words("save.savedAt", { time: clock(state.at) })
      : words(`save.${state.kind === "waiting" || state.kind === "saving" ? state.kind : "waiting"}`);
  return (
    <span
      role="status"
      data-save={state.kind}
      className={`flex items-center gap-1.5 text-13 ${trouble ? "font-medium text-attention-ink" : "text-ink-soft"}`}
    >
      <Icon aria-hidden size={14} className={state.kind === "saving" ? "animate-turn" : undefined} />
      {said}
    </span>
  );
}

/** What kept a draft from being stored, and the way on. */
export function SaveTrouble({ drafting, timeZone, locale }: SaveProps) {
  const { words } = useOwnWords();
  const { state, flush, resolve } = drafting;
  if (state.kind === "failed")
    return (
      <div className="grid gap-2">
        <FaultBanner error={state.error} />
        <Banner
          tone="attention"
          action={
            <Button variant="ghost" size="small" onClick={() => void flush()}>
              {words("save.again")}
            </Button>
          }
        >
          {words("save.failed")}
        </Banner>
      </div>
    );
  if (state.kind === "invalid")
    return (
      <Banner tone="attention" live>
        {words("save.invalid", { count: state.faults.length })}
      </Banner>
    );
  if (state.kind !== "conflict") return null;
  const when = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short", timeZone });
  return (
    <Banner
      tone="attention"
      live
      title={words("save.conflictTitle")}
      action={
        <span className="flex flex-wrap gap-2">
          <Button variant="ghost" size="small" onClick={() => resolve("stored")}>
            {words("save.take")}
          </Button>
          <Button size="small" onClick={() => resolve("mine")}>
            {words("save.keep")}
          </Button>
        </span>
      }
    >
      {words("save.conflictText", { when: when.format(state.stored.updatedAt) })}
    </Banner>
  );
}
