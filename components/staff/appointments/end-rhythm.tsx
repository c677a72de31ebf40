"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { useToast } from "@/components/ui/toast";
import { FaultBanner } from "../fault-banner";

/** Ends the standing rhythm, after a question. */
export function EndRhythm(which: { practiceId: string; coupleId: string; rhythmId: string }) {
  const words = useTranslations("appointments.rhythm");
  const common = useTranslations("common");
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
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button variant="quiet" size="small">
          {words("end")}
        </Button>
      }
      title={words("endTitle")}
      description={words("endText")}
      footer={
        <>
          <DialogClose>
            <Button variant="quiet">{common("cancel")}</Button>
          </DialogClose>
          <Button variant="danger" pending={end.isPending} onClick={() => end.mutate(which)}>
            {words("endConfirm")}
          </Button>
        </>
      }
    >
      <FaultBanner error={end.error} />
    </Dialog>
  );
}
