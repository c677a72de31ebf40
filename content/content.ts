import type { LocalizedText } from "@/blocks/words";
import type { ContentLocale, Strategy, StrategyText } from "@/content/schema";

/** The language of the library for a user's locale; anything that is not Spanish reads English. */
export function contentLocale(locale: string): ContentLocale {
  return locale.toLowerCase().split("-")[0] === "es" ? "es" : "en";
}

/** A strategy's words for a locale such as "en" or "es-MX". */
export function strategyText(strategy: Pick<Strategy, "text">, locale: string): StrategyText {
  return strategy.text[contentLocale(locale)];
}

/** One localized text for a locale such as "en" or "es-MX". */
export function localized(text: LocalizedText, locale: string): string {
  return text[contentLocale(locale)];
}
