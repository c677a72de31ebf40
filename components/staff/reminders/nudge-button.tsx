"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import { FaultBanner } from "../fault-banner";

type NudgeProps = { practiceId: string; coupleId: string; personId: string; name: string };

/** Reminds one partner now, once for what is open. The other one learns nothing of it. */
export function NudgeButton({ name, ...ids }: NudgeProps) {
  const words = useTranslations("reminders.nudge");
  const router = useRouter();
  const toast = useToast();
  const nudge = trpc.reminders.nudge.useMutation({
    onSuccess: () => {
      toast({ text: words("toast", { name }) });
      router.refresh();
    },
  });
  return (
    <>
      <Button
        variant="ghost"
        size="small"
        pending={nudge.isPending}
        aria-label={words("label", { name })}
        onClick={() => nudge.mutate(ids)}
      >
        {words("button")}
      </Button>
      <FaultBanner error={nudge.error} />
    </>
  );
}
