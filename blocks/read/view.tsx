"use client";

import { linkPieces } from "../links";
import { Frame } from "../parts/frame";
import { useText } from "../parts/use-words";
import type { BlockOf } from "../registry";

/** Words to read, the same for everybody. An https address in them is a link that tells its site nothing of this page. */
export function ReadView({ definition }: { definition: BlockOf<"read"> }) {
  const text = useText();
  return (
    <Frame title={definition.title && text(definition.title)}>
      <div className="grid gap-3 text-17 text-ink leading-relaxed">
        {definition.body.map((paragraph) => (
          <p key={paragraph.en} className="whitespace-pre-line break-words">
            {linkPieces(text(paragraph)).map(({ text: piece, href }, index) =>
              href ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text never change places
                <a key={index} href={href} target="_blank" rel="noopener noreferrer nofollow" className="link">
                  {piece}
                </a>
              ) : (
                piece
              ),
            )}
          </p>
        ))}
      </div>
    </Frame>
  );
}
