"use client";

import { useEffect, useRef } from "react";
import { z } from "zod";
import { useDraft } from "../parts/use-draft";
import type { BlockOf } from "../registry";
import { useTool } from "../tool";
import { running, secondsLeft, type Talk } from "./fold";

const shape = z.object({ sound: z.boolean(), vibration: z.boolean() });
type Chosen = z.infer<typeof shape>;

export interface Signals {
  chosen: Chosen;
  choose: (chosen: Chosen) => void;
  /** To be called while a finger presses: browsers let a page sound only from then on. */
  wake: () => void;
}

/** Sound and vibration when a turn changes or its time is up, both off until asked for; the screen stays on during a talk. */
export function useSignals(definition: BlockOf<"timer">, talk: Talk | undefined): Signals {
  const tool = useTool();
  const { value: chosen, change: choose } = useDraft(`${definition.id}.signals`, shape, () => ({
    sound: false,
    vibration: false,
  }));
  const audio = useRef<AudioContext | null>(null);
  const wake = () => {
    if (!chosen.sound) return;
    audio.current ??= new AudioContext();
    void audio.current.resume();
  };
  const give = useRef<() => void>(() => undefined);
  give.current = () => {
    if (chosen.sound && audio.current) sound(audio.current);
    if (chosen.vibration && "vibrate" in navigator) navigator.vibrate([180, 90, 180]);
  };

  const going = running(talk);
  const phase = going ? `${talk.startedAt}.${talk.turn}.${talk.state.phase}` : "none";
  const before = useRef(phase);
  useEffect(() => {
    if (before.current !== phase && phase !== "none") give.current();
    before.current = phase;
  }, [phase]);

  const left = going && talk.state.phase === "speaking" ? secondsLeft(talk, tool.now(), definition) : null;
  const timeIsUp = left === null ? null : left * 1000;
  const turn = useRef(timeIsUp);
  turn.current = timeIsUp;
  useEffect(() => {
    if (!phase.endsWith("speaking") || !turn.current) return;
    const waiting = setTimeout(() => give.current(), turn.current);
    return () => clearTimeout(waiting);
  }, [phase]);

  useScreenOn(going && talk.state.phase !== "break");
  return { chosen, choose, wake };
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
