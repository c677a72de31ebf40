/** How long the session still lasts, as the server says it, in milliseconds: without a gesture, and whatever happens. */
export interface TimeLeft {
  idle: number;
  absolute: number;
}

/** Why somebody is warned: they were quiet and may stay, or the longest time is over and they may not. */
export type Warning = "quiet" | "last";

const warningTime = 2 * 60_000;

/** When to warn, of what, and when the session ends; in milliseconds from now. */
export function idleSchedule({ idle, absolute }: TimeLeft): { warnIn: number; endIn: number; warning: Warning } {
  const endIn = Math.max(0, Math.min(idle, absolute));
  return { warnIn: Math.max(0, endIn - warningTime), endIn, warning: absolute <= idle ? "last" : "quiet" };
}

interface Listener {
  /** What to warn of now; null when there is no more reason to. */
  onWarning: (warning: Warning | null) => void;
  onEnd: () => void;
}

/** Counts down to the end of a session. Durations only, so a wrong clock does no harm. */
export function idleCountdown({ onWarning, onEnd }: Listener) {
  let timers: ReturnType<typeof setTimeout>[] = [];
  let shown: Warning | null = null;
  let lastIsKnown = false;
  const show = (warning: Warning | null) => {
    if (warning === shown || (warning === "last" && lastIsKnown)) return;
    shown = warning;
    onWarning(warning);
  };
  const stop = () => {
    for (const timer of timers) clearTimeout(timer);
    timers = [];
  };
  return {
    /** Begins anew from what the server has just said. */
    set(left: TimeLeft): void {
      stop();
      const { warnIn, endIn, warning } = idleSchedule(left);
      if (warnIn > 0) show(null);
      else show(warning);
      if (warnIn > 0) timers.push(setTimeout(() => show(warning), warnIn));
      timers.push(setTimeout(onEnd, endIn));
    },
    /** The warning was read and put away. Nothing prolongs the last one, so it does not come again. */
    putAway(): void {
      lastIsKnown ||= shown === "last";
      show(null);
    },
    stop,
  };
}
