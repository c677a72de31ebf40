"use client";

import { useTranslations } from "next-intl";
import { useCallback, useEffect, useRef, useState } from "react";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { useHere } from "./use-here";

const minute = 60_000;
const warningMinutes = 2;
const gestures = ["pointerdown", "keydown", "wheel", "touchmove"] as const;

type IdleGuardProps = {
  /** Where to sign in again; the page that was open is handed over as `?next=`. */
  signInPath: string;
  /** Minutes without a gesture after which the server ends the session: 15 for staff, 30 for partners. */
  minutes?: number;
};

/**
 * Keeps a session alive while somebody is there, and only then: a gesture is told to the server at most once a minute.
 * Warns two minutes before the end; at the end the page gives way to the sign-in. Tabs tell one another of gestures.
 */
export function IdleGuard({ signInPath, minutes = 15 }: IdleGuardProps) {
  const words = useTranslations("errors.idle");
  const { warning, stay } = useIdleSession(
    `${signInPath}?reason=expired&next=${encodeURIComponent(useHere())}`,
    minutes,
  );
  return (
    <Dialog
      open={warning}
      onOpenChange={(open) => !open && stay()}
      title={words("title")}
      description={<span className="text-16">{words("text")}</span>}
      size="small"
      footer={
        <DialogClose>
          <Button size="large" wide>
            {words("stay")}
          </Button>
        </DialogClose>
      }
    />
  );
}

/** The countdown behind the guard: whether to warn, and how to stay. Durations only, so a wrong clock does no harm. */
function useIdleSession(signInAgain: string, minutes: number): { warning: boolean; stay: () => void } {
  const [warning, setWarning] = useState(false);
  const timers = useRef<number[]>([]);
  const channel = useRef<BroadcastChannel | null>(null);
  const target = useRef(signInAgain);
  target.current = signInAgain;

  const countDown = useCallback(() => {
    setWarning(false);
    for (const timer of timers.current) window.clearTimeout(timer);
    timers.current = [
      window.setTimeout(() => setWarning(true), (minutes - warningMinutes) * minute),
      window.setTimeout(() => window.location.replace(target.current), minutes * minute),
    ];
  }, [minutes]);

  const { mutate } = trpc.session.touch.useMutation({
    onSuccess: ({ idleExpiresAt }) => {
      if (idleExpiresAt === null) return window.location.replace(target.current);
      countDown();
      channel.current?.postMessage("touched");
    },
  });
  const touch = useCallback(() => mutate(), [mutate]);
  // Offline the question still goes away: the server keeps its own time, and drafts stay on the device.
  const stay = () => {
    setWarning(false);
    touch();
  };

  useEffect(() => {
    channel.current = new BroadcastChannel("session");
    channel.current.onmessage = (event) => event.data === "touched" && countDown();
    countDown();
    return () => {
      channel.current?.close();
      for (const timer of timers.current) window.clearTimeout(timer);
    };
  }, [countDown]);
  useGestures(touch);
  return { warning, stay };
}

/** Calls back on a gesture, or when the page comes back into view, at most once a minute. */
function useGestures(onGesture: () => void): void {
  useEffect(() => {
    let last = Number.NEGATIVE_INFINITY;
    const notice = (event: Event) => {
      if (event.timeStamp - last < minute) return;
      last = event.timeStamp;
      onGesture();
    };
    const seen = (event: Event) => document.visibilityState === "visible" && notice(event);
    for (const gesture of gestures) window.addEventListener(gesture, notice, { passive: true });
    document.addEventListener("visibilitychange", seen);
    return () => {
      for (const gesture of gestures) window.removeEventListener(gesture, notice);
      document.removeEventListener("visibilitychange", seen);
    };
  }, [onGesture]);
}
