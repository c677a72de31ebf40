"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ConfirmDialog } from "@/components/staff/confirm-dialog";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { SectionCard } from "@/components/ui/card";
import { useToast } from "@/components/ui/toast";
import type { LicencesPage, SupervisionRow } from "@/server/features/licences/schema";
import { SupervisionForm } from "./supervision-form";
import { useFullDate } from "./words";

type SupervisionProps = Pick<LicencesPage, "viewer" | "personId" | "supervisions" | "therapists">;

/** Who assigns under whose licence; owners say so. */
export function Supervision({ viewer, personId, supervisions, therapists }: SupervisionProps) {
  const words = useTranslations("licences.supervision");
  const [adding, setAdding] = useState(false);
  const owner = viewer.roles.includes("OWNER");
  if (!owner && supervisions.length === 0) return null;
  const enough = therapists.length > 1;
  return (
    <SectionCard title={words("title")} text={words("text")}>
      {supervisions.length > 0 ? (
        <ul className="divide-y divide-line">
          {supervisions.map((row) => (
            <Row key={row.supervisionId} {...{ row, personId, owner, viewer }} />
          ))}
        </ul>
      ) : (
        <p className="text-14 text-ink-soft">{words(enough ? "empty" : "needTwo")}</p>
      )}
      {owner && enough && !adding && (
        <Button variant="ghost" size="small" className="mt-3" onClick={() => setAdding(true)}>
          {words("add")}
        </Button>
      )}
      {adding && <SupervisionForm {...{ viewer, personId, therapists }} onClose={() => setAdding(false)} />}
    </SectionCard>
  );
}

type RowProps = { row: SupervisionRow; personId: string; owner: boolean; viewer: SupervisionProps["viewer"] };

function Row({ row, personId, owner, viewer }: RowProps) {
  const words = useTranslations("licences.supervision");
  const fullDate = useFullDate();
  const { associate, supervisor } = row;
  const sentence =
    row.associateId === personId
      ? words("mineBy", { supervisor })
      : row.supervisorId === personId
        ? words("mineOf", { associate })
        : words("row", { associate, supervisor });
  const span = [
    words(row.from > viewer.today ? "from" : "since", { date: fullDate(row.from) }),
    row.until && words("until", { date: fullDate(row.until) }),
  ];
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 py-3">
      <div className="min-w-0 grow basis-40">
        <p className="font-semibold text-15">{sentence}</p>
        <p className="text-13 text-ink-soft">{span.filter(Boolean).join(", ")}</p>
        {!row.covered && <p className="text-14 text-attention-ink">{words("uncovered", { supervisor })}</p>}
      </div>
      {owner && row.associateId !== personId && <End row={row} practiceId={viewer.practiceId} />}
    </li>
  );
}

function End({ row, practiceId }: { row: SupervisionRow; practiceId: string }) {
  const words = useTranslations("licences.supervision");
  const router = useRouter();
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const { associate, supervisor, supervisionId } = row;
  const end = trpc.licences.endSupervision.useMutation({
    onSuccess: () => {
      setOpen(false);
      toast({ text: words("ended", { associate }) });
      router.refresh();
    },
  });
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={setOpen}
      title={words("endTitle")}
      description={words("endText", { associate, supervisor })}
      trigger={
        <Button variant="quiet" size="small" aria-label={words("endLabel", { associate })}>
          {words("end")}
        </Button>
      }
      confirm={words("end")}
      pending={end.isPending}
      onConfirm={() => end.mutate({ practiceId, supervisionId })}
      error={end.error}
    />
  );
}
