import { describe, expect, it } from "vitest";
import { consentOf, consents, currentConsent, secretsPolicies } from "./consent";
import { wordingFaults } from "./wording";

const locales = ["en", "es"] as const;

describe("what a partner agrees to on joining", () => {
  it.each(locales)("is worded as the house words things, in %s", (locale) => {
    const texts = [
      ...consents.flatMap(({ text }) => [
        text[locale].agree,
        ...text[locale].points.flatMap((one) => [one.title, one.text]),
      ]),
      ...Object.values(secretsPolicies).flatMap((words) => Object.values(words[locale])),
    ];
    expect(texts.flatMap((text) => wordingFaults(text, locale))).toEqual([]);
  });

  it("has as many points in each language, and one text per version", () => {
    for (const { text } of consents) expect(text.en.points.length).toBe(text.es.points.length);
    expect(new Set(consents.map((one) => one.version)).size).toBe(consents.length);
    expect(consentOf(currentConsent.version)).toBe(currentConsent);
    expect(consentOf("never")).toBeUndefined();
  });
});
