"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import { FaultBanner } from "../fault-banner";

/** Puts the list of first steps away, with a way back, or brings it back. */
export function HideStart({ practiceId, hidden }: { practiceId: string; hidden: boolean }) {
  const words = useTranslations("practice.start");
  const router = useRouter();
  const toast = useToast();
  const set = trpc.practices.hideStart.useMutation({ onSuccess: () => router.refresh() });
  const hide = () =>
    set.mutate(
      { practiceId, hidden: true },
      {
        onSuccess: () => toast({ text: words("hiddenToast"), undo: () => set.mutate({ practiceId, hidden: false }) }),
      },
    );
  return (
    <>
      <FaultBanner error={set.error} />
      <Button
        variant={hidden ? "ghost" : "quiet"}
        size={hidden ? "small" : undefined}
        pending={set.isPending}
        onClick={hidden ? () => set.mutate({ practiceId, hidden: false }) : hide}
      >
        {words(hidden ? "show" : "hide")}
      </Button>
    </>
  );
}
