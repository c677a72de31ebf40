"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { v4 as uuidv4 } from "uuid";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import type { StaffViewer } from "@/server/features/people/schema";
import { ConfirmDialog } from "../confirm-dialog";
import { FaultBanner } from "../fault-banner";
import { useDay } from "./amounts";

type CancelProps = { viewer: StaffViewer; cancelAt: Date | null; periodEnd: Date | null; failing: boolean };

/** Ends Practice with the paid period, after a question; takes that back until it has come about. */
export function CancelOrKeep({ viewer, cancelAt, periodEnd, failing }: CancelProps) {
  return cancelAt ? (
    <Keep practiceId={viewer.practiceId} />
  ) : (
    <Cancel viewer={viewer} until={failing ? null : periodEnd} />
  );
}

/** What follows a change that was made: said, and the page as it is now. */
function useDone(text: string): () => void {
  const router = useRouter();
  const toast = useToast();
  return () => {
    toast({ text });
    router.refresh();
  };
}

function Cancel({ viewer, until }: { viewer: StaffViewer; until: Date | null }) {
  const words = useTranslations("billing.cancel");
  const day = useDay();
  const done = useDone(words("done"));
  const [open, setOpen] = useState(false);
  const [clientId, renew] = useState(() => uuidv4());
  const cancel = trpc.billing.cancel.useMutation({
    onSuccess: () => {
      setOpen(false);
      renew(uuidv4());
      done();
    },
  });
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button variant="quiet">{words("open")}</Button>}
      title={words("title")}
      description={until ? words("text", { date: day(until, viewer) }) : words("textNow")}
      confirm={words("confirm")}
      leave={words("resume")}
      pending={cancel.isPending}
      onConfirm={() => cancel.mutate({ practiceId: viewer.practiceId, clientId })}
      error={cancel.error}
    />
  );
}

function Keep({ practiceId }: { practiceId: string }) {
  const words = useTranslations("billing.cancel");
  const done = useDone(words("resumed"));
  const [clientId, renew] = useState(() => uuidv4());
  const resume = trpc.billing.resume.useMutation({
    onSuccess: () => {
      renew(uuidv4());
      done();
    },
  });
  return (
    <>
      <Button pending={resume.isPending} onClick={() => resume.mutate({ practiceId, clientId })}>
        {words("resume")}
      </Button>
      <FaultBanner error={resume.error} />
    </>
  );
}
