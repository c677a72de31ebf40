"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { RadioCards } from "@/components/ui/radio-cards";
import { Segmented } from "@/components/ui/segmented";
import { Textarea } from "@/components/ui/textarea";
import { VisibilityLabel } from "@/components/ui/visibility-label";
import { ReadersChoice } from "../parts/readers-choice";
import { useFault, useText } from "../parts/use-words";
import type { BlockOf } from "../registry";
import type { Readers } from "../spec";
import { useTool } from "../tool";
import { wordsLimit } from "../words";
import type { useAnswer } from "./use-answer";

type FieldsProps = {
  definition: BlockOf<"prompt">;
  answer: ReturnType<typeof useAnswer>;
  /** An answer that is changed keeps its readers. */
  editing?: boolean;
};

/** Who may read it, then what it is about, then the words: one card with its parts. */
export function AnswerFields({ definition, answer, editing }: FieldsProps) {
  const words = useTranslations("blocks.parts");
  const fault = useFault();
  const { draft, readers, choices, faults, change, restored } = answer;
  return (
    <div className="grid gap-5">
      {restored && <p className="text-16 text-ink-soft">{words("restored")}</p>}
      {!editing && (
        <ReadersChoice
          name={`${definition.id}-readers`}
          choices={choices}
          value={readers}
          onChange={(next) => change({ readers: next })}
          error={fault(faults.readers)}
        />
      )}
      {readers && (
        <div className="grid animate-rise gap-5">
          {definition.tags && <Tags definition={definition} answer={answer} />}
          {definition.parts.map((part, index) => (
            <Part
              key={part.key}
              part={part}
              value={draft.parts[part.key] ?? ""}
              onChange={(value) => change({ parts: { ...draft.parts, [part.key]: value } })}
              error={fault(faults[`parts.${part.key}`] ?? (index === 0 ? faults.parts : undefined))}
              rows={definition.collect ? 2 : 3}
              readers={index === definition.parts.length - 1 ? readers : null}
            />
          ))}
        </div>
      )}
    </div>
  );
}

type PartProps = {
  part: BlockOf<"prompt">["parts"][number];
  value: string;
  onChange: (value: string) => void;
  error?: string;
  rows: number;
  /** Said once, in the frame of the last part. */
  readers: Readers | null;
};

function Part({ part, value, onChange, error, rows, readers }: PartProps) {
  const words = useTranslations("blocks.prompt");
  const text = useText();
  const { partnerName } = useTool();
  const left = wordsLimit - value.length;
  return (
    <Field label={part.label ? text(part.label) : words("yourWords")} hint={part.hint && text(part.hint)} error={error}>
      {(wiring) => (
        <Textarea
          {...wiring}
          rows={rows}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          footer={
            (readers || left < 300) && (
              <span className="flex flex-wrap justify-between gap-x-4">
                {readers && <VisibilityLabel visibility={readers} partner={partnerName ?? undefined} />}
                {left < 300 && <span className="figures text-ink-soft">{words("left", { count: left })}</span>}
              </span>
            )
          }
        />
      )}
    </Field>
  );
}

function Tags({ definition, answer }: Omit<FieldsProps, "editing">) {
  const words = useTranslations("blocks.prompt");
  const text = useText();
  const fault = useFault();
  const tags = definition.tags ?? [];
  const group = {
    name: `${definition.id}-tag`,
    legend: words("about"),
    value: answer.draft.tag,
    onValueChange: (tag: string) => answer.change({ tag }),
    error: fault(answer.faults.tag),
  };
  const options = tags.map((tag) => ({ value: tag.value, label: text(tag.label) }));
  return tags.length <= 3 ? <Segmented {...group} options={options} /> : <RadioCards {...group} options={options} />;
}
