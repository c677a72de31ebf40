"use client";

import type { ReactNode } from "react";
import { Dialog } from "@/components/ui/dialog";
import { raised } from "@/components/unlock/raised";

type FormDialogProps = {
  title: string;
  description?: string;
  open: boolean;
  onClose: () => void;
  children: ReactNode;
};

/** A short form above the page, in the size of letters of the partners' side. */
export function FormDialog({ title, description, open, onClose, children }: FormDialogProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => !next && onClose()}
      title={title}
      description={description && <span className="text-16">{description}</span>}
      size="small"
    >
      <div className={raised}>{children}</div>
    </Dialog>
  );
}
