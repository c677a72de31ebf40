import clsx from "clsx";
import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";

/** What a control needs in order to be tied to its label, hint and error; spread it on the control. */
export type ControlWiring = {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
};

export type FieldProps = {
  label: ReactNode;
  hint?: ReactNode;
  /** What is wrong and what to do, shown directly under the control. */
  error?: ReactNode;
  optional?: boolean;
  className?: string;
  children: (control: ControlWiring) => ReactNode;
};

/** Label, hint and error around one control: `<Field label="…">{(control) => <Input {...control} />}</Field>`. */
export function Field({ label, hint, error, optional, className, children }: FieldProps) {
  const words = useTranslations("common");
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className={clsx("grid gap-1.5", className)}>
      <label htmlFor={id} className="font-semibold text-15">
        {label} {optional && <span className="font-normal text-13 text-ink-faint">{words("optional")}</span>}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="-mt-1 text-14 text-ink-soft">
          {hint}
        </p>
      )}
      {children({ id, "aria-describedby": described || undefined, "aria-invalid": error ? true : undefined })}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </div>
  );
}

/** An error beside its cause: an icon and words, announced when it appears. */
export function FieldError({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p id={id} role="alert" className="flex items-start gap-1.5 font-medium text-14 text-attention-ink">
      <CircleAlert aria-hidden className="mt-[0.2em] size-4 shrink-0" />
      <span>{children}</span>
    </p>
  );
}
