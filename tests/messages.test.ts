import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { describe, expect, it } from "vitest";
import { loadMessages } from "@/messages/load";
import { errorCodes } from "@/server/errors";
import { classedAs } from "@/server/features/audit/policy.categories";
import { appRouter } from "@/server/trpc/root";

const flatten = (value: unknown, path: string): [string, string][] =>
  typeof value === "string"
    ? [[path, value]]
    : Object.entries(value as Record<string, unknown>).flatMap(([key, inner]) =>
        flatten(inner, path ? `${path}.${key}` : key),
      );
const [english, spanish] = await Promise.all([loadMessages("en"), loadMessages("es")]);
const [en, es] = [Object.fromEntries(flatten(english, "")), Object.fromEntries(flatten(spanish, ""))];
/** The names of a message's arguments and tags, those inside plurals and choices too. */
const names = (elements: MessageFormatElement[]): string[] =>
  elements.flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
    const inner =
      element.type === TYPE.plural || element.type === TYPE.select
        ? Object.values(element.options).flatMap((option) => names(option.value))
        : [];
    return [element.value, ...inner, ...(element.type === TYPE.tag ? names(element.children) : [])];
  });
/** Procedures that may be narrowed to a couple and stand in no couple's log. */
const ofTheOwner = new Set(["audit.log", "audit.exportLog"]);
const procedures = appRouter._def.procedures as unknown as Record<
  string,
  { _def: { type: string; inputs: { shape?: Record<string, unknown> }[] } }
>;
const placeholders = (text: string) => new Set(names(parse(text)));

describe("the message catalogues", () => {
  it("have the same keys in both languages", () => {
    expect(Object.keys(es).sort()).toEqual(Object.keys(en).sort());
  });

  it("have the same placeholders in both languages", () => {
    const different = Object.keys(en).filter(
      (key) => placeholders(en[key] ?? "").symmetricDifference(placeholders(es[key] ?? "")).size > 0,
    );
    expect(different).toEqual([]);
  });

  it("never shout and never leave a text empty", () => {
    expect(Object.entries({ ...en, ...es }).filter(([, text]) => text.includes("!") || text.trim() === "")).toEqual([]);
  });

  it("have words in the access log for everything that can be done at a couple, its own side left out", () => {
    const said = Object.keys(en).filter((key) => key.startsWith("log.procedure."));
    const done = Object.entries(procedures).flatMap(([path, { _def }]) => {
      const asked = new Set(_def.inputs.flatMap((input) => Object.keys(input.shape ?? {})));
      const category = classedAs(path, _def.type === "query" ? "query" : "mutation");
      return asked.has("coupleId") && category !== "OWN_SIDE" ? [path] : [];
    });
    expect(done.length).toBeGreaterThan(20);
    // What others write beside procedures: whoever joins has no session yet.
    const missing = [...done, "join.accept"].filter((path) => !said.includes(`log.procedure.${path}`));
    expect(missing.filter((path) => !ofTheOwner.has(path))).toEqual([]);
  });

  it("have words for every error", () => {
    expect(errorCodes.filter((code) => !Object.keys(en).some((key) => key.startsWith(`errors.${code}`)))).toEqual([]);
  });
});
