"use client";

import clsx from "clsx";
import { useTranslations } from "next-intl";
import { type ComponentProps, type ReactNode, useDeferredValue, useEffect, useState } from "react";
import { Field } from "@/components/ui/field";
import { PasswordInput } from "./password-input";
import { passwordStrength } from "./strength";

type NewPasswordProps = Omit<ComponentProps<typeof PasswordInput>, "value"> & {
  label: ReactNode;
  /** What is typed just now: `useWatch` of the field. */
  value: string;
  error?: string | undefined;
  /** Words that the person's passwords must not be made of: name, address. */
  hints?: string[];
};

/** A new password with a calm word on how hard it is to guess. Needs the messages `auth`. */
export function NewPasswordField({ label, value, error, hints = [], ...rest }: NewPasswordProps) {
  const words = useTranslations("auth.newPassword");
  return (
    <div className="grid gap-2">
      <Field label={label} hint={words("hint")} error={error}>
        {(control) => <PasswordInput {...control} {...rest} autoComplete="new-password" />}
      </Field>
      <Strength password={value} hints={hints} />
    </div>
  );
}

const levels = ["weak", "weak", "fair", "good", "strong"] as const;
const bars = { weak: 1, fair: 2, good: 3, strong: 4 } as const;

function Strength({ password, hints }: { password: string; hints: string[] }) {
  const words = useTranslations("auth.newPassword");
  const score = useStrength(password, hints.join(" "));
  if (password === "" || score === null) return null;
  const level = password.length < 10 ? "weak" : (levels[score] ?? "weak");
  return (
    <div className="flex items-center gap-3">
      <span aria-hidden className="flex gap-1">
        {[1, 2, 3, 4].map((bar) => (
          <span
            key={bar}
            className={clsx(
              "h-1.5 w-7 rounded-full transition-colors",
              bar <= bars[level] ? (bars[level] > 2 ? "bg-positive" : "bg-ink-faint") : "bg-line-strong",
            )}
          />
        ))}
      </span>
      <p role="status" className="text-14 text-ink-soft">
        {words(password.length < 10 ? "short" : level)}
      </p>
    </div>
  );
}

/** The strength of what stands there now; null until it is known. An older answer never overtakes a newer one. */
function useStrength(password: string, hints: string): number | null {
  const settled = useDeferredValue(password);
  const [score, setScore] = useState<number | null>(null);
  useEffect(() => {
    let gone = false;
    if (settled)
      passwordStrength(settled, hints ? hints.split(" ") : []).then(
        (found) => !gone && setScore(found),
        () => undefined, // without the word lists there is no hint; the server still judges
      );
    return () => {
      gone = true;
    };
  }, [settled, hints]);
  return score;
}
