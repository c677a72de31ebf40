"use client";

import clsx from "clsx";
import { type ReactNode, useId } from "react";

type FrameProps = {
  title?: string;
  /** A sentence under the title. */
  text?: ReactNode;
  className?: string;
  children: ReactNode;
};

/** One block on the page: its heading and what belongs to it. */
export function Frame({ title, text, className, children }: FrameProps) {
  const id = useId();
  return (
    <section aria-labelledby={title ? id : undefined} className={clsx("grid min-w-0 content-start gap-4", className)}>
      {(title || text) && (
        <div className="grid gap-1">
          {title && (
            <h2 id={id} className="display text-24">
              {title}
            </h2>
          )}
          {text && <p className="text-16 text-ink-soft">{text}</p>}
        </div>
      )}
      {children}
    </section>
  );
}
