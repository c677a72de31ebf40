import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";

/** Something to read when one wants to: folded, opened without script. */
export function Fold({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <details className="group border-line border-t">
      <summary className="flex min-h-14 list-none items-center justify-between gap-4 py-3 font-semibold text-17 hover:text-primary">
        {title}
        <ChevronDown
          aria-hidden
          size={20}
          className="shrink-0 text-ink-soft transition-transform group-open:rotate-180"
        />
      </summary>
      <div className="pb-5 text-17">{children}</div>
    </details>
  );
}
