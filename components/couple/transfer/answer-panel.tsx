"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useAction } from "@/components/account/use-action";
import { FaultNote } from "@/components/session/fault";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import type { MinePage } from "@/server/features/transfers/schema";

type Transfer = NonNullable<MinePage["transfer"]>;
type AnswerPanelProps = { coupleId: string; transfer: Transfer; until: string; timeZone: string };

const parts = {
  OPEN: null,
  WAITS: "waits",
  GONE: "gone",
  DECLINED: "declined",
  WITHDRAWN: "withdrawn",
  LAPSED: "lapsed",
} as const;

/** One's own answer as it stands, and the way to another one while there is one. */
export function AnswerPanel({ coupleId, transfer, until, timeZone }: AnswerPanelProps) {
  const words = useTranslations("transfers.me");
  const format = useFormatter();
  const action = useAction();
  const withdraw = trpc.transfers.withdraw.useMutation();
  const part = parts[transfer.state];
  if (!part) return null;
  const { transferId, answeredAt, goesAt, goneAt, practiceName, state, open } = transfer;
  const day = (at: Date | null) => (at ? format.dateTime(at, { day: "numeric", month: "long", timeZone }) : "");
  const hour = { weekday: "long", hour: "numeric", minute: "2-digit", timeZone } as const;
  const values = {
    until,
    practice: practiceName,
    on: day(state === "GONE" ? goneAt : answeredAt),
    goes: goesAt ? format.dateTime(goesAt, hour) : "",
  };
  const changes = open && (state === "WAITS" || state === "DECLINED");
  const back = () => action.run(() => withdraw.mutateAsync({ coupleId, transferId }));
  return (
    <Card lift className="grid gap-3 p-5">
      <div role="status">
        <h2 className="display text-24">{words(`${part}.title`, values)}</h2>
        <p className="mt-1 text-17">{words(`${part}.text`, values)}</p>
      </div>
      <FaultNote fault={action.fault} />
      {state === "GONE" && (
        <LinkButton href="/home?all=1" variant="ghost" size="large" prefetch={false} className="justify-self-start">
          {words("gone.open")}
        </LinkButton>
      )}
      {changes && (
        <Button variant="ghost" size="large" className="justify-self-start" pending={action.pending} onClick={back}>
          {words(state === "WAITS" ? "withdraw" : "reconsider")}
        </Button>
      )}
    </Card>
  );
}
