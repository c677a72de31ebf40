"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { useToast } from "@/components/ui/toast";
import { FaultBanner } from "../fault-banner";

type StopTransferProps = { practiceId: string; coupleId: string; transferId: string; waiting: boolean };

/** Takes a transfer back after a question. `waiting`: only its code is out. */
export function StopTransfer({ waiting, ...ids }: StopTransferProps) {
  const words = useTranslations("transfers.page.stop");
  const common = useTranslations("common");
  const router = useRouter();
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const stop = trpc.transfers.stop.useMutation({
    onSuccess: () => {
      setOpen(false);
      toast({ text: words("done") });
      router.refresh();
    },
  });
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button variant="quiet" size={waiting ? undefined : "small"}>
          {words(waiting ? "takeBack" : "open")}
        </Button>
      }
      title={words("title")}
      description={words("text")}
      footer={
        <>
          <DialogClose>
            <Button variant="quiet">{common("cancel")}</Button>
          </DialogClose>
          <Button variant="danger" pending={stop.isPending} onClick={() => stop.mutate(ids)}>
            {words("confirm")}
          </Button>
        </>
      }
    >
      <FaultBanner error={stop.error} />
    </Dialog>
  );
}
