"use client";

import { useTranslations } from "next-intl";
import { appError } from "@/components/trpc/client";
import { Banner } from "@/components/ui/banner";
import { type ErrorWords, useErrorWords } from "./error-words";

/** A refusal in words, with the faults of single fields that only the server can see. */
export interface Fault extends ErrorWords {
  code: ReturnType<typeof appError>["code"] | null;
  fields?: Record<string, string>;
}

/** The words for whatever a procedure threw; too many tries say how long to wait. */
export function useFault(): (error: unknown) => Fault {
  const words = useTranslations("errors");
  const errorWords = useErrorWords();
  return (error) => {
    const { code, retrySeconds, reference, fields } = appError(error);
    const { title, text } = errorWords(code);
    const wait = code === "TOO_MANY" && retrySeconds ? words("wait", { minutes: Math.ceil(retrySeconds / 60) }) : text;
    const said = reference ? `${wait} ${words("reference", { reference })}` : wait;
    return { code, title, text: said, ...(fields ? { fields } : {}) };
  };
}

/** A refusal beside what it refuses. Nothing where there is none, or where it stands beside its field already. */
export function FaultNote({ fault, id }: { fault: Fault | null; id?: string }) {
  if (!fault || (fault.code === "INVALID" && fault.fields)) return null;
  return (
    <Banner tone="attention" live title={`${fault.title}.`}>
      <span id={id}>{fault.text}</span>
    </Banner>
  );
}
