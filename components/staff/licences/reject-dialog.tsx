"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FaultBanner } from "@/components/staff/fault-banner";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { RadioCards } from "@/components/ui/radio-cards";
import { useToast } from "@/components/ui/toast";
import { type LicenceCard, type Rejection, rejection } from "@/server/features/licences/schema";

/** Sends a licence back with a reason that its holder can do something about. */
export function RejectDialog({ licence, practiceId }: { licence: LicenceCard; practiceId: string }) {
  const words = useTranslations("licences");
  const common = useTranslations("common");
  const router = useRouter();
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState<Rejection | null>(null);
  const [missing, setMissing] = useState(false);
  const { licenceId, name } = licence;
  const decide = trpc.licences.decide.useMutation({
    onSuccess: () => {
      setOpen(false);
      toast({ text: words("queue.rejected", { name }) });
      router.refresh();
    },
  });
  const send = () => {
    setMissing(reason === null);
    if (reason) decide.mutate({ practiceId, licenceId, verdict: "REJECTED", reason });
  };
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={words("queue.rejectTitle")}
      description={words("queue.rejectText", { name })}
      trigger={<Button variant="quiet">{words("queue.reject")}</Button>}
      footer={
        <>
          <DialogClose>
            <Button variant="quiet">{common("cancel")}</Button>
          </DialogClose>
          <Button variant="danger" pending={decide.isPending} onClick={send}>
            {words("queue.rejectConfirm")}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <RadioCards
          name={`reason-${licenceId}`}
          legend={words("queue.rejectTitle")}
          legendHidden
          value={reason}
          onValueChange={setReason}
          error={missing && reason === null ? words("queue.chooseReason") : undefined}
          options={rejection.options.map((value) => ({ value, label: words(`rejected.${value}`) }))}
        />
        <FaultBanner error={decide.error} />
      </div>
    </Dialog>
  );
}
