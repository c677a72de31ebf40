"use client";

import { MessageCircle } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { z } from "zod";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { VisibilityLabel } from "@/components/ui/visibility-label";
import type { Reader } from "../block-tool";
import { checked, reading } from "../body";
import { Whose } from "../parts/entry";
import { SaveButton } from "../parts/save-button";
import { useDraft } from "../parts/use-draft";
import { newEntryId, useSave } from "../parts/use-save";
import { useFault, useText } from "../parts/use-words";
import type { BlockOf } from "../registry";
import { type ToolEntry, useTool } from "../tool";
import { prompt } from "./schema";

type Definition = BlockOf<"prompt">;
type ResponsesProps = { definition: Definition; entry: ToolEntry; entries: readonly ToolEntry[] };

/** What was said back to an answer; the other of the two may say something where nothing stands yet. */
export function Responses({ definition, entry, entries }: ResponsesProps) {
  const words = useTranslations("blocks.prompt");
  const tool = useTool();
  const [open, setOpen] = useState(false);
  const said = reading(prompt.entries.response.body, entries, "response").filter(
    (one) => one.entry.slot === entry.entryId,
  );
  const may = definition.respond !== undefined && !entry.mine && said.length === 0 && tool.writable && tool.delivers;
  return (
    <>
      <ResponseList said={said.map(({ entry: response, body }) => ({ response, words: body.words }))} reader="author" />
      {may && !open && (
        <Button variant="quiet" className="-ml-3 justify-self-start" onClick={() => setOpen(true)}>
          <MessageCircle aria-hidden size={16} />
          {words("sayBack")}
        </Button>
      )}
      {may && open && <Respond definition={definition} entry={entry} onCancel={() => setOpen(false)} />}
    </>
  );
}

/** Responses below what they answer. */
export function ResponseList({ said, reader }: { said: { response: ToolEntry; words: string }[]; reader: Reader }) {
  return said.map(({ response, words }) => (
    <div key={response.entryId} className="grid gap-0.5 border-line border-l-2 pl-3.5">
      <Whose entry={response} reader={reader} />
      <p className="whitespace-pre-line text-17">{words}</p>
    </div>
  ));
}

const shape = z.object({ entryId: z.string(), words: z.string() });

function Respond({ definition, entry, onCancel }: Omit<ResponsesProps, "entries"> & { onCancel: () => void }) {
  const words = useTranslations("blocks.prompt");
  const parts = useTranslations("blocks.parts");
  const text = useText();
  const fault = useFault();
  const tool = useTool();
  const start = () => ({ entryId: newEntryId(), words: "" });
  const draft = useDraft(`${definition.id}.response.${entry.entryId}`, shape, start);
  const [missing, setMissing] = useState<string>();
  const { state, save } = useSave();
  const send = async () => {
    const body = checked(prompt.entries.response.body, { v: 1, words: draft.value.words });
    if (body.faults) return setMissing(body.faults.words);
    const target = { entryId: draft.value.entryId, version: 0, block: definition.id, slot: entry.entryId };
    if (await save({ ...target, kind: "response", readers: "SHARED", body: body.data })) draft.reset();
  };
  return (
    <form
      method="post"
      noValidate
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Field label={definition.respond ? text(definition.respond) : words("sayBack")} error={fault(missing)}>
        {(wiring) => (
          <Textarea
            {...wiring}
            rows={2}
            value={draft.value.words}
            onChange={(event) => {
              setMissing(undefined);
              draft.change({ ...draft.value, words: event.target.value });
            }}
            footer={<VisibilityLabel visibility="SHARED" partner={tool.partnerName ?? undefined} />}
          />
        )}
      </Field>
      <SaveButton state={state} variant="ghost">
        {words("sendBack")}
      </SaveButton>
      <Button variant="quiet" size="large" wide onClick={onCancel}>
        {parts("cancel")}
      </Button>
    </form>
  );
}
