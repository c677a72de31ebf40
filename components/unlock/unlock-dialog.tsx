"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { createContext, type ReactNode, useCallback, useContext, useState } from "react";
import { useFault } from "@/components/session/fault";
import { appError, trpc } from "@/components/trpc/client";
import { Dialog } from "@/components/ui/dialog";
import { raised } from "./raised";
import { UnlockPanel } from "./unlock-panel";

const UnlockContext = createContext<() => Promise<boolean>>(() => {
  throw new Error("unlocking needs an UnlockProvider above it");
});

/** Lets what stands below ask for a fresh proof without leaving the page. Needs the messages `auth` and `account`. */
export function UnlockProvider({ children }: { children: ReactNode }) {
  const [settle, setSettle] = useState<((unlocked: boolean) => void) | null>(null);
  const ask = useCallback(() => new Promise<boolean>((resolve) => setSettle(() => resolve)), []);
  const end = (unlocked: boolean) => {
    settle?.(unlocked);
    setSettle(null);
  };
  return (
    <UnlockContext value={ask}>
      {children}
      {settle && <UnlockDialog onEnd={end} />}
    </UnlockContext>
  );
}

/** Asks for a fresh proof. Answers whether it was given; everything that the page shows is fetched again then. */
export function useUnlock(): () => Promise<boolean> {
  return useContext(UnlockContext);
}

/** Raised when a person closed the question for a proof: nothing was done, and nothing needs saying. */
export class NotUnlocked extends Error {}

/**
 * Does something that needs a fresh proof, and asks for one where it is missing.
 * @throws NotUnlocked when the question was closed; whatever the work throws otherwise
 */
export function useWithProof(): <T>(work: () => Promise<T>) => Promise<T> {
  const unlock = useUnlock();
  return async (work) => {
    try {
      return await work();
    } catch (error) {
      if (appError(error).code !== "UNLOCK_NEEDED") throw error;
      if (!(await unlock())) throw new NotUnlocked();
      return work();
    }
  };
}

function UnlockDialog({ onEnd }: { onEnd: (unlocked: boolean) => void }) {
  const words = useTranslations("account.unlock");
  const router = useRouter();
  const faultOf = useFault();
  const utils = trpc.useUtils();
  const ways = trpc.session.unlockWays.useQuery(undefined, { gcTime: 0 });
  const done = () => {
    router.refresh();
    void utils.invalidate();
    onEnd(true);
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onEnd(false)}
      title={words("title")}
      description={<span className="text-16">{words("dialogText")}</span>}
      size="small"
    >
      <div className={raised}>
        {ways.data && <UnlockPanel ways={ways.data} onUnlocked={done} />}
        {ways.error && <p role="alert">{faultOf(ways.error).text}</p>}
      </div>
    </Dialog>
  );
}
