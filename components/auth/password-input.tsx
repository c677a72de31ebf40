"use client";

import { Eye, EyeOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ComponentProps, useState } from "react";
import { Input } from "@/components/ui/input";

type PasswordInputProps = ComponentProps<typeof Input> & { describedBy?: string | undefined };

/** A password that can be looked at while it is typed. Needs the messages `auth`. */
export function PasswordInput({ describedBy, ...rest }: PasswordInputProps) {
  const words = useTranslations("auth.signIn");
  const [shown, setShown] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  const described = [rest["aria-describedby"], describedBy].filter(Boolean).join(" ");
  return (
    <span className="relative block">
      <Input
        autoComplete="current-password"
        spellCheck={false}
        autoCapitalize="none"
        {...rest}
        aria-describedby={described || undefined}
        type={shown ? "text" : "password"}
        className="pr-12"
      />
      <button
        type="button"
        aria-label={words(shown ? "hide" : "show")}
        onClick={() => setShown(!shown)}
        className="absolute top-1/2 right-1 grid size-10 -translate-y-1/2 place-items-center rounded-s text-ink-soft hover:text-ink"
      >
        <Icon aria-hidden size={18} />
      </button>
    </span>
  );
}
