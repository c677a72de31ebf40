"use client";

import type { z } from "zod";
import { Chip } from "@/components/ui/chip";
import { useText } from "../parts/use-words";
import type { BlockOf } from "../registry";
import { tagOf, writtenParts } from "./parts";
import type { prompt } from "./schema";

export type AnswerBody = z.infer<typeof prompt.entries.answer.body>;

/** What an answer says, part by part, under the tag that it carries. */
export function AnswerWords({ definition, body }: { definition: BlockOf<"prompt">; body: AnswerBody }) {
  const text = useText();
  const tag = tagOf(definition, body);
  return (
    <div className="grid gap-3">
      {body.tag !== undefined && (
        <span className="justify-self-start">
          <Chip tone="warm">{tag ? text(tag) : body.tag}</Chip>
        </span>
      )}
      {writtenParts(definition, body).map(({ key, label, words }) => (
        <div key={key} className="grid gap-0.5">
          {label && <p className="font-semibold text-15 text-ink-soft">{text(label)}</p>}
          <p className="whitespace-pre-line text-17">{words}</p>
        </div>
      ))}
    </div>
  );
}
