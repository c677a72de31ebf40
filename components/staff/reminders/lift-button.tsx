"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import { FaultBanner } from "../fault-banner";

/** Sends to somebody's address again, after the practice has made sure that it is right. */
export function LiftButton({ name, ...ids }: { practiceId: string; personId: string; name: string }) {
  const words = useTranslations("reminders.mail");
  const router = useRouter();
  const toast = useToast();
  const lift = trpc.reminders.liftFor.useMutation({
    onSuccess: () => {
      toast({ text: words("lifted", { name }) });
      router.refresh();
    },
  });
  return (
    <>
      <Button
        variant="ghost"
        size="small"
        pending={lift.isPending}
        aria-label={words("liftLabel", { name })}
        onClick={() => lift.mutate(ids)}
      >
        {words("lift")}
      </Button>
      <FaultBanner error={lift.error} />
    </>
  );
}
