"use client";

import { useEffect, useRef } from "react";

/** The one question of a step. It takes the focus, so that a screen reader says it and the keyboard starts here. */
export function StepHeading({ title, text }: { title: string; text?: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <header>
      <h1 ref={heading} tabIndex={-1} className="display text-32 outline-none">
        {title}
      </h1>
      {text && <p className="text-17 text-ink-soft">{text}</p>}
    </header>
  );
}
