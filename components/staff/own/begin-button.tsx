"use client";

import { Copy, Plus } from "lucide-react";
import { Button, type ButtonProps } from "@/components/ui/button";
import { FaultBanner } from "../fault-banner";
import { useBegin } from "./use-begin";
import { useOwnWords } from "./use-own-words";

type BeginProps = Pick<ButtonProps, "variant" | "size" | "wide"> & {
  practiceId: string;
  /** A key of the library or the id of an own strategy; null for an empty page. */
  like: string | null;
};

/** Begins an own strategy: an empty page, or a copy. */
export function BeginButton({ practiceId, like, ...look }: BeginProps) {
  const { words } = useOwnWords();
  const { begin, pending, error } = useBegin(practiceId);
  return (
    <>
      <Button {...look} pending={pending} onClick={() => begin(like)}>
        {like === null ? <Plus aria-hidden size={17} /> : <Copy aria-hidden size={16} />}
        {words(like === null ? "library.new" : "library.duplicate")}
      </Button>
      <FaultBanner error={error} />
    </>
  );
}
