"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Arrival } from "../parts/arrival";
import { Frame } from "../parts/frame";
import { useText } from "../parts/use-words";
import type { BlockOf } from "../registry";
import { entriesOf, type ToolEntry, useTool } from "../tool";
import { OfferedApology } from "./offered";
import { OwnApology } from "./own";
import { apologyOf, stateOf } from "./state";
import { WriteApology } from "./write";

/** Repair: what the partner would like to say, if one wants to hear it, and an apology of one's own. */
export function RepairForm({ definition }: { definition: BlockOf<"repair"> }) {
  const tool = useTool();
  const entries = entriesOf(tool, definition.id);
  const offers = entries.filter(({ kind, mine }) => kind === "offer" && !mine);
  return (
    <div className="grid gap-10">
      {offers.map((offer) => (
        <OfferedApology key={offer.entryId} definition={definition} offer={offer} entries={entries} />
      ))}
      <Own definition={definition} entries={entries} asked={offers.length > 0} />
    </div>
  );
}

type OwnProps = {
  definition: BlockOf<"repair">;
  entries: readonly ToolEntry[];
  /** The partner has something to say: their words come first, and room for one's own only when it is asked for. */
  asked: boolean;
};

function Own({ definition, entries, asked }: OwnProps) {
  const words = useTranslations("blocks.repair");
  const text = useText();
  const own = entries.filter((entry) => entry.kind === "apology" && entry.mine && apologyOf(entry));
  const [another, setAnother] = useState(false);
  const settled = own.every((entry) => stateOf(entries, entry) !== "draft" && stateOf(entries, entry) !== "cleared");
  // Decided once: an offer that arrives meanwhile closes nothing that is being written.
  const [open] = useState(!asked);
  const first = own.length === 0 && open;
  return (
    <Frame title={words("title")} text={text(definition.delivery)}>
      {own.map((entry) => (
        <OwnApology key={entry.entryId} definition={definition} entry={entry} entries={entries} />
      ))}
      {first && <WriteApology definition={definition} />}
      {!first && another && (
        <Arrival>
          <WriteApology definition={definition} onDone={() => setAnother(false)} />
        </Arrival>
      )}
      {!first && settled && !another && (
        <Button variant="ghost" size="large" className="justify-self-start" onClick={() => setAnother(true)}>
          {words(own.length > 0 ? "another" : "own")}
        </Button>
      )}
    </Frame>
  );
}
