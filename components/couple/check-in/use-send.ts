"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { appError, trpc } from "@/components/trpc/client";
import type { OwnCheckIn } from "@/server/features/homework/schema";
import type { Failure } from "../request-failure";
import type { Draft } from "./draft-store";
import { type SentValues, sameValues, valuesOf } from "./values";

type Target = Pick<Draft, "clientId" | "editing">;
type Attempt = { values: SentValues; target: Target };

type SendOptions = {
  coupleId: string;
  occurrenceId: string;
  onSent: (stored: OwnCheckIn) => void;
  /** The server holds another version; both are to be shown. */
  onConflict: (stored: OwnCheckIn, mine: SentValues) => void;
  /** The window closed, or the homework ended, while the words were written. */
  onClosed: (mine: SentValues) => void;
};

/**
 * Sends a first answer or a change. Without a connection the last attempt is kept and made again, with the same
 * clientId, as soon as the browser is online.
 */
export function useSend({ coupleId, occurrenceId, onSent, onConflict, onClosed }: SendOptions) {
  const [failure, setFailure] = useState<Failure | null>(null);
  const waiting = useRef<Attempt | null>(null);
  // "always": a request that fails at once can be told; a paused one would look like work in progress.
  const submit = trpc.checkIns.submit.useMutation({ networkMode: "always" });
  const edit = trpc.checkIns.edit.useMutation({ networkMode: "always" });

  const send = async (values: SentValues, target: Target): Promise<void> => {
    setFailure(null);
    waiting.current = null;
    try {
      const stored = target.editing
        ? await edit.mutateAsync({ coupleId, ...target.editing, ...values })
        : await submit.mutateAsync({ coupleId, occurrenceId, clientId: target.clientId, ...values });
      // Two tabs that took up one draft share its clientId: the first that was sent answers for both.
      if (!sameValues(valuesOf(stored), values)) return onConflict(stored, values);
      onSent(stored);
    } catch (error) {
      const { code, reference, stored } = appError(error);
      if ((code === "CONFLICT" || code === "CHANGED_MEANWHILE") && stored)
        return onConflict(stored as OwnCheckIn, values);
      if (code === "CLOSED" || code === "NOT_FOUND") return onClosed(values);
      waiting.current = code === "INVALID" ? null : { values, target };
      setFailure({ code, reference });
    }
  };

  const latest = useRef(send);
  latest.current = send;
  const retry = useCallback(() => {
    if (waiting.current) void latest.current(waiting.current.values, waiting.current.target);
  }, []);
  useEffect(() => {
    window.addEventListener("online", retry);
    return () => window.removeEventListener("online", retry);
  }, [retry]);
  return { send, retry, failure, pending: submit.isPending || edit.isPending };
}
