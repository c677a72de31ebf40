"use client";

import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { v4 as uuidv4 } from "uuid";
import { civilInstant } from "@/components/couple/civil";
import { trpc } from "@/components/trpc/client";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { SectionCard } from "@/components/ui/card";
import type { Started, TransferPage } from "@/server/features/transfers/schema";
import { FaultBanner } from "../fault-banner";
import { StopTransfer } from "./stop-transfer";

type CodePanelProps = {
  practiceId: string;
  coupleId: string;
  /** A code that is out and was not used. */
  waiting: NonNullable<TransferPage["transfer"]> | null;
  /** One was started before and is over. */
  over: boolean;
};

/** Making a code for the therapist who goes on. It is shown here once, and gone with the page. */
export function CodePanel({ practiceId, coupleId, waiting, over }: CodePanelProps) {
  const words = useTranslations("transfers.page");
  const format = useFormatter();
  const router = useRouter();
  const [clientId, setClientId] = useState(() => uuidv4());
  const start = trpc.transfers.start.useMutation({
    onSuccess: () => {
      setClientId(uuidv4());
      router.refresh();
    },
  });
  const day = (date: string) => format.dateTime(civilInstant(date), { day: "numeric", month: "long", timeZone: "UTC" });
  const { data: shown } = start;
  return (
    <div className="grid gap-4">
      {shown && waiting && <ShownCode shown={shown} until={day(shown.until)} />}
      {waiting && !shown && (
        <Banner title={words("waiting.title")}>
          {words("waiting.text", { name: waiting.startedBy, until: day(waiting.until) })}
        </Banner>
      )}
      {over && <p className="text-15 text-ink-soft">{words("over")}</p>}
      <FaultBanner error={start.error} />
      <div className="flex flex-wrap gap-2.5">
        <Button
          variant={waiting ? "ghost" : "primary"}
          pending={start.isPending}
          onClick={() => start.mutate({ practiceId, coupleId, clientId })}
        >
          {words(waiting ? "again" : "start")}
        </Button>
        {waiting && <StopTransfer {...{ practiceId, coupleId }} transferId={waiting.transferId} waiting />}
      </div>
    </div>
  );
}

function ShownCode({ shown: { code }, until }: { shown: Started; until: string }) {
  const words = useTranslations("transfers.page.code");
  const [copied, setCopied] = useState(false);
  const copy = () =>
    navigator.clipboard?.writeText(code).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <SectionCard title={words("title")}>
      <div role="status" className="grid gap-3">
        <div className="flex flex-wrap items-center gap-4">
          <output className="figures rounded-m bg-primary-wash px-4 py-2.5 font-semibold text-24 tracking-wider">
            {code}
          </output>
          <Button variant="ghost" size="small" onClick={copy}>
            {words(copied ? "copied" : "copy")}
          </Button>
        </div>
        <p className="measure text-15">{words("once", { until })}</p>
        <p className="measure text-15 text-ink-soft">{words("next")}</p>
      </div>
    </SectionCard>
  );
}
