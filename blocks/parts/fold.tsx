"use client";

import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";

/** What lies further back, closed until it is asked for. Nothing where there is nothing. */
export function Fold({ label, items }: { label: string; items: readonly ReactNode[] }) {
  if (items.length === 0) return null;
  return (
    <details className="group">
      <summary className="flex min-h-11 cursor-pointer list-none items-center gap-2 font-semibold text-16 text-primary [&::-webkit-details-marker]:hidden">
        {label}
        <ChevronDown aria-hidden size={17} className="transition-transform group-open:rotate-180" />
      </summary>
      <div className="mt-2 grid gap-4">{items}</div>
    </details>
  );
}
