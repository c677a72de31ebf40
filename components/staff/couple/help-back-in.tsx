"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { trpc } from "@/components/trpc/client";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { FaultBanner } from "../fault-banner";

type HelpBackProps = { practiceId: string; coupleId: string; personId: string; name: string };

/** Shows eight digits to hand over in person, for as long as they are good. Closed, they are gone from the screen. */
export function HelpBackIn({ name, ...partner }: HelpBackProps) {
  const words = useTranslations("staff.helpBack");
  const [open, setOpen] = useState(false);
  const give = trpc.recovery.give.useMutation();
  const change = (next: boolean) => {
    setOpen(next);
    if (!next) give.reset();
  };
  const done = (
    <DialogClose>
      <Button variant="ghost">{words("done")}</Button>
    </DialogClose>
  );
  return (
    <Dialog
      open={open}
      onOpenChange={change}
      trigger={
        <Button variant="quiet" size="small" aria-label={words("openFor", { name })}>
          {words("open")}
        </Button>
      }
      title={words("dialogTitle", { name })}
      description={words("dialogText", { name })}
      footer={give.data ? done : undefined}
    >
      <div className="grid gap-4">
        <Banner tone="attention">{words("inPerson")}</Banner>
        <FaultBanner error={give.error} />
        {give.data ? (
          <Code key={give.data.code} {...give.data} onAgain={() => give.mutate(partner)} />
        ) : (
          <Button size="large" wide pending={give.isPending} onClick={() => give.mutate(partner)}>
            {words("show")}
          </Button>
        )}
      </div>
    </Dialog>
  );
}

type CodeProps = { code: string; goodForSeconds: number; onAgain: () => void };

function Code({ code, goodForSeconds, onAgain }: CodeProps) {
  const words = useTranslations("staff.helpBack");
  const left = useCountdown(goodForSeconds);
  if (left === 0) {
    return (
      <div className="grid gap-3">
        <p role="status" className="text-15">
          {words("over")}
        </p>
        <Button variant="ghost" onClick={onAgain}>
          {words("again")}
        </Button>
      </div>
    );
  }
  return (
    <div className="grid justify-items-center gap-1 rounded-l bg-sunken px-5 py-6">
      <p role="status" translate="no" className="figures font-semibold text-44 tracking-[0.08em]">
        {`${code.slice(0, 4)} ${code.slice(4)}`}
      </p>
      <p role="timer" className="figures text-14 text-ink-soft">
        {words("left", { minutes: Math.floor(left / 60), seconds: String(left % 60).padStart(2, "0") })}
      </p>
    </div>
  );
}

/** Whole seconds left of so many, by the machine's steady clock: a sleeping tab catches up. */
function useCountdown(seconds: number): number {
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    const start = performance.now();
    const timer = window.setInterval(() => {
      setLeft(Math.max(0, Math.ceil(seconds - (performance.now() - start) / 1000)));
    }, 500);
    return () => window.clearInterval(timer);
  }, [seconds]);
  return left;
}
