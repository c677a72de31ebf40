"use client";

import { Volume2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { Read } from "../body";
import { ReadersChoice } from "../parts/readers-choice";
import { SaveButton } from "../parts/save-button";
import { useFault } from "../parts/use-words";
import type { BlockOf } from "../registry";
import { useTool } from "../tool";
import { ReadAloud } from "./aloud";
import { Feelings } from "./feelings";
import type { Parts } from "./flags";
import { flags } from "./flags";
import { PartField } from "./part-field";
import { sentenceOf } from "./sentence";
import { useSentence } from "./use-sentence";

type ComposeProps = { definition: BlockOf<"statement">; own?: Read<Parts>; onDone: () => void };

/** Four gaps after their stems, the feelings to pick from, gentle remarks, and the whole sentence as it grows. */
export function Compose({ definition, own, onDone }: ComposeProps) {
  const words = useTranslations("blocks.statement");
  const common = useTranslations("blocks.parts");
  const fault = useFault();
  const { locale } = useTool();
  const { draft, parts, readers, choices, faults, state, change, send, reset, restored } = useSentence(definition, own);
  const remarks = flags(parts);
  const sentence = sentenceOf(definition, parts, locale);
  return (
    <form
      method="post"
      noValidate
      className="grid gap-5 rounded-l border border-line bg-surface p-4.5 shadow-card sm:p-5"
      onSubmit={async (event) => {
        event.preventDefault();
        if (await send()) onDone();
      }}
    >
      {restored && <p className="text-16 text-ink-soft">{common("restored")}</p>}
      {!own && (
        <ReadersChoice
          name={`${definition.id}-readers`}
          choices={choices}
          value={draft.readers}
          onChange={(next) => change({ readers: next })}
          error={fault(faults.readers)}
        />
      )}
      {readers && (
        <div className="grid animate-rise gap-5">
          {definition.parts.map((part) => (
            <PartField
              key={part.key}
              part={part}
              value={parts[part.key]}
              onChange={(value) => change({ [part.key]: value })}
              error={fault(faults[part.key])}
              remarks={remarks.filter((one) => one.part === part.key).map(({ flag }) => definition.flags[flag])}
            >
              {part.key === "feel" && (
                <Feelings definition={definition} value={parts.feel} onChange={(feel) => change({ feel })} />
              )}
            </PartField>
          ))}
          {sentence !== "" && (
            <div className="grid gap-3 rounded-m bg-communication-wash p-4.5">
              <p className="font-semibold text-15 text-communication-ink">{words("together")}</p>
              <p className="display text-24">{sentence}</p>
              <ReadAloud definition={definition} sentence={sentence}>
                <Button variant="ghost" size="large" className="justify-self-start">
                  <Volume2 aria-hidden size={18} />
                  {words("readAloud")}
                </Button>
              </ReadAloud>
            </div>
          )}
          <SaveButton state={state}>{words("keep")}</SaveButton>
        </div>
      )}
      {own && (
        <Button
          variant="quiet"
          size="large"
          wide
          onClick={() => {
            reset();
            onDone();
          }}
        >
          {common("cancel")}
        </Button>
      )}
    </form>
  );
}
