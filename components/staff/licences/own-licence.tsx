"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ConfirmDialog } from "@/components/staff/confirm-dialog";
import { owns } from "@/components/staff/places";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { useToast } from "@/components/ui/toast";
import type { LicenceCard } from "@/server/features/licences/schema";
import type { StaffViewer } from "@/server/features/people/schema";
import { ConfirmForm } from "./confirm-form";
import { LicenceFacts, StatusChip, useLicenceName } from "./licence-facts";
import type { Opened } from "./licence-form";
import { RegistryFinding } from "./registry-finding";
import { statusOn, useFullDate, useOutcome } from "./words";

type OwnProps = {
  licence: LicenceCard;
  all: readonly LicenceCard[];
  viewer: StaffViewer;
  sole: boolean;
  onOpen: (opened: Opened) => void;
};

/** One of one's own licences: its state in words, what the registry says, and what can be done. */
export function OwnLicence({ licence, all, viewer, sole, onOpen }: OwnProps) {
  const licenceName = useLicenceName();
  const { today, timeZone, practiceId } = viewer;
  const decides = sole ? "oneself" : owns(viewer) ? "anotherOwner" : "anOwner";
  const waits = licence.status === "SUBMITTED";
  const asked = licence.registryStatus !== "NONE" && statusOn(licence, today) !== "EXPIRED";
  return (
    <Card className="grid gap-3.5 p-5 sm:px-6">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <h3 className="font-semibold text-16">{licenceName(licence)}</h3>
        <StatusChip licence={licence} today={today} />
      </div>
      <LicenceFacts licence={licence} today={today} />
      <Sentence {...{ licence, all, timeZone, today }} decides={decides} />
      {asked && <RegistryFinding licence={licence} timeZone={timeZone} />}
      {waits && sole && <ConfirmForm licence={licence} practiceId={practiceId} own />}
      <div className="flex flex-wrap gap-2.5 empty:hidden">
        <Actions {...{ licence, all, today, onOpen }} />
        {waits && <Withdraw licenceId={licence.licenceId} practiceId={practiceId} />}
      </div>
    </Card>
  );
}

/** Who decides of one's own licence that waits: with colleagues, never oneself, so an only owner must make somebody else one. */
const waitingFor = {
  oneself: "statusText.SUBMITTED_SOLE",
  anotherOwner: "statusText.SUBMITTED_OWNER",
  anOwner: "statusText.SUBMITTED",
} as const;

type SentenceProps = Pick<OwnProps, "licence" | "all"> & {
  timeZone: string;
  today: string;
  decides: keyof typeof waitingFor;
};

function Sentence({ licence, all, decides, timeZone, today }: SentenceProps) {
  const words = useTranslations("licences");
  const outcome = useOutcome(timeZone);
  const fullDate = useFullDate();
  const replaced = all.find((one) => one.licenceId === licence.replacesId);
  const renewal = all.find((one) => one.replacesId === licence.licenceId && one.status === "SUBMITTED");
  const lines = [
    outcome(licence, today),
    licence.status === "SUBMITTED" && words(waitingFor[decides]),
    replaced &&
      statusOn(replaced, today) === "VERIFIED" &&
      words("card.renews", { date: fullDate(replaced.expiresOn) }),
    licence.status === "SUBMITTED" && replaced?.status === "REJECTED" && words("card.corrects"),
    renewal && licence.status === "VERIFIED" && words("card.renewalWaits", { date: fullDate(licence.expiresOn) }),
  ];
  return <p className="text-15 text-ink-soft">{lines.filter(Boolean).join(" ")}</p>;
}

function Actions({ licence, all, today, onOpen }: Pick<OwnProps, "licence" | "all" | "onOpen"> & { today: string }) {
  const words = useTranslations("licences.card");
  const status = statusOn(licence, today);
  const followed = all.some((one) => one.replacesId === licence.licenceId && one.status !== "REJECTED");
  if (followed || status === "SUBMITTED" || status === "SUSPENDED") return null;
  const purpose = status === "REJECTED" ? "Again" : "Renew";
  return (
    <Button variant="ghost" size="small" onClick={() => onOpen({ purpose, licence })}>
      {words(purpose === "Again" ? "again" : "renew")}
    </Button>
  );
}

function Withdraw({ licenceId, practiceId }: { licenceId: string; practiceId: string }) {
  const words = useTranslations("licences.card");
  const router = useRouter();
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const withdraw = trpc.licences.withdraw.useMutation({
    onSuccess: () => {
      setOpen(false);
      toast({ text: words("withdrawn") });
      router.refresh();
    },
  });
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={setOpen}
      title={words("withdrawTitle")}
      description={words("withdrawText")}
      trigger={
        <Button variant="quiet" size="small">
          {words("withdraw")}
        </Button>
      }
      confirm={words("withdraw")}
      pending={withdraw.isPending}
      onConfirm={() => withdraw.mutate({ practiceId, licenceId })}
      error={withdraw.error}
      harmless
    />
  );
}
