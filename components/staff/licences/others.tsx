"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ConfirmDialog } from "@/components/staff/confirm-dialog";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { SectionCard } from "@/components/ui/card";
import { Dialog } from "@/components/ui/dialog";
import { useToast } from "@/components/ui/toast";
import type { LicenceCard, LicencesPage } from "@/server/features/licences/schema";
import type { StaffViewer } from "@/server/features/people/schema";
import { ConfirmForm } from "./confirm-form";
import { StatusChip, useLicenceName } from "./licence-facts";
import { statusOn, useFullDate, useOutcome } from "./words";

/** Everybody's decided licences, for owners: what holds, how it was confirmed, and a way to suspend it. */
export function Others({ viewer, others, therapists }: Pick<LicencesPage, "viewer" | "others" | "therapists">) {
  const words = useTranslations("licences.others");
  const decided = others.filter((one) => one.status !== "SUBMITTED");
  const unlicensed = therapists.filter((one) => !one.licensed).map((one) => one.name);
  return (
    <SectionCard title={words("title")} text={decided.length > 0 ? words("text") : words("empty")}>
      {unlicensed.length > 0 && (
        <p className="mb-3 font-medium text-14 text-attention-ink">
          {words("unlicensed", { names: unlicensed.join(", ") })}
        </p>
      )}
      <ul className="divide-y divide-line">
        {decided.map((licence) => (
          <Decided key={licence.licenceId} licence={licence} viewer={viewer} />
        ))}
      </ul>
    </SectionCard>
  );
}

function Decided({ licence, viewer }: { licence: LicenceCard; viewer: StaffViewer }) {
  const words = useTranslations("licences.card");
  const { today, timeZone, practiceId } = viewer;
  const licenceName = useLicenceName();
  const outcome = useOutcome(timeZone);
  const fullDate = useFullDate();
  const status = statusOn(licence, today);
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-3.5">
      <div className="min-w-0 grow basis-72">
        <h3 className="flex flex-wrap items-center gap-x-2.5 gap-y-1 font-semibold text-15">
          {licence.name}
          <StatusChip licence={licence} today={today} />
        </h3>
        <p className="text-14">
          {licenceName(licence)} <span className="figures text-ink-soft">{licence.number}</span>
        </p>
        <p className="text-13 text-ink-soft">
          {words("until")} {fullDate(licence.expiresOn)}. {outcome(licence, today)}
          {licence.boardReference && ` ${licence.boardReference}`}
        </p>
      </div>
      {status === "VERIFIED" && <Suspend licence={licence} practiceId={practiceId} />}
      {status === "SUSPENDED" && <Reinstate licence={licence} practiceId={practiceId} />}
    </li>
  );
}

type DialogProps = { licence: LicenceCard; practiceId: string };

function Suspend({ licence, practiceId }: DialogProps) {
  const words = useTranslations("licences.others");
  const router = useRouter();
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const { licenceId, name } = licence;
  const decide = trpc.licences.decide.useMutation({
    onSuccess: () => {
      setOpen(false);
      toast({ text: words("suspended", { name }) });
      router.refresh();
    },
  });
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={setOpen}
      title={words("suspendTitle")}
      description={words("suspendText", { name })}
      trigger={
        <Button variant="quiet" size="small" aria-label={words("suspendLabel", { name })}>
          {words("suspend")}
        </Button>
      }
      confirm={words("suspend")}
      pending={decide.isPending}
      onConfirm={() => decide.mutate({ practiceId, licenceId, verdict: "SUSPENDED" })}
      error={decide.error}
    />
  );
}

function Reinstate({ licence, practiceId }: DialogProps) {
  const words = useTranslations("licences");
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={words("others.reinstateTitle")}
      description={words("queue.text")}
      trigger={
        <Button variant="ghost" size="small">
          {words("others.reinstate")}
        </Button>
      }
    >
      <ConfirmForm licence={licence} practiceId={practiceId} onDone={() => setOpen(false)} />
    </Dialog>
  );
}
