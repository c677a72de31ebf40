import clsx from "clsx";
import { useTranslations } from "next-intl";
import { type ReactNode, type Ref, useId } from "react";
import { FieldError } from "./field";

/** What every group of choices shares. Give `value` and `onValueChange` (controlled) or `defaultValue` (plain form). */
export type ChoiceProps<Value> = {
  name: string;
  legend: ReactNode;
  /** Keep the legend for screen readers only, where a heading already says it. */
  legendHidden?: boolean;
  hint?: ReactNode;
  error?: ReactNode;
  optional?: boolean;
  required?: boolean;
  disabled?: boolean;
  value?: Value | null;
  defaultValue?: Value | null;
  onValueChange?: (value: Value) => void;
  /** The first radio, so that a form can move focus to its error. */
  ref?: Ref<HTMLInputElement>;
  className?: string;
};

type GroupProps = Pick<
  ChoiceProps<unknown>,
  "legend" | "legendHidden" | "hint" | "error" | "optional" | "disabled" | "className"
> & { children: ReactNode };

/** Legend, hint and error around native radios: arrows, form submission and no-script use come with the platform. */
export function ChoiceGroup({
  legend,
  legendHidden,
  hint,
  error,
  optional,
  disabled,
  className,
  children,
}: GroupProps) {
  const words = useTranslations("common");
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <fieldset disabled={disabled} aria-describedby={described || undefined} className={clsx("min-w-0", className)}>
      <legend className={legendHidden ? "sr-only" : "mb-2 font-semibold text-15"}>
        {legend} {optional && <span className="font-normal text-13 text-ink-faint">{words("optional")}</span>}
      </legend>
      {hint && (
        <p id={`${id}-hint`} className="-mt-1 mb-2.5 text-14 text-ink-soft">
          {hint}
        </p>
      )}
      {children}
      {error && (
        <div className="mt-2">
          <FieldError id={`${id}-error`}>{error}</FieldError>
        </div>
      )}
    </fieldset>
  );
}

/** The attributes of one radio among a group's, controlled or not. */
export function radioProps<Value extends string | number>(group: ChoiceProps<Value>, value: Value, first: boolean) {
  const controlled = group.value !== undefined;
  return {
    type: "radio" as const,
    name: group.name,
    value,
    required: group.required,
    ref: first ? group.ref : undefined,
    ...(controlled ? { checked: group.value === value } : { defaultChecked: group.defaultValue === value }),
    ...(group.onValueChange || controlled ? { onChange: () => group.onValueChange?.(value) } : {}),
  };
}
