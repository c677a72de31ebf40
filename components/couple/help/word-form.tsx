"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { Lock } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { useForm } from "react-hook-form";
import { useFieldWords } from "@/components/session/error-words";
import { appError, trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { type PrivateWordFields, privateWordFields, privateWordLimit } from "@/server/features/private-words/schema";
import { RequestFailure } from "../request-failure";

type WordFormProps = { coupleId: string; readers: readonly string[]; hasSafeContact: boolean };

/** The words themselves: nowhere but in this page until they are sent, and nowhere on this side afterwards. */
export function WordForm({ coupleId, readers, hasSafeContact }: WordFormProps) {
  const words = useTranslations("help.word");
  const format = useFormatter();
  const field = useFieldWords();
  const { form, send, submit, sent, writeAgain } = useSending(coupleId);
  const names = format.list(readers, { type: "conjunction" });
  const said = words(hasSafeContact ? "sentKnown" : "sentUnknown", { names, count: readers.length });
  if (sent) return <Sent text={said} onAgain={writeAgain} />;
  const left = privateWordLimit - form.watch("words").length;
  return (
    <form method="post" noValidate autoComplete="off" onSubmit={submit} className="mt-7 grid gap-4">
      <Field label={words("label")} hint={words("hint")} error={field(form.formState.errors.words?.message)}>
        {(wiring) => (
          <Textarea
            {...wiring}
            {...form.register("words")}
            rows={6}
            autoComplete="off"
            spellCheck={false}
            footer={
              <span className="flex flex-wrap justify-between gap-x-4 text-ink-soft">
                <span className="inline-flex items-center gap-1.5 font-medium text-14">
                  <Lock aria-hidden size={15} strokeWidth={1.9} className="shrink-0" />
                  {words("readers", { names })}
                </span>
                {left < 300 && <span className="figures">{words("left", { count: left })}</span>}
              </span>
            }
          />
        )}
      </Field>
      {send.error && <RequestFailure failure={appError(send.error)} onRetry={submit} kept={words("kept")} stays />}
      <Button type="submit" size="large" wide pending={send.isPending}>
        {words("send")}
      </Button>
    </form>
  );
}

/** Sending once: the same words keep their id, so that a press after a lost answer stores nothing twice; other words are others. */
function useSending(coupleId: string) {
  const [sent, setSent] = useState(false);
  const tried = useRef({ words: "", clientId: "" });
  const form = useForm<PrivateWordFields>({ resolver: zodResolver(privateWordFields), defaultValues: { words: "" } });
  const forget = () => {
    form.reset();
    tried.current = { words: "", clientId: "" };
  };
  const send = trpc.privateWords.send.useMutation({
    networkMode: "always",
    gcTime: 0, // what was sent is not kept in memory either
    onSuccess: () => {
      forget();
      setSent(true);
      send.reset();
    },
  });
  const submit = form.handleSubmit(({ words }) => {
    if (tried.current.words !== words) tried.current = { words, clientId: crypto.randomUUID() };
    send.mutate({ coupleId, words, clientId: tried.current.clientId });
  });
  // A page that a browser puts aside and brings back comes back empty.
  const { reset } = form;
  useEffect(() => {
    const onHide = () => reset();
    window.addEventListener("pagehide", onHide);
    return () => window.removeEventListener("pagehide", onHide);
  }, [reset]);
  return { form, send, submit, sent, writeAgain: () => setSent(false) };
}

function Sent({ text, onAgain }: { text: string; onAgain: () => void }) {
  const words = useTranslations("help.word");
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="mt-7 grid justify-items-start gap-4 rounded-l bg-primary-wash p-5">
      <div>
        <h3 ref={heading} tabIndex={-1} className="display text-24 outline-none">
          {words("sentTitle")}
        </h3>
        <p className="mt-1 text-17">{text}</p>
      </div>
      <Button variant="ghost" size="large" onClick={onAgain}>
        {words("again")}
      </Button>
    </div>
  );
}
