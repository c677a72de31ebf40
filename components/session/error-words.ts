"use client";

import { useTranslations } from "next-intl";
import type { ErrorCode } from "@/server/errors";

/** What a person reads when something went wrong: what happened, and what to do next. */
export interface ErrorWords {
  title: string;
  text: string;
}

/** The words for an error code, or for no answer at all: `useErrorWords()("CLOSED")`. */
export function useErrorWords(): (code: ErrorCode | "OFFLINE") => ErrorWords {
  const words = useTranslations("errors");
  return (code) => ({ title: words(`${code}.title`), text: words(`${code}.text`) });
}

/** The words for a field's fault, a key of `errors.field`; a validator's own English gives way to a plain sentence. */
export function useFieldWords(): (message: string | undefined) => string | undefined {
  const words = useTranslations("errors.field");
  return (message) => {
    if (message === undefined) return undefined;
    return words.has(message) ? words(message) : words("other");
  };
}
