import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { currentRelease, releaseTexts } from "./release";
import { wordingFaults } from "./wording";

const locales = ["en", "es"] as const;
const linesOf = (version: string, locale: (typeof locales)[number]) => {
  const one = releaseTexts.find((text) => text.version === version);
  if (!one) throw new Error("no such wording");
  return [...one.text[locale].points.flatMap(({ title, text }) => [title, text]), one.text[locale].agree];
};
const digest = (version: string, locale: (typeof locales)[number]) =>
  createHash("sha256").update(linesOf(version, locale).join("\n")).digest("hex").slice(0, 16);

/** What partners have signed. Never change a line: another wording is another version with a line of its own. */
const signed: Record<string, { en: string; es: string }> = {
  "2026-11": { en: "37d63a7e83d06d33", es: "c1043e571a42e009" },
};

describe("what a partner signs before their words go to another practice", () => {
  it("has exactly the words that its version stands for", () => {
    for (const { version } of releaseTexts)
      expect([version, { en: digest(version, "en"), es: digest(version, "es") }]).toEqual([version, signed[version]]);
    expect(Object.keys(signed).sort().at(-1)).toBe(currentRelease.version);
  });

  it.each(locales)("is worded as the house words things, in %s", (locale) => {
    expect(linesOf(currentRelease.version, locale).flatMap((text) => wordingFaults(text, locale))).toEqual([]);
  });

  it("says what an authorization must say: what, by whom, to whom, what for, until when, and that it can be taken back", () => {
    const text = linesOf(currentRelease.version, "en").join(" ");
    for (const element of [
      /What goes/,
      /Your practice gives it/,
      /therapist named on this page/,
      /so that you can go on/,
    ])
      expect(text).toMatch(element);
    for (const element of [/30 days/, /take it back/, /does not hang on it/, /kept by that practice/])
      expect(text).toMatch(element);
  });
});
