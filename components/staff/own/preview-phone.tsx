"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { Blocks } from "@/blocks/block";
import { type Block, blockSchema } from "@/blocks/registry";
import { ToolProvider } from "@/blocks/tool";
import { useMemoryTool } from "@/components/public/try/use-memory-tool";
import { AreaIcon } from "@/components/ui/area-icon";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { filled } from "@/content/own/draft";
import type { OwnStrategy } from "@/content/own/schema";
import type { ContentLocale } from "@/content/schema";
import { useOwnWords } from "./use-own-words";

type PhoneProps = { draft: OwnStrategy; position: 1 | 2; startedAt: number; language: ContentLocale };

/** What stands on a partner's phone: the words around the tool as far as they are written, and the tool itself. */
export function PreviewPhone({ draft, position, startedAt, language }: PhoneProps) {
  const { words } = useOwnWords();
  const area = useTranslations("common.area");
  const whole = useMemo(() => filled(draft), [draft]);
  const { text } = whole;
  return (
    <div className="px-5 pt-6 pb-10 text-16 [&_.text-13]:text-16 [&_.text-14]:text-16 [&_.text-15]:text-16">
      <Chip area={draft.area} icon={<AreaIcon area={draft.area} />}>
        {area(draft.area)}
      </Chip>
      <h3 className="display mt-3 text-32">{text.title[language] || words("try.titleless")}</h3>
      <p className="mt-1 text-17 text-ink-soft">{text.promise[language]}</p>
      <div className="mt-6 grid gap-9">
        <Tool blocks={whole.blocks} {...{ position, startedAt }} />
        <Lines title={words("try.steps")} lines={text.steps.map((step) => step[language])} ordered />
        <Passage title={words("try.tiny")} head={text.tiny.title?.[language]} text={text.tiny.text[language]} />
        <Passage title={words("try.why")} text={text.why[language]} />
        <Lines title={words("try.notWhen")} lines={text.notWhen.map((line) => line[language])} />
      </div>
    </div>
  );
}

function Tool({ blocks, position, startedAt }: { blocks: readonly Block[]; position: 1 | 2; startedAt: number }) {
  const { words, kindName } = useOwnWords();
  const tryWords = useTranslations("blocks.try");
  const ready = useMemo(() => blocks.filter((block) => blockSchema.safeParse(block).success), [blocks]);
  const { tool, waiting, letADayPass } = useMemoryTool(ready, position, startedAt);
  if (blocks.length === 0)
    return (
      <p className="rounded-l border border-line-strong border-dashed px-4 py-6 text-center text-ink-soft">
        {words("try.empty")}
      </p>
    );
  return (
    <div className="grid gap-8">
      <ToolProvider value={tool} key={position}>
        <Blocks blocks={ready} />
      </ToolProvider>
      {blocks
        .filter((block) => !ready.includes(block))
        .map((block) => (
          <p key={block.id} className="rounded-l border border-line-strong border-dashed px-4 py-4 text-ink-soft">
            {words("try.unfinished", { kind: kindName(block.kind) })}
          </p>
        ))}
      {waiting && (
        <Button variant="ghost" size="large" onClick={letADayPass}>
          {tryWords("dayPass")}
        </Button>
      )}
    </div>
  );
}

function Lines({ title, lines, ordered }: { title: string; lines: readonly string[]; ordered?: boolean }) {
  const said = lines.filter((line) => line !== "");
  if (said.length === 0) return null;
  const List = ordered ? "ol" : "ul";
  return (
    <section>
      <h4 className="display mb-3 text-24">{title}</h4>
      <List className={`grid gap-2.5 pl-5 text-17 ${ordered ? "list-decimal" : "list-disc"}`}>
        {said.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </List>
    </section>
  );
}

function Passage({ title, head, text }: { title: string; head?: string | undefined; text: string }) {
  if (!text) return null;
  return (
    <section>
      <h4 className="display mb-2 text-24">{title}</h4>
      {head && <p className="font-semibold text-17">{head}</p>}
      <p className="whitespace-pre-line text-17">{text}</p>
    </section>
  );
}
