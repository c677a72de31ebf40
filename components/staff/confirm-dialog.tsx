"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { FaultBanner } from "./fault-banner";

type ConfirmDialogProps = {
  title: ReactNode;
  /** What follows, in one or two sentences. */
  description: ReactNode;
  /** The element that opens it; leave out when `open` is steered from elsewhere. */
  trigger?: ReactNode;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** The words of the button that does it. */
  confirm: string;
  onConfirm: () => void;
  pending: boolean;
  error: Parameters<typeof FaultBanner>[0]["error"];
  /** The words of the button that leaves all as it is, where "Cancel" could be taken for the other one. */
  leave?: string;
  /** What is done takes nothing away. */
  harmless?: boolean;
};

/** Asks before something is done that is not easily undone; what went wrong stands in it, and it stays open then. */
export function ConfirmDialog({ confirm, onConfirm, pending, error, leave, harmless, ...dialog }: ConfirmDialogProps) {
  const common = useTranslations("common");
  return (
    <Dialog
      {...dialog}
      footer={
        <>
          <DialogClose>
            <Button variant="quiet">{leave ?? common("cancel")}</Button>
          </DialogClose>
          <Button variant={harmless ? "primary" : "danger"} pending={pending} onClick={onConfirm}>
            {confirm}
          </Button>
        </>
      }
    >
      <FaultBanner error={error} />
    </Dialog>
  );
}
