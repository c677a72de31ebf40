"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ConfirmDialog } from "@/components/staff/confirm-dialog";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";

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
    <ConfirmDialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button variant="quiet" size="small" aria-label={words("endLabel", { title })} className="-my-0.5">
          {words("end")}
        </Button>
      }
      title={words("endTitle", { title })}
      description={words("endText", { names })}
      confirm={words("endConfirm")}
      pending={end.isPending}
      onConfirm={() => end.mutate(ids)}
      error={end.error}
    />
  );
}
