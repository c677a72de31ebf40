"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { useErrorWords } from "@/components/session/error-words";
import { appError, trpc } from "@/components/trpc/client";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { takeFragment } from "./kept";

/** One question, one button. Mail programs that open links confirm nothing. */
export function ConfirmAddress() {
  const words = useTranslations("joining.address");
  const errorWords = useErrorWords();
  const token = useRef<string | null>(null);
  const [missing, setMissing] = useState(false);
  const confirm = trpc.join.confirmAddress.useMutation({ networkMode: "always" });
  useEffect(() => {
    token.current ??= takeFragment();
    setMissing(!token.current);
  }, []);
  const fault = confirm.error && errorWords(appError(confirm.error).code);
  const bad = missing || confirm.data?.confirmed === false;
  const [title, text] = bad ? ["bad", "badText"] : confirm.data ? ["done", "doneText"] : ["title", "text"];
  return (
    <section className="grid gap-3" aria-live="polite">
      <h1 className="display text-32">{words(title as "title")}</h1>
      <p className="text-17 text-ink-soft">{words(text as "text")}</p>
      {fault && (
        <Banner tone="attention" live title={`${fault.title}.`}>
          {fault.text}
        </Banner>
      )}
      {!bad && !confirm.data && (
        <Button
          size="large"
          wide
          className="mt-3"
          pending={confirm.isPending}
          onClick={() => confirm.mutate({ token: token.current ?? "" })}
        >
          {words("confirm")}
        </Button>
      )}
    </section>
  );
}
