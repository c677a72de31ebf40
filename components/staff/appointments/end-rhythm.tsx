"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ConfirmDialog } from "@/components/staff/confirm-dialog";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";

/** Ends the standing rhythm, after a question. */
export function EndRhythm(which: { practiceId: string; coupleId: string; rhythmId: string }) {
  const words = useTranslations("appointments.rhythm");
  const router = useRouter();
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const end = trpc.appointments.endRhythm.useMutation({
    onSuccess: () => {
      setOpen(false);
      toast({ text: words("ended") });
      router.refresh();
    },
  });
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button variant="quiet" size="small">
          {words("end")}
        </Button>
      }
      title={words("endTitle")}
      description={words("endText")}
      confirm={words("endConfirm")}
      pending={end.isPending}
      onConfirm={() => end.mutate(which)}
      error={end.error}
    />
  );
}
