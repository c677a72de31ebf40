"use client";

import { Frame } from "../parts/frame";
import { useText } from "../parts/use-words";
import type { BlockOf } from "../registry";

/** Words to read, the same for everybody. */
export function ReadView({ definition }: { definition: BlockOf<"read"> }) {
  const text = useText();
  return (
    <Frame title={definition.title && text(definition.title)}>
      <div className="grid gap-3 text-17 text-ink leading-relaxed">
        {definition.body.map((paragraph) => (
          <p key={paragraph.en}>{text(paragraph)}</p>
        ))}
      </div>
    </Frame>
  );
}
