"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ConfirmDialog } from "@/components/staff/confirm-dialog";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import type { InvitationShape } from "@/server/features/invitations/schema";
import { RoomDialog } from "./room-dialog";
import { SendDialog } from "./send-dialog";

type ActionsProps = {
  practiceId: string;
  invitation: InvitationShape;
  onChanged: () => void;
};

/** What can be done with an invitation: a code in the room, another mail, another address, taking it back. */
export function InvitationActions({ practiceId, invitation, onChanged }: ActionsProps) {
  const router = useRouter();
  const changed = () => {
    onChanged();
    router.refresh();
  };
  const partner = invitation.roles.length === 0;
  return (
    <div className="flex flex-wrap gap-2">
      {partner && <RoomDialog practiceId={practiceId} invitation={invitation} onChanged={changed} />}
      <SendDialog practiceId={practiceId} invitation={invitation} onChanged={changed} />
      {invitation.state === "open" && <Revoke practiceId={practiceId} invitation={invitation} onChanged={changed} />}
    </div>
  );
}

function Revoke({ practiceId, invitation, onChanged }: ActionsProps) {
  const words = useTranslations("invitations");
  const [open, setOpen] = useState(false);
  const { name, invitationId } = invitation;
  const revoke = trpc.invitations.revoke.useMutation({
    onSuccess: () => {
      setOpen(false);
      onChanged();
    },
  });
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button variant="quiet" size="small" aria-label={words("line.revokeLabel", { name })}>
          {words("line.revoke")}
        </Button>
      }
      title={words("revokeDialog.title", { name })}
      description={words("revokeDialog.text")}
      confirm={words("revokeDialog.confirm")}
      pending={revoke.isPending}
      onConfirm={() => revoke.mutate({ practiceId, invitationId })}
      error={revoke.error}
    />
  );
}
