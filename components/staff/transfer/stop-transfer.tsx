"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ConfirmDialog } from "@/components/staff/confirm-dialog";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";

type StopTransferProps = { practiceId: string; coupleId: string; transferId: string; waiting: boolean };

/** Takes a transfer back after a question. `waiting`: only its code is out. */
export function StopTransfer({ waiting, ...ids }: StopTransferProps) {
  const words = useTranslations("transfers.page.stop");
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
    <ConfirmDialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button variant="quiet" size={waiting ? undefined : "small"}>
          {words(waiting ? "takeBack" : "open")}
        </Button>
      }
      title={words("title")}
      description={words("text")}
      confirm={words("confirm")}
      pending={stop.isPending}
      onConfirm={() => stop.mutate(ids)}
      error={stop.error}
    />
  );
}
