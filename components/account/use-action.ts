"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { type Fault, useFault } from "@/components/session/fault";
import { useToast } from "@/components/ui/toast";
import { NotUnlocked, useWithProof } from "@/components/unlock/unlock-dialog";

/** A change of one's own account: what was refused of it, and whether it is on its way. */
export interface Action {
  fault: Fault | null;
  pending: boolean;
  /** Does it, asking for a fresh proof where one is missing. @returns whether it was done */
  run: (work: () => Promise<unknown>, said?: string) => Promise<boolean>;
}

/**
 * Does changes one at a time, says that they were done, and shows the account as it is now; without `refresh` that is left to
 * whoever asks. Needs ToastProvider and UnlockProvider.
 */
export function useAction({ refresh = true } = {}): Action {
  const withProof = useWithProof();
  const faultOf = useFault();
  const toast = useToast();
  const router = useRouter();
  const [fault, setFault] = useState<Fault | null>(null);
  const [pending, setPending] = useState(false);
  const run: Action["run"] = async (work, said) => {
    setPending(true);
    setFault(null);
    try {
      await withProof(work);
      if (said) toast({ text: said });
      if (refresh) router.refresh();
      return true;
    } catch (error) {
      if (!(error instanceof NotUnlocked)) setFault(faultOf(error));
      return false;
    } finally {
      setPending(false);
    }
  };
  return { fault, pending, run };
}
