import { z } from "zod";

/** A lower-case key of words joined by hyphens. */
export const kebabKey = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/** Words a person reads, never blank. */
export const words = z
  .string()
  .refine((text) => text.trim() === text && text.length > 0, "Must not be blank or padded");

/** The same words in both languages. */
export const localizedText = z.strictObject({ en: words, es: words });
export type LocalizedText = z.infer<typeof localizedText>;

/** One of the two texts; whoever does not read Spanish reads English. */
export function textFor(text: LocalizedText, locale: string): string {
  return locale === "es" ? text.es : text.en;
}

/** Most characters that a partner writes in one field. */
export const wordsLimit = 5000;

/** A partner's own words: trimmed, not blank. Messages are keys of errors.json's `field`. */
export const ownWords = z.string().trim().min(1, "writeSomething").max(wordsLimit, "tooLong");

/** The same where nothing may be said. */
export const optionalWords = z.string().trim().max(wordsLimit, "tooLong");

/** A civil date, YYYY-MM-DD. */
export const civilDay = z.iso.date();
