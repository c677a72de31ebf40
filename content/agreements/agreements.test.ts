import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { businessAssociate } from "./business-associate";

const textOf = (locale: "en" | "es") => {
  const { title, parties, clauses } = businessAssociate.text[locale];
  return [title, parties, ...clauses.flatMap(({ heading, paragraphs }) => [heading, ...paragraphs])].join("\n");
};
const digest = (locale: "en" | "es") => createHash("sha256").update(textOf(locale)).digest("hex").slice(0, 16);

/** What practices have accepted. Never change a line: a changed text is a new version with a line of its own. */
const accepted: Record<string, { en: string; es: string }> = {
  "2026-11": { en: "9e21ad69b5c74b39", es: "d57ff3c40cd6a3c1" },
};

describe("the business associate agreement", () => {
  it("has exactly the words that its version stands for", () => {
    expect({ en: digest("en"), es: digest("es") }).toEqual(accepted[businessAssociate.version]);
  });

  it("has the newest version of all", () => {
    expect(Object.keys(accepted).sort().at(-1)).toBe(businessAssociate.version);
  });

  it("says the same in both languages, clause by clause", () => {
    const shape = (locale: "en" | "es") => businessAssociate.text[locale].clauses.map((one) => one.paragraphs.length);
    expect(shape("es")).toEqual(shape("en"));
  });

  it("cites every duty that the law asks of such an agreement (45 CFR 164.504(e)(2))", () => {
    for (const locale of ["en", "es"] as const) {
      for (const section of ["164.410", "164.502(e)(1)(ii)", "164.308(b)(2)", "164.524", "164.526", "164.528"]) {
        expect([locale, section, textOf(locale).includes(section)]).toEqual([locale, section, true]);
      }
    }
  });

  it("fits on a page or two", () => {
    for (const locale of ["en", "es"] as const) expect(textOf(locale).split(/\s+/).length).toBeLessThan(1000);
  });
});
