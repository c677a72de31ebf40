"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { trpc } from "@/components/trpc/client";
import { useToast } from "@/components/ui/toast";
import { faultsOf } from "@/content/own/draft";
import type { Work } from "@/server/features/strategies/schema";
import type { Drafting } from "./use-draft";
import { useOwnWords } from "./use-own-words";

/** Publishing: what is missing is said first, all of it at once; then the draft is stored, then it becomes a version. */
export function usePublish(work: Work, practiceId: string, drafting: Drafting) {
  const { words } = useOwnWords();
  const router = useRouter();
  const toast = useToast();
  /** Whether it was tried: from then on what is missing is said where it is missing. */
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [published, setPublished] = useState(work.ahead ? null : JSON.stringify(work.draft));
  const mutation = trpc.strategies.publish.useMutation();
  const { draft, flush, revision } = drafting;
  const publish = async (): Promise<boolean> => {
    if (faultsOf(draft).length > 0) {
      setTried(true);
      return false;
    }
    setTried(false);
    setBusy(true);
    try {
      if (!(await flush())) return true;
      await mutation.mutateAsync({ practiceId, strategyId: work.strategyId, revision: revision() });
      setPublished(JSON.stringify(draft));
      const number = (work.editions[0]?.number ?? 0) + 1;
      toast({ text: number === 1 ? words("publish.done") : words("publish.doneAgain", { number }) });
      router.refresh();
    } catch {
      // The banner says it.
    } finally {
      setBusy(false);
    }
    return true;
  };
  return { publish, busy, tried, error: mutation.error, ahead: published !== JSON.stringify(draft) };
}
