"use client";

import clsx from "clsx";
import { type ComponentProps, type ReactNode, useId, useSyncExternalStore } from "react";

type SwitchProps = Omit<ComponentProps<"input">, "type"> & { label: ReactNode; hint?: ReactNode };

const neverChanges = () => () => undefined;

/**
 * On or off, in force at once. A native checkbox underneath, so forms and keyboards know it. Until the page's script has come
 * nobody would hear it move: it keeps still then, so that it never shows what is not so.
 */
export function Switch({ label, hint, className, ...rest }: SwitchProps) {
  const id = useId();
  const hears = useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  );
  const early = rest.checked !== undefined && !hears;
  return (
    <label className={clsx("group flex min-h-11 items-center gap-3 py-1", className)}>
      <span className="relative shrink-0">
        <input
          {...rest}
          type="checkbox"
          // biome-ignore lint/a11y/useAriaPropsForRole: a native checkbox tells its own state
          role="switch"
          aria-describedby={hint ? id : undefined}
          disabled={rest.disabled || early}
          data-early={early || undefined}
          className={trackClass}
        />
        <span aria-hidden className={thumbClass} />
      </span>
      <span>
        <span className="block font-medium text-16 leading-snug">{label}</span>
        {hint && (
          <span id={id} className="block text-14 text-ink-soft">
            {hint}
          </span>
        )}
      </span>
    </label>
  );
}

const trackClass = clsx(
  "peer block h-6.5 w-11 appearance-none rounded-full border border-line-control bg-sunken transition-colors",
  "checked:border-primary checked:bg-primary disabled:cursor-not-allowed disabled:not-data-early:opacity-55",
);
const thumbClass = clsx(
  "pointer-events-none absolute top-1 left-1 size-4.5 rounded-full bg-ink-faint transition-transform",
  "peer-checked:translate-x-4.5 peer-checked:bg-on-primary",
);
