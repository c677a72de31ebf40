"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { CoupleInvitations } from "./couple-invitations";

type ManageProps = { practiceId: string; coupleId: string; names: string };

/** Opens the invitations of one couple above the list. */
export function ManageInvitations({ practiceId, coupleId, names }: ManageProps) {
  const words = useTranslations("invitations.line");
  return (
    <Dialog
      size="large"
      trigger={
        <Button variant="quiet" size="small" aria-label={words("manageLabel", { names })} className="-ml-3">
          {words("manage")}
        </Button>
      }
      title={words("manageTitle")}
    >
      <CoupleInvitations practiceId={practiceId} coupleId={coupleId} />
    </Dialog>
  );
}
