import clsx from "clsx";
import { Search } from "lucide-react";
import type { ComponentProps } from "react";
import { Kbd } from "./kbd";

/** A search box in pill shape; `label` is read aloud, `shortcut` shows the key that focuses it. */
export function SearchInput({
  label,
  shortcut,
  className,
  ...rest
}: ComponentProps<"input"> & { label: string; shortcut?: string }) {
  return (
    <label className={clsx("relative block", className)}>
      <span className="sr-only">{label}</span>
      <Search aria-hidden className="absolute top-1/2 left-3.5 size-4 -translate-y-1/2 text-ink-faint" />
      <input
        type="search"
        placeholder={label}
        {...rest}
        className="min-h-10.5 w-full rounded-full border border-line-control bg-surface py-2 pr-10 pl-10 text-14 hover:border-ink-faint focus-visible:outline-offset-0"
      />
      {shortcut && (
        <span aria-hidden className="absolute top-1/2 right-3.5 -translate-y-1/2">
          <Kbd>{shortcut}</Kbd>
        </span>
      )}
    </label>
  );
}
