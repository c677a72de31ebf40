"use client";

import { useRouter } from "next/navigation";
import { useRef } from "react";
import { v4 as uuidv4 } from "uuid";
import { trpc } from "@/components/trpc/client";
import { useToast } from "@/components/ui/toast";
import { places } from "../places";
import { useOwnWords } from "./use-own-words";

/** Begins a draft and opens it: empty, or like a strategy of the library or of the practice. Pressed twice it begins one. */
export function useBegin(practiceId: string) {
  const { words } = useOwnWords();
  const router = useRouter();
  const toast = useToast();
  const clientId = useRef<string>(undefined);
  const create = trpc.strategies.create.useMutation({
    onSuccess: ({ strategyId }) => {
      clientId.current = undefined;
      toast({ text: words("library.created") });
      router.push(places.ownStrategy(practiceId, strategyId));
    },
  });
  const begin = (like: string | null) => {
    clientId.current ??= uuidv4();
    create.mutate({ practiceId, clientId: clientId.current, like });
  };
  return { begin, pending: create.isPending, error: create.error };
}
