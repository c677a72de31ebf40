"use client";

import { useTranslations } from "next-intl";
import { z } from "zod";
import { ScaleButtons } from "@/components/ui/scale-buttons";
import { VisibilityLabel } from "@/components/ui/visibility-label";
import { bodyOf } from "../body";
import { Frame } from "../parts/frame";
import { SaveButton } from "../parts/save-button";
import { useDraft } from "../parts/use-draft";
import { useOwn } from "../parts/use-own";
import { newEntryId, useSave } from "../parts/use-save";
import { useText } from "../parts/use-words";
import type { BlockOf } from "../registry";
import { scale } from "./schema";

const shape = z.object({ entryId: z.string(), value: z.number().int().min(0).max(10).nullable() });

/** Eleven buttons, unset until one is chosen, and stored only by the button below them. */
export function ScaleForm({ definition }: { definition: BlockOf<"scale"> }) {
  const words = useTranslations("blocks.scale");
  const text = useText();
  const own = useOwn(definition.id, "rating");
  const stored = own && bodyOf(scale.entries.rating.body, own.body);
  const draft = useDraft(`${definition.id}.rating`, shape, () => ({ entryId: newEntryId(), value: null }));
  const { state, save, clear } = useSave();
  const value = draft.value.value ?? stored?.value ?? null;
  const changed = value !== null && value !== stored?.value;
  const send = async () => {
    if (value === null) return;
    const target = own ?? { entryId: draft.value.entryId, version: 0 };
    const { entryId, version } = target;
    const body = { v: 1, value };
    if (await save({ entryId, version, block: definition.id, kind: "rating", readers: "THERAPIST", body }))
      draft.reset();
  };
  return (
    <Frame>
      <form
        method="post"
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <ScaleButtons
          name={definition.id}
          legend={<span className="display font-[480] text-24">{text(definition.label)}</span>}
          low={text(definition.low)}
          high={text(definition.high)}
          value={value}
          onValueChange={(next) => {
            clear();
            draft.change({ ...draft.value, value: next });
          }}
        />
        <VisibilityLabel visibility="THERAPIST" />
        {(changed || state.kind !== "idle") && (
          <SaveButton state={state} variant="ghost" aria-disabled={!changed} saved={words("saved")}>
            {words(stored ? "change" : "save")}
          </SaveButton>
        )}
      </form>
    </Frame>
  );
}
