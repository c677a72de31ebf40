"use client";

import { useTranslations } from "next-intl";

const radius = 54;
const round = 2 * Math.PI * radius;

/** What is left of a turn, as a ring and in large figures. Not announced: a screen reader reads it when asked. */
export function Clock({ seconds, whole }: { seconds: number; whole: number }) {
  const words = useTranslations("blocks.timer");
  const minutes = Math.floor(seconds / 60);
  const rest = seconds % 60;
  const shown = whole > 0 ? (seconds / whole) * round : 0;
  return (
    <div
      role="timer"
      aria-label={words("leftSpoken", { minutes, seconds: rest })}
      className="relative mx-auto grid aspect-square w-full max-w-66 place-items-center"
    >
      <svg aria-hidden="true" viewBox="0 0 120 120" className="absolute inset-0 size-full">
        <circle cx="60" cy="60" r={radius} fill="none" strokeWidth="6" className="stroke-line" />
        {seconds > 0 && (
          <circle
            cx="60"
            cy="60"
            r={radius}
            fill="none"
            strokeWidth="6"
            strokeLinecap="round"
            strokeDasharray={`${shown} ${round}`}
            transform="rotate(-90 60 60)"
            className="stroke-communication"
          />
        )}
      </svg>
      <span aria-hidden className="grid justify-items-center">
        <span className="display figures text-60 lining-nums">
          {minutes}:{String(rest).padStart(2, "0")}
        </span>
        <span className="text-16 text-ink-soft">{words(seconds > 0 ? "left" : "timeUp")}</span>
      </span>
    </div>
  );
}
