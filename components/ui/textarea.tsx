import clsx from "clsx";
import type { ComponentProps, ReactNode } from "react";

/** Several lines of text that grow with the words. `footer` stands inside the frame: who may read this. */
export function Textarea({ footer, className, ...rest }: ComponentProps<"textarea"> & { footer?: ReactNode }) {
  return (
    <div
      className={clsx(
        "rounded-m border border-line-control bg-surface transition-colors hover:border-ink-faint",
        "focus-within:border-primary has-focus-visible:outline-2 has-focus-visible:outline-focus",
        "has-aria-invalid:border-attention has-disabled:bg-sunken",
        className,
      )}
    >
      <textarea
        rows={3}
        {...rest}
        className="field-sizing-content block min-h-22 w-full resize-y rounded-m bg-transparent px-3.5 py-3 text-16 text-ink outline-none disabled:cursor-not-allowed disabled:text-ink-faint"
      />
      {footer && <div className="px-3.5 pb-2.5">{footer}</div>}
    </div>
  );
}
