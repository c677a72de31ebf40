"use client";

import { CircleCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { QRCodeSVG } from "qrcode.react";
import { useEffect, useState } from "react";
import { FaultBanner } from "@/components/staff/fault-banner";
import { trpc } from "@/components/trpc/client";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Skeleton } from "@/components/ui/skeleton";
import type { InvitationShape, RoomCode } from "@/server/features/invitations/schema";

type RoomDialogProps = { practiceId: string; invitation: InvitationShape; onChanged: () => void };
type Shown = RoomCode & { invitationId: string };

/** A code and a picture for the person in the room; nothing is mailed. */
export function RoomDialog({ practiceId, invitation, onChanged }: RoomDialogProps) {
  const words = useTranslations("invitations");
  const { name } = invitation;
  const [open, setOpen] = useState(false);
  const make = trpc.invitations.room.useMutation();
  const begin = () => make.mutate({ practiceId, invitationId: invitation.invitationId });
  const turn = (next: boolean) => {
    setOpen(next);
    if (next) begin();
    else onChanged();
  };
  const address = make.data && new URL(make.data.link).host;
  return (
    <Dialog
      open={open}
      onOpenChange={turn}
      trigger={
        <Button variant="ghost" size="small" aria-label={words("line.roomLabel", { name })}>
          {words("line.room")}
        </Button>
      }
      title={words("roomDialog.title", { name })}
      description={words("roomDialog.text", { name, address: address ? `${address}/join` : "…" })}
    >
      <FaultBanner error={make.error} />
      {make.data ? (
        <Code key={make.data.code} practiceId={practiceId} shown={make.data} name={name} onNew={begin} />
      ) : (
        !make.error && <Skeleton className="h-72" />
      )}
    </Dialog>
  );
}

type CodeProps = { practiceId: string; shown: Shown; name: string; onNew: () => void };

/** The digits with the time they have left, and how far the phone has come. */
function Code({ practiceId, shown, name, onNew }: CodeProps) {
  const words = useTranslations("invitations.roomDialog");
  const left = useSecondsLeft(shown.minutes * 60);
  const { invitationId } = shown;
  const query = trpc.invitations.roomState.useQuery(
    { practiceId, invitationId },
    { refetchInterval: ({ state }) => (state.data?.state === "joined" ? false : 2_500) },
  );
  const state = query.data?.state ?? "waiting";
  if (state === "joined") return <Joined name={name} />;
  if (state === "opened") return <Banner live>{words("opened", { name })}</Banner>;
  if (state === "over" || left === 0) {
    return (
      <Banner tone="attention" live action={<Button onClick={onNew}>{words("new")}</Button>}>
        {words("over")}
      </Banner>
    );
  }
  const digits = `${shown.code.slice(0, 3)} ${shown.code.slice(3)}`;
  const seconds = String(left % 60).padStart(2, "0");
  return (
    <div className="grid justify-items-center gap-4 text-center">
      <QRCodeSVG value={shown.link} size={232} marginSize={3} title={words("qr")} className="rounded-m bg-white" />
      <p>
        <span className="sr-only">{words("code")} </span>
        <output aria-live="off" className="figures font-semibold text-44 tracking-[0.12em]">
          {digits}
        </output>
      </p>
      <p className="figures text-15 text-ink-soft">{words("left", { minutes: Math.floor(left / 60), seconds })}</p>
    </div>
  );
}

function Joined({ name }: { name: string }) {
  const words = useTranslations("invitations.roomDialog");
  return (
    <div role="status" className="grid justify-items-center gap-4 py-6 text-center">
      <CircleCheck aria-hidden size={44} className="text-primary" />
      <p className="text-17">{words("joined", { name })}</p>
      <DialogClose>
        <Button>{words("done")}</Button>
      </DialogClose>
    </div>
  );
}

/** Counts down from when it was shown; durations only, so a wrong clock does no harm. */
function useSecondsLeft(seconds: number): number {
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    const begun = performance.now();
    const timer = window.setInterval(
      () => setLeft(Math.max(0, seconds - Math.floor((performance.now() - begun) / 1_000))),
      500,
    );
    return () => window.clearInterval(timer);
  }, [seconds]);
  return left;
}
