"use client";

import { Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { Tool, ToolEntry } from "../tool";
import { useTool } from "../tool";
import { SaveStatus } from "./save-button";
import { newEntryId, useSave } from "./use-save";

/** Whether nobody but its author has read an entry by design, so that it can still be taken back. */
export function canTakeBack(tool: Pick<Tool, "writable" | "now">, entry: ToolEntry, gated = false): boolean {
  if (!tool.writable || !entry.mine || entry.revealedAt) return false;
  if (entry.readers === "PRIVATE") return true;
  if (entry.readers !== "SHARED") return false;
  return gated || (entry.sharedAt !== null && entry.sharedAt.getTime() > tool.now());
}

/**
 * Taking entries back, and the way back from that: what was taken back is stored anew, with a new id and a new hold.
 * `timed` where the author picks the hour of arrival, which the undo then keeps.
 */
export function useTakeBack({ timed = false } = {}) {
  const { state, save, takeBack } = useSave();
  const [taken, setTaken] = useState<ToolEntry | null>(null);
  const take = async (entry: ToolEntry) => {
    if (await takeBack(entry)) setTaken(entry);
  };
  const undo = async () => {
    if (!taken) return;
    const { block, kind, slot, readers, body } = taken;
    const draft = { entryId: newEntryId(), version: 0, block, kind, slot: slot ?? undefined, readers, body };
    const later = timed && taken.sharedAt ? { deliverAt: taken.sharedAt } : {};
    if (await save({ ...draft, ...later })) setTaken(null);
  };
  return { state, take, undo, taken, forget: () => setTaken(null) };
}

type TakeBackProps = { entry: ToolEntry; taking: ReturnType<typeof useTakeBack>; children?: string };

/** The button on an entry that takes it back. */
export function TakeBackButton({ entry, taking, children }: TakeBackProps) {
  const words = useTranslations("blocks.parts");
  return (
    <Button variant="quiet" onClick={() => taking.take(entry)}>
      <Undo2 aria-hidden size={16} />
      {children ?? words("takeBack")}
    </Button>
  );
}

/** That something was taken back, with its undo; stays until the page is left or something else is taken back. */
export function TakenBack({ taking }: { taking: ReturnType<typeof useTakeBack> }) {
  const words = useTranslations("blocks.parts");
  const tool = useTool();
  return (
    <>
      <div role="status" className={taking.taken ? "" : "sr-only"}>
        {taking.taken && (
          <div className="flex min-h-13 items-center justify-between gap-3 rounded-m bg-sunken py-1 pr-2 pl-4 text-16">
            {words("takenBack")}
            {tool.writable && (
              <Button variant="quiet" onClick={taking.undo}>
                {words("undo")}
              </Button>
            )}
          </div>
        )}
      </div>
      {taking.state.kind === "failed" && <SaveStatus state={taking.state} />}
    </>
  );
}
