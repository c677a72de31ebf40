"use client";

import clsx from "clsx";
import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { civilInstant } from "@/components/couple/civil";
import { ConfirmDialog } from "@/components/staff/confirm-dialog";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { SectionCard } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { useToast } from "@/components/ui/toast";
import type { ReceptionsPage } from "@/server/features/transfers/schema";
import { places } from "../places";

type Reception = ReceptionsPage["receptions"][number];

/** The couples that a therapist took on with a code: who sends them, and whether somebody has arrived. */
export function ReceptionList({ page: { receptions, viewer } }: { page: ReceptionsPage }) {
  const words = useTranslations("transfers.receive");
  return (
    <SectionCard title={words("list")}>
      {receptions.length === 0 ? (
        <p className="text-15 text-ink-soft">{words("empty.text")}</p>
      ) : (
        <ul className="divide-y divide-line">
          {receptions.map((one) => (
            <ReceptionRow key={one.receptionId} reception={one} practiceId={viewer.practiceId} />
          ))}
        </ul>
      )}
    </SectionCard>
  );
}

function ReceptionRow({ reception, practiceId }: { reception: Reception; practiceId: string }) {
  const words = useTranslations("transfers.receive");
  const format = useFormatter();
  const day = (date: string) => format.dateTime(civilInstant(date), { day: "numeric", month: "long", timeZone: "UTC" });
  const { practiceName: practice, therapistName: therapist, coupleId, state, on, until } = reception;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3">
      <div className="min-w-56 grow basis-0">
        <p className="font-semibold text-15">{words("from", { therapist, practice })}</p>
        <p className="text-14 text-ink-soft">
          {words("on", { on: day(on) })}{" "}
          {coupleId ? `${words("arrived")}.` : state === "over" ? words("over") : words("waits", { until: day(until) })}
        </p>
      </div>
      <div className={clsx("flex flex-wrap gap-2", !coupleId && "max-sm:-ml-3.5")}>
        {coupleId && (
          <LinkButton href={places.couple(practiceId, coupleId)} prefetch={false} variant="ghost" size="small">
            {words("openCouple")}
          </LinkButton>
        )}
        {state === "waits" && <GiveBack practiceId={practiceId} reception={reception} />}
      </div>
    </li>
  );
}

function GiveBack({ practiceId, reception }: { practiceId: string; reception: Reception }) {
  const words = useTranslations("transfers.receive.giveBack");
  const router = useRouter();
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const { receptionId, therapistName: therapist } = reception;
  const give = trpc.transfers.giveBack.useMutation({
    onSuccess: () => {
      setOpen(false);
      toast({ text: words("done") });
      router.refresh();
    },
  });
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button variant="quiet" size="small" aria-label={words("label", { therapist })}>
          {words("open")}
        </Button>
      }
      title={words("title")}
      description={words("text")}
      confirm={words("confirm")}
      pending={give.isPending}
      onConfirm={() => give.mutate({ practiceId, receptionId })}
      error={give.error}
    />
  );
}
