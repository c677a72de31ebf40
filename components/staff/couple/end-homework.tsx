"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { useToast } from "@/components/ui/toast";
import { FaultBanner } from "../fault-banner";

type EndHomeworkProps = {
  practiceId: string;
  coupleId: string;
  assignmentId: string;
  title: string;
  /** Who will no longer be asked. */
  names: string;
};

/** Ends one homework, after a question. */
export function EndHomework({ title, names, ...ids }: EndHomeworkProps) {
  const words = useTranslations("staff.homework");
  const common = useTranslations("common");
  const router = useRouter();
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const end = trpc.homework.end.useMutation({
    onSuccess: () => {
      setOpen(false);
      toast({ text: words("endedToast", { title }) });
      router.refresh();
    },
  });
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button variant="quiet" size="small" aria-label={words("endLabel", { title })} className="-my-0.5">
          {words("end")}
        </Button>
      }
      title={words("endTitle", { title })}
      description={words("endText", { names })}
      footer={
        <>
          <DialogClose>
            <Button variant="quiet">{common("cancel")}</Button>
          </DialogClose>
          <Button variant="danger" pending={end.isPending} onClick={() => end.mutate(ids)}>
            {words("endConfirm")}
          </Button>
        </>
      }
    >
      <FaultBanner error={end.error} />
    </Dialog>
  );
}
