"use client";

import { Blocks } from "@/blocks/block";
import { ToolProvider } from "@/blocks/tool";
import type { PartnerViewer } from "@/server/features/people/schema";
import type { ToolState } from "@/server/features/tools/schema";
import { useTools } from "./use-tools";

type ToolsProps = { viewer: PartnerViewer; occurrenceId: string; draftKey: string; initial: ToolState };

/** The interactive part of an exercise: what the strategy does with its people. */
export function ExerciseTools(props: ToolsProps) {
  return (
    <ToolProvider value={useTools(props)}>
      <Blocks blocks={props.initial.blocks} />
    </ToolProvider>
  );
}
