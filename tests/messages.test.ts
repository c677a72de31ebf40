import { describe, expect, it } from "vitest";
import { loadMessages } from "@/messages/load";
import { errorCodes } from "@/server/errors";

const flatten = (value: unknown, path: string): [string, string][] =>
  typeof value === "string"
    ? [[path, value]]
    : Object.entries(value as Record<string, unknown>).flatMap(([key, inner]) =>
        flatten(inner, path ? `${path}.${key}` : key),
      );
const [english, spanish] = await Promise.all([loadMessages("en"), loadMessages("es")]);
const [en, es] = [Object.fromEntries(flatten(english, "")), Object.fromEntries(flatten(spanish, ""))];
const placeholders = (text: string) => [...text.matchAll(/\{(\w+)[,}]/g)].map((match) => match[1]).sort();

describe("the message catalogues", () => {
  it("have the same keys in both languages", () => {
    expect(Object.keys(es).sort()).toEqual(Object.keys(en).sort());
  });

  it("have the same placeholders in both languages", () => {
    const different = Object.keys(en).filter(
      (key) => new Set(placeholders(en[key] ?? "")).symmetricDifference(new Set(placeholders(es[key] ?? ""))).size > 0,
    );
    expect(different).toEqual([]);
  });

  it("never shout and never leave a text empty", () => {
    expect(Object.entries({ ...en, ...es }).filter(([, text]) => text.includes("!") || text.trim() === "")).toEqual([]);
  });

  it("have words for every error", () => {
    expect(errorCodes.filter((code) => !Object.keys(en).some((key) => key.startsWith(`errors.${code}`)))).toEqual([]);
  });
});
