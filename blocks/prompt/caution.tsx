"use client";

import { Banner } from "@/components/ui/banner";
import { useText } from "../parts/use-words";
import type { BlockOf } from "../registry";

/** What to think of before writing, where a definition has it. */
export function Caution({ definition }: { definition: BlockOf<"prompt"> }) {
  const text = useText();
  return definition.caution ? <Banner>{text(definition.caution)}</Banner> : null;
}
