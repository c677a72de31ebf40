"use client";

import { useLocale } from "next-intl";
import type { BlockKind } from "@/blocks/registry";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { SectionCard } from "@/components/ui/card";
import { Chip } from "@/components/ui/chip";
import { useToast } from "@/components/ui/toast";
import type { Edition, Work } from "@/server/features/strategies/schema";
import { FaultBanner } from "../fault-banner";
import type { Drafting } from "./use-draft";
import { useOwnWords } from "./use-own-words";

type VersionsProps = { work: Work; practiceId: string; timeZone: string; drafting: Drafting };

/** What was published and when, what each version changed, and the way back to any of them. */
export function Versions({ work, practiceId, timeZone, drafting }: VersionsProps) {
  const { words } = useOwnWords();
  const toast = useToast();
  const restore = trpc.strategies.restore.useMutation();
  const bring = async (number: number) => {
    if (!(await drafting.flush())) return;
    const before = drafting.draft;
    const revision = drafting.revision();
    const stored = await restore.mutateAsync({ practiceId, strategyId: work.strategyId, revision, number });
    drafting.adopt(stored);
    toast({ text: words("versions.restored", { number }), undo: () => drafting.edit(() => before) });
  };
  return (
    <SectionCard title={words("versions.title")} text={words("versions.text")}>
      <FaultBanner error={restore.error} />
      {work.editions.length === 0 ? (
        <p className="text-15 text-ink-soft">{words("versions.none")}</p>
      ) : (
        <ol className="divide-y divide-line">
          {work.editions.map((edition, index) => (
            <Version
              key={edition.number}
              {...{ edition, timeZone }}
              current={index === 0}
              pending={restore.isPending}
              onRestore={() => void bring(edition.number).catch(() => undefined)}
            />
          ))}
        </ol>
      )}
    </SectionCard>
  );
}

type VersionProps = { edition: Edition; timeZone: string; current: boolean; pending: boolean; onRestore: () => void };

function Version({ edition, timeZone, current, pending, onRestore }: VersionProps) {
  const { words } = useOwnWords();
  const { number, at } = edition;
  const when = new Intl.DateTimeFormat(useLocale(), { dateStyle: "medium", timeStyle: "short", timeZone }).format(at);
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-3">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-2 font-medium text-15">
          {words("versions.number", { number })}
          {current && <Chip>{words("versions.current")}</Chip>}
        </p>
        <p className="text-13 text-ink-soft">
          {when} · {useChangeWords(edition)}
        </p>
      </div>
      <Button
        variant="quiet"
        size="small"
        aria-label={words("versions.restoreLabel", { number })}
        pending={pending}
        onClick={onRestore}
      >
        {words("versions.restore")}
      </Button>
    </li>
  );
}

/** What a version changed against the one before, in one line. */
function useChangeWords({ changes }: Edition): string {
  const { words, kindName } = useOwnWords();
  const locale = useLocale();
  if (changes === null) return words("versions.first");
  if (changes.length === 0) return words("versions.same");
  const said = changes.map((change) => {
    if (change.what === "words") return words("versions.change.words", { count: change.count });
    if ("kind" in change) return words(`versions.change.${change.what}`, { kind: kindName(change.kind as BlockKind) });
    return words(`versions.change.${change.what}`);
  });
  return new Intl.ListFormat(locale, { type: "unit" }).format(said);
}
