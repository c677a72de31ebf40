"use client";

import { useTranslations } from "next-intl";
import { useCallback, useEffect, useRef, useState } from "react";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { idleCountdown, type TimeLeft, type Warning } from "./idle-countdown";
import { useHere } from "./use-here";

const minute = 60_000;
/** What counts until the server has answered, or while it cannot: the shortest that a session lasts. */
const untilAnswered: TimeLeft = { idle: 15 * minute, absolute: 12 * 60 * minute };
const gestures = ["pointerdown", "keydown", "wheel", "touchmove"] as const;

type IdleGuardProps = {
  /** Where to sign in again; the page that was open is handed over as `?next=`. */
  signInPath: string;
};

/**
 * Keeps a session alive while somebody is there, and only then: a gesture is told to the server at most once a minute.
 * When it ends, the server says: a page asks on opening and on coming back into view, which prolongs nothing. Warns two
 * minutes before the end; at the end the page gives way to the sign-in. Tabs tell one another of gestures.
 */
export function IdleGuard({ signInPath }: IdleGuardProps) {
  const words = useTranslations("errors.idle");
  const { warning, answer } = useIdleSession(`${signInPath}?reason=expired&next=${encodeURIComponent(useHere())}`);
  // While it closes, the words stay what they were.
  const shown = useRef<Warning>("quiet");
  if (warning) shown.current = warning;
  return (
    <Dialog
      open={warning !== null}
      onOpenChange={(open) => !open && answer()}
      title={words(`${shown.current}.title`)}
      description={<span className="text-16">{words(`${shown.current}.text`)}</span>}
      size="small"
      footer={
        <DialogClose>
          <Button size="large" wide>
            {words(`${shown.current}.answer`)}
          </Button>
        </DialogClose>
      }
    />
  );
}

/** The countdown of this tab, begun anew by what the server or another tab says. */
function useCountdown(signInAgain: string) {
  const [warning, setWarning] = useState<Warning | null>(null);
  const channel = useRef<BroadcastChannel | null>(null);
  const target = useRef(signInAgain);
  target.current = signInAgain;
  const [countdown] = useState(() =>
    idleCountdown({ onWarning: setWarning, onEnd: () => window.location.replace(target.current) }),
  );
  const heard = useCallback(
    (left: TimeLeft | null) => {
      if (left === null) return window.location.replace(target.current);
      countdown.set(left);
    },
    [countdown],
  );
  const tell = useCallback((left: TimeLeft | null) => channel.current?.postMessage(left), []);
  useEffect(() => {
    countdown.set(untilAnswered);
    channel.current = new BroadcastChannel("session");
    channel.current.onmessage = (event: MessageEvent<TimeLeft | null>) => event.data && countdown.set(event.data);
    return () => {
      channel.current?.close();
      countdown.stop();
    };
  }, [countdown]);
  return { warning, heard, tell, putAway: countdown.putAway };
}

/** Whether to warn, and what an answer to the warning does: it is a gesture like any other. */
function useIdleSession(signInAgain: string): { warning: Warning | null; answer: () => void } {
  const { warning, heard, tell, putAway } = useCountdown(signInAgain);
  const { mutate } = trpc.session.touch.useMutation({
    onSuccess: ({ left }) => {
      heard(left);
      tell(left);
    },
  });
  const touch = useCallback(() => mutate(), [mutate]);
  const { session } = trpc.useUtils();
  // Offline there is no answer: the server keeps its own time, and drafts stay on the device.
  const ask = useCallback(
    () =>
      session.timeLeft.fetch(undefined, { staleTime: 0 }).then(
        ({ left }) => heard(left),
        () => undefined,
      ),
    [session, heard],
  );
  useGestures(touch);
  useSeen(ask);
  return {
    warning,
    answer: () => {
      putAway();
      touch();
    },
  };
}

/** Calls back on a gesture, at most once a minute. */
function useGestures(onGesture: () => void): void {
  useEffect(() => {
    let last = Number.NEGATIVE_INFINITY;
    const notice = (event: Event) => {
      if (event.timeStamp - last < minute) return;
      last = event.timeStamp;
      onGesture();
    };
    for (const gesture of gestures) window.addEventListener(gesture, notice, { passive: true });
    return () => {
      for (const gesture of gestures) window.removeEventListener(gesture, notice);
    };
  }, [onGesture]);
}

/** Calls back on opening and whenever the page comes back into view: timers stand still while a device sleeps. */
function useSeen(onSeen: () => void): void {
  useEffect(() => {
    const seen = () => document.visibilityState === "visible" && onSeen();
    onSeen();
    document.addEventListener("visibilitychange", seen);
    return () => document.removeEventListener("visibilitychange", seen);
  }, [onSeen]);
}
