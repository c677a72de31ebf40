"use client";

import { trpc } from "@/components/trpc/client";
import { forgetNext } from "./kept-next";

/**
 * Ends the session and leaves by loading a new document, so that nothing read here stays in memory; drafts of this tab go too.
 */
export function useSignOut(): { signOut: () => void; pending: boolean } {
  const end = trpc.session.end.useMutation({
    onSettled: () => {
      window.sessionStorage.clear();
      forgetNext();
      window.location.replace("/sign-in");
    },
  });
  return { signOut: () => end.mutate(), pending: end.isPending || end.isSuccess };
}
