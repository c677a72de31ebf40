"use client";

import { Layers, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { SaveStatus } from "../parts/save-button";
import { usePartner } from "../parts/use-partner";
import { newEntryId, useSave } from "../parts/use-save";
import { type ToolEntry, useTool } from "../tool";
import { shuffled } from "./draw";
import { FilterFields } from "./filter-fields";
import { type Filters, fits, nearestFirst, noFilters, ofLevels } from "./filters";
import { Matches } from "./matches";
import type { PlayProps } from "./play";
import { picksOf } from "./state";
import { SwipeCard } from "./swipe-card";

/** Each picks alone, card by card; only what both picked is ever shown. */
export function Match({ definition, cards, entries }: PlayProps) {
  const words = useTranslations("blocks.deck");
  const partner = usePartner();
  const tool = useTool();
  const [filters, setFilters] = useState<Filters>(noFilters);
  const [rounds, setRounds] = useState(1);
  const [said, setSaid] = useState<ToolEntry[]>([]);
  const { state, pick, takeBack } = usePicking(definition, (entry) => setSaid((list) => [...list, entry]));
  const picks = picksOf(entries);
  const within = ofLevels(cards, definition.levels);
  const order = nearestFirst(shuffled(within, `${tool.seed}:${definition.id}`));
  const fitting = order.filter((card) => fits(card, filters));
  const left = fitting.filter(({ key }) => !picks.has(key));
  const next = said.length < rounds * definition.draw ? left[0] : undefined;
  const last = said.at(-1);
  const canGoBack = last && picks.get(last.slot ?? "")?.revealedAt === null;
  const back = async () => {
    const entry = last && picks.get(last.slot ?? "");
    if (entry && (await takeBack(entry))) setSaid((list) => list.slice(0, -1));
  };
  if (!tool.delivers) return <p className="text-16 text-ink-soft">{words("rests")}</p>;
  return (
    <div className="grid gap-6">
      <p className="text-16 text-ink-soft">{words("matchText", partner)}</p>
      <FilterFields deck={definition.deck} cards={within} value={filters} onChange={setFilters} />
      {next ? (
        <SwipeCard
          deck={definition.deck}
          card={next}
          pending={state.kind === "pending"}
          onPick={(yes) => pick(next.key, yes)}
        />
      ) : (
        <Through
          nothingFits={fitting.length === 0}
          more={left.length > 0}
          onMore={() => setRounds((count) => count + 1)}
        />
      )}
      {canGoBack && (
        <Button variant="quiet" className="-mt-3 min-h-11 justify-self-center" onClick={back}>
          <Undo2 aria-hidden size={17} />
          {words("back")}
        </Button>
      )}
      {state.kind === "failed" && <SaveStatus state={state} />}
      <Matches deck={definition.deck} cards={cards} entries={entries} />
    </div>
  );
}

/** The cards of this round are through, or none fits what was asked for. */
function Through({ nothingFits, more, onMore }: { nothingFits: boolean; more: boolean; onMore: () => void }) {
  const words = useTranslations("blocks.deck");
  return (
    <div className="grid justify-items-center gap-4 rounded-[22px] border border-line-strong border-dashed px-5 py-8 text-center">
      <Layers aria-hidden size={26} className="text-ink-soft" />
      <p role="status" className="text-17">
        {words(nothingFits ? "nothingFits" : more ? "through" : "allThrough")}
      </p>
      {more && !nothingFits && (
        <Button variant="ghost" size="large" onClick={onMore}>
          {words("more")}
        </Button>
      )}
    </div>
  );
}

/** Stores what one says to a card: a yes that waits for the other's, or a no that nobody ever sees. */
function usePicking(definition: PlayProps["definition"], onPicked: (entry: ToolEntry) => void) {
  const { state, save, takeBack } = useSave();
  const ids = useRef(new Map<string, string>());
  const pick = async (card: string, yes: boolean) => {
    const kind = yes ? "yes" : "no";
    const key = `${kind}:${card}`;
    const entryId = ids.current.get(key) ?? newEntryId();
    ids.current.set(key, entryId);
    const draft = { entryId, version: 0, block: definition.id, kind, slot: card, body: { v: 1 } };
    const stored = await save({ ...draft, readers: yes ? "SHARED" : "PRIVATE" });
    if (!stored) return;
    ids.current.delete(key);
    onPicked(stored);
  };
  return { state, pick, takeBack };
}
