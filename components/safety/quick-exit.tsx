"use client";

import clsx from "clsx";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { followLeaving, leaveQuickly, onShiftThrice } from "./leave";

/**
 * "Leave quickly": a button that stays in sight, and Shift alone three times within five seconds, in text boxes too.
 * Needs the messages `couple`. Place it by class, above dialogs (z-60): a question never blocks the way out.
 */
export function QuickExit({ className }: { className?: string }) {
  const words = useTranslations("couple.leave");
  const title = words("title");
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => onShiftThrice(() => leaveQuickly(title)), [title]);
  useEffect(() => followLeaving(title), [title]);
  useEffect(() => keepInSight(button.current), []);
  return (
    <button ref={button} type="button" onClick={() => leaveQuickly(title)} className={clsx(lookClass, className)}>
      <X aria-hidden size={18} strokeWidth={1.9} />
      {words("button")}
    </button>
  );
}

const lookClass = clsx(
  "pointer-events-auto inline-flex min-h-11 shrink-0 items-center gap-2 rounded-full border border-line-control bg-surface px-4",
  "font-semibold text-16 text-ink shadow-card transition-colors hover:border-ink-faint hover:bg-sunken",
);

/** An open keyboard scrolls the visible part of the page on phones; the button follows it. Returns how to stop. */
function keepInSight(element: HTMLElement | null): (() => void) | undefined {
  const view = window.visualViewport;
  if (!view || !element) return undefined;
  const follow = () => {
    element.style.translate = view.offsetTop > 0 ? `0 ${view.offsetTop}px` : "";
  };
  view.addEventListener("resize", follow);
  view.addEventListener("scroll", follow);
  return () => {
    view.removeEventListener("resize", follow);
    view.removeEventListener("scroll", follow);
  };
}
