import clsx from "clsx";
import type { ComponentProps, ReactNode } from "react";

/** A table in a card with hairlines; scrolls sideways inside itself, by keyboard too. `caption` is read aloud. */
export function Table({ caption, className, children }: { caption: string; className?: string; children: ReactNode }) {
  return (
    <section
      aria-label={caption}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
      tabIndex={0}
      className={clsx("relative overflow-x-auto rounded-l border border-line bg-surface shadow-card", className)}
    >
      <table className="w-full border-collapse text-left text-14">
        <caption className="sr-only">{caption}</caption>
        {children}
      </table>
    </section>
  );
}

/** A column's heading. */
export function Th({ className, ...rest }: ComponentProps<"th">) {
  return (
    <th
      scope="col"
      {...rest}
      className={clsx("h-10.5 px-3 font-medium text-13 text-ink-faint first:pl-5 last:pr-5", className)}
    />
  );
}

/** A row of at least 72 px; `attention` washes the one that needs a person now. */
export function Tr({ attention, className, ...rest }: ComponentProps<"tr"> & { attention?: boolean }) {
  return <tr {...rest} className={clsx("h-18 border-line border-t", attention && "bg-attention-wash/45", className)} />;
}

/** A cell. */
export function Td({ className, ...rest }: ComponentProps<"td">) {
  return <td {...rest} className={clsx("px-3 py-2.5 first:pl-5 last:pr-5", className)} />;
}
