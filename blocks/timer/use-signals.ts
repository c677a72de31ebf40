"use client";

import { useCallback, useEffect, useRef } from "react";
import { z } from "zod";
import { useDraft } from "../parts/use-draft";
import type { BlockOf } from "../registry";
import { useTool } from "../tool";
import { running, type Talk } from "./fold";
import { isTold, stepOf, untilTold, wakeOnTap } from "./signals";

const shape = z.object({ sound: z.boolean(), vibration: z.boolean() });
type Chosen = z.infer<typeof shape>;

export interface Signals {
  chosen: Chosen;
  choose: (chosen: Chosen) => void;
}

/**
 * Sound and vibration when a turn changes or the time of a turn or a break is up, both off until asked for; the screen stays
 * on during a talk. Each phone chooses for itself, and once more hears from its first tap on after it was opened anew.
 */
export function useSignals(definition: BlockOf<"timer">, talk: Talk | undefined): Signals {
  const tool = useTool();
  const { value: chosen, change } = useDraft(`${definition.id}.signals`, shape, () => ({
    sound: false,
    vibration: false,
  }));
  const audio = useAudio(chosen.sound);
  const give = useRef<() => void>(() => undefined);
  give.current = () => {
    if (chosen.sound && audio.context.current) sound(audio.context.current);
    if (chosen.vibration && "vibrate" in navigator) navigator.vibrate([180, 90, 180]);
  };

  const step = stepOf(talk);
  const before = useRef(step);
  useEffect(() => {
    if (isTold(before.current, step)) give.current();
    before.current = step;
  }, [step]);

  const until = useRef<number | null>(null);
  until.current = untilTold(talk, tool.now(), definition);
  useEffect(() => {
    if (step === null || until.current === null) return;
    const waiting = setTimeout(() => give.current(), until.current);
    return () => clearTimeout(waiting);
  }, [step]);

  useScreenOn(running(talk) && talk.state.phase !== "break");
  const choose = (next: Chosen) => {
    if (next.sound) audio.wake();
    change(next);
  };
  return { chosen, choose };
}

/** What sounds, once somebody has tapped: browsers let a page sound only from then on, and a phone may lay it to sleep again. */
function useAudio(wanted: boolean) {
  const context = useRef<AudioContext | null>(null);
  const wake = useCallback(() => {
    context.current ??= new AudioContext();
    if (context.current.state !== "running") void context.current.resume();
  }, []);
  useEffect(() => (wanted ? wakeOnTap(document, wake) : undefined), [wanted, wake]);
  useEffect(
    () => () => {
      void context.current?.close();
      context.current = null;
    },
    [],
  );
  return { context, wake };
}

/** A short soft tone. */
function sound(context: AudioContext): void {
  const tone = context.createOscillator();
  const volume = context.createGain();
  const from = context.currentTime;
  tone.frequency.value = 528;
  volume.gain.setValueAtTime(0.0001, from);
  volume.gain.exponentialRampToValueAtTime(0.25, from + 0.03);
  volume.gain.exponentialRampToValueAtTime(0.0001, from + 0.7);
  tone.connect(volume).connect(context.destination);
  tone.start(from);
  tone.stop(from + 0.75);
}

/** Keeps the screen from going dark, where the browser can and lets it; asked again whenever the page is in sight again. */
function useScreenOn(wanted: boolean): void {
  useEffect(() => {
    if (!wanted || !("wakeLock" in navigator)) return;
    let lock: WakeLockSentinel | undefined;
    let over = false;
    const ask = async () => {
      if (document.visibilityState !== "visible") return;
      try {
        lock = await navigator.wakeLock.request("screen");
        if (over) await lock.release();
      } catch {
        // the battery is low, or it is not allowed here: the clock goes on all the same
      }
    };
    void ask();
    document.addEventListener("visibilitychange", ask);
    return () => {
      over = true;
      document.removeEventListener("visibilitychange", ask);
      void lock?.release().catch(() => undefined);
    };
  }, [wanted]);
}
