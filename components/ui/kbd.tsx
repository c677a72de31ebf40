import type { ReactNode } from "react";

/** A key on the keyboard. */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="inline-block min-w-5 rounded-[5px] border border-line-strong bg-surface px-1.5 text-center font-medium font-text text-13 text-ink-soft leading-5">
      {children}
    </kbd>
  );
}
