"use client";

import { useRouter } from "next/navigation";
import { trpc } from "@/components/trpc/client";
import { rememberChoice } from "@/components/ui/preference-cookie";
import { forgetNext } from "./kept-next";

/** Goes on after signing in: in one's own language, to a path that `safeNext` has judged, found out when it is time at the latest. */
export function useArrive(next: string | (() => string)): () => Promise<void> {
  const router = useRouter();
  const utils = trpc.useUtils();
  return async () => {
    const { locale } = await utils.home.places.fetch();
    if (locale) rememberChoice("locale", locale); // one's own language, on whatever device
    router.replace(typeof next === "string" ? next : next());
    forgetNext();
    router.refresh();
  };
}
