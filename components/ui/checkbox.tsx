import clsx from "clsx";
import { Check } from "lucide-react";
import { type ComponentProps, type ReactNode, useId } from "react";

type CheckboxProps = Omit<ComponentProps<"input">, "type"> & { label: ReactNode; hint?: ReactNode };

/** One thing to agree to or to pick. */
export function Checkbox({ label, hint, className, ...rest }: CheckboxProps) {
  const id = useId();
  return (
    <label className={clsx("flex min-h-11 items-start gap-3 py-2", className)}>
      <span className="relative mt-px shrink-0">
        <input {...rest} type="checkbox" aria-describedby={hint ? id : undefined} className={boxClass} />
        <Check
          aria-hidden
          strokeWidth={3}
          className="pointer-events-none absolute inset-0 m-auto size-3.5 text-on-primary opacity-0 peer-checked:opacity-100"
        />
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

const boxClass = clsx(
  "peer block size-5.5 appearance-none rounded-[6px] border-[1.5px] border-line-control bg-surface transition-colors",
  "checked:border-primary checked:bg-primary disabled:cursor-not-allowed disabled:opacity-55",
);
