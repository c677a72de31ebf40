import en from "@/messages/en/common.json";
import es from "@/messages/es/common.json";
import { defaultLocale, isLocale } from "@/messages/locales";
import { deletedWords } from "../db/words";

const sentences = { en: en.deletedWords, es: es.deletedWords };

function told(value: unknown, sentence: string): unknown {
  if (typeof value === "string") return value === deletedWords ? sentence : value;
  if (Array.isArray(value)) return value.map((one) => told(one, sentence));
  if (typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, told(one, sentence)]));
}

/** An answer in which words that nobody can read any more are said to be deleted, in the reader's language. */
export function tellDeletedWords(answer: unknown, locale: string): unknown {
  return told(answer, sentences[isLocale(locale) ? locale : defaultLocale]);
}
