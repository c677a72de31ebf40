"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { v4 as uuidv4 } from "uuid";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Skeleton } from "@/components/ui/skeleton";
import { useToast } from "@/components/ui/toast";
import { useMoney } from "@/components/ui/use-money";
import type { PlanInterval } from "@/content/plans";
import type { Preview } from "@/server/features/billing/schema";
import type { StaffViewer } from "@/server/features/people/schema";
import { FaultBanner } from "../fault-banner";
import { Amount, useDay } from "./amounts";

type SwitchProps = { viewer: StaffViewer; to: PlanInterval };

/** Paying yearly instead of monthly, or back: first what it comes to, then the button. */
export function SwitchInterval({ viewer, to }: SwitchProps) {
  const words = useTranslations("billing.switch");
  const common = useTranslations("common");
  const router = useRouter();
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const [clientId, renew] = useState(() => uuidv4());
  const ids = { practiceId: viewer.practiceId, interval: to };
  const fresh = { enabled: open, gcTime: 0, staleTime: 0, refetchOnWindowFocus: false };
  const preview = trpc.billing.preview.useQuery({ ...ids, change: "INTERVAL" }, fresh);
  const change = trpc.billing.changeInterval.useMutation({
    onSuccess: () => {
      setOpen(false);
      renew(uuidv4());
      toast({ text: words(`done${to}`) });
      router.refresh();
    },
  });
  const steer = (next: boolean) => {
    setOpen(next);
    change.reset();
  };
  const { data } = preview;
  const send = () => data && change.mutate({ ...ids, prorationDate: data.prorationDate, clientId });
  return (
    <Dialog
      open={open}
      onOpenChange={steer}
      trigger={<Button variant="quiet">{words(`to${to}`)}</Button>}
      title={words(`to${to}`)}
      description={words("text")}
      footer={
        <>
          <DialogClose>
            <Button variant="quiet">{common("cancel")}</Button>
          </DialogClose>
          <Button pending={change.isPending} disabled={!data} onClick={send}>
            {words(`to${to}`)}
          </Button>
        </>
      }
    >
      {preview.isFetching && <Skeleton className="h-24" />}
      {data && !preview.isFetching && <Comes preview={data} viewer={viewer} />}
      <FaultBanner error={change.error ?? preview.error} />
    </Dialog>
  );
}

function Comes({ preview, viewer }: { preview: Preview; viewer: StaffViewer }) {
  const words = useTranslations("billing.switch");
  const money = useMoney();
  const day = useDay();
  const { dueNow, prorated, currency, next, nextAt, interval } = preview;
  const credit = prorated < 0;
  const regular = words(`then${interval}`, { amount: money(next, currency) });
  return (
    <dl>
      {dueNow && prorated !== 0 ? (
        <Amount label={words(credit ? "credit" : "now")} hint={words(credit ? "creditHint" : "nowHint")}>
          {money(Math.abs(prorated), currency, true)}
        </Amount>
      ) : (
        <Amount label={words("now")}>{words("nothingNow")}</Amount>
      )}
      <Amount label={words("then")} hint={nextAt && words("nextAt", { date: day(nextAt, viewer) })}>
        {regular}
      </Amount>
    </dl>
  );
}
