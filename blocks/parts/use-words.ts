"use client";

import { useLocale, useTranslations } from "next-intl";
import { type LocalizedText, textFor } from "../words";

/** Puts a definition's text into the reader's language. */
export function useText(): (text: LocalizedText) => string {
  const locale = useLocale();
  return (text) => textFor(text, locale);
}

/** The words for a field's fault, a key of `errors.field`. */
export function useFault(): (fault: string | undefined) => string | undefined {
  const words = useTranslations("errors.field");
  return (fault) => {
    if (fault === undefined) return undefined;
    return words.has(fault) ? words(fault) : words("other");
  };
}
