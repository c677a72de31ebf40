"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import type { Talk } from "./fold";

/** The end of a talk, whole or not: nothing is counted. */
export function Closing({ talk, onAgain }: { talk: Talk; onAgain: () => void }) {
  const words = useTranslations("blocks.timer");
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus();
  }, []);
  const whole = talk.state.phase === "done";
  return (
    <div className="grid justify-items-center gap-4 rounded-[22px] border border-line bg-surface p-6 text-center shadow-lift">
      <p role="status" className="sr-only">
        {words(whole ? "done" : "stopped")}
      </p>
      <h3 ref={heading} tabIndex={-1} className="display text-32 outline-none">
        {words(whole ? "done" : "stopped")}
      </h3>
      <p className="text-17 text-ink-soft">{words(whole ? "doneText" : "stoppedText")}</p>
      <Button variant="ghost" size="large" onClick={onAgain}>
        {words("again")}
      </Button>
    </div>
  );
}
