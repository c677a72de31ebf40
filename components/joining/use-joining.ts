"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { appError, trpc } from "@/components/trpc/client";
import type { OpenedInvitation, OpenInvitation, OverState } from "@/server/features/joining/schema";
import { forgetKept, keep, takeFragment, takeKept } from "./kept";

/** Where the page stands: opening, asking for digits, telling that it is over, or going through the steps. */
export type Arrival =
  | { stage: "opening" }
  | { stage: "code" }
  | { stage: "over"; state: OverState }
  | { stage: "failed"; error: unknown; retry: () => void }
  | { stage: "open"; invitation: OpenInvitation };

/** Opens the invitation of this address or of this tab, and says what to show. */
export function useArrival(): Arrival & {
  arrived: (opened: OpenedInvitation) => void;
  askCode: () => void;
  reopen: () => void;
} {
  const [arrival, setArrival] = useState<Arrival>({ stage: "opening" });
  const started = useRef(false);
  const { mutateAsync } = trpc.join.open.useMutation({ networkMode: "always" });
  const arrived = useCallback((opened: OpenedInvitation) => {
    if (opened.state !== "open") {
      forgetKept();
      return setArrival({ stage: "over", state: opened.state });
    }
    const kept = takeKept();
    if (kept?.token !== opened.token) keep(opened.token);
    setArrival({ stage: "open", invitation: opened });
  }, []);
  const openToken = useCallback(
    async (token: string) => {
      setArrival({ stage: "opening" });
      try {
        arrived(await mutateAsync({ token }));
      } catch (error) {
        // What is no token at all is told like a link that opens nothing.
        if (appError(error).code === "INVALID") return arrived({ state: "unknown" });
        setArrival({ stage: "failed", error, retry: () => openToken(token) });
      }
    },
    [arrived, mutateAsync],
  );
  const begin = useCallback(() => {
    const fragment = takeFragment();
    const token = fragment ?? takeKept()?.token;
    if (fragment && takeKept()?.token !== fragment) keep(fragment);
    if (token) void openToken(token);
    else setArrival({ stage: "code" });
  }, [openToken]);
  useEffect(() => {
    if (!started.current) begin();
    started.current = true;
    // Another link opened in this tab changes only the fragment.
    const onHash = () => window.location.hash.length > 1 && begin();
    window.addEventListener("hashchange", onHash);
    return () => window.removeEventListener("hashchange", onHash);
  }, [begin]);
  return { ...arrival, arrived, askCode: () => setArrival({ stage: "code" }), reopen: begin };
}
