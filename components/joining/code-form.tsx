"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useErrorWords, useFieldWords } from "@/components/session/error-words";
import { appError, trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { type OpenedInvitation, typedCode } from "@/server/features/joining/schema";

/** Six digits from the screen in the room. A wrong code stays to be looked at. */
export function CodeForm({ onOpened }: { onOpened: (opened: OpenedInvitation) => void }) {
  const words = useTranslations("joining.code");
  const [code, setCode] = useState("");
  const { fault, setFault, pending, open } = useOpenCode(onOpened);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const checked = typedCode.safeParse(code);
    if (checked.success) open(checked.data);
    else setFault("sixDigits");
  };
  return (
    <form method="post" noValidate onSubmit={submit} className="grid gap-5">
      <header>
        <h1 className="display text-32">{words("title")}</h1>
        <p className="text-17 text-ink-soft">{words("text")}</p>
      </header>
      <Field label={words("label")} error={fault}>
        {(control) => (
          <Input
            {...control}
            value={code}
            onChange={(event) => setCode(event.target.value)}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={12}
            className="figures text-24 tracking-[0.3em]"
          />
        )}
      </Field>
      <Button type="submit" size="large" wide pending={pending}>
        {words("submit")}
      </Button>
    </form>
  );
}

/** Sends the digits; a refusal comes back as words for the field. */
function useOpenCode(onOpened: (opened: OpenedInvitation) => void) {
  const words = useTranslations("joining.code");
  const field = useFieldWords();
  const errorWords = useErrorWords();
  const [fault, setWords] = useState<string | undefined>();
  const open = trpc.join.code.useMutation({
    networkMode: "always",
    onSuccess: (opened) => (opened.state === "unknown" ? setWords(words("wrong")) : onOpened(opened)),
    onError: (error) => {
      const { code } = appError(error);
      const { title, text } = errorWords(code);
      setWords(code === "TOO_MANY" ? words("busy") : `${title}. ${text}`);
    },
  });
  return {
    fault,
    setFault: (key: string) => setWords(field(key)),
    pending: open.isPending,
    open: (code: string) => open.mutate({ code }),
  };
}
