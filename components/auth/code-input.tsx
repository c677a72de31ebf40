import clsx from "clsx";
import type { ComponentProps } from "react";
import { Input } from "@/components/ui/input";

type CodeInputProps = ComponentProps<typeof Input> & {
  /** Letters as well: a recovery code. */
  letters?: boolean;
};

/** A short code, wide enough to compare digit by digit; phones offer it from the message or the authenticator. */
export function CodeInput({ letters, className, ...rest }: CodeInputProps) {
  return (
    <Input
      inputMode={letters ? "text" : "numeric"}
      autoComplete={letters ? "off" : "one-time-code"}
      autoCapitalize="none"
      spellCheck={false}
      maxLength={14}
      {...rest}
      className={clsx("figures font-semibold text-20 tracking-[0.18em]", className)}
    />
  );
}
