"use client";

import type { BlockOf } from "../registry";
import { CollectForm } from "./collect";
import { MutualForm } from "./mutual";
import { ShareForm } from "./share";

/** A question in words: gathered line by line, revealed mutually, or shared by whoever answers. */
export function PromptForm({ definition }: { definition: BlockOf<"prompt"> }) {
  if (definition.reveal === "mutual") return <MutualForm definition={definition} />;
  return definition.collect ? <CollectForm definition={definition} /> : <ShareForm definition={definition} />;
}
