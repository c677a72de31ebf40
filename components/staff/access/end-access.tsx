"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { v4 as uuidv4 } from "uuid";
import { ConfirmDialog } from "@/components/staff/confirm-dialog";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import type { AccessRow } from "@/server/features/clinicians/schema";
import { places } from "../places";

type EndAccessProps = { practiceId: string; coupleId: string; row: AccessRow; reads: boolean };

/** Ends somebody's access after a question; whoever ended another's may take it back. */
export function EndAccess({ practiceId, coupleId, row, reads }: EndAccessProps) {
  const words = useTranslations("people.access.end");
  const [open, setOpen] = useState(false);
  const end = useEnd({ practiceId, coupleId, row, reads }, () => setOpen(false));
  const who = row.self ? "self" : "other";
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button variant="quiet" size="small" aria-label={words("label", { name: row.name })}>
          {words(row.self ? "leave" : "end")}
        </Button>
      }
      title={words(`title.${who}`, { name: row.name })}
      description={words(`text.${who}`, { name: row.name })}
      confirm={words(row.self ? "leave" : "confirm")}
      pending={end.pending}
      onConfirm={end.send}
      error={end.error}
    />
  );
}

function useEnd({ practiceId, coupleId, row, reads }: EndAccessProps, onDone: () => void) {
  const words = useTranslations("people.access.end");
  const router = useRouter();
  const toast = useToast();
  const at = { practiceId, coupleId };
  const back = trpc.clinicians.add.useMutation({ onSettled: () => router.refresh() });
  const { personId, role, until } = row;
  const undo = () => {
    if (role === "PRIMARY") return;
    back.mutate({ ...at, clientId: uuidv4(), personId, role, until: role === "COVERING" ? until : null });
  };
  const done = {
    onSuccess: () => {
      onDone();
      // Emergency access and one's own leaving are not taken back by a tap.
      toast({ text: words("done", { name: row.name }), undo: reads && !row.self && !row.emergency ? undo : undefined });
      if (row.self) router.push(places.caseload(practiceId));
      router.refresh();
    },
  };
  const end = trpc.clinicians.end.useMutation(done);
  const endEmergency = trpc.clinicians.endEmergency.useMutation(done);
  const used = reads ? end : endEmergency;
  const { coupleClinicianId } = row;
  return { send: () => used.mutate({ ...at, coupleClinicianId }), pending: used.isPending, error: used.error };
}
