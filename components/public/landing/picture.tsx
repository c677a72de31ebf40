import clsx from "clsx";
import type { ReactNode } from "react";

/** Pieces of the product as an illustration: real components that cannot be used, told in one sentence. */
export function Picture({ label, className, children }: { label: string; className?: string; children: ReactNode }) {
  return (
    <div className={clsx("relative", className)}>
      <p className="sr-only">{label}</p>
      <div aria-hidden inert className="contents">
        {children}
      </div>
    </div>
  );
}
