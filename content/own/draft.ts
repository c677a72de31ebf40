import { reachesPartner } from "@/blocks/registry";
import type { LocalizedText } from "@/blocks/words";
import { type ContentLocale, type Strategy, strategySchema } from "@/content/schema";
import { type Fault, faultsIn, type Place } from "./faults";
import { draftSchema } from "./lenient";
import { type OwnStrategy, ownStrategySchema } from "./schema";
import { blockFields, type Field, strategyFields } from "./shape";

const other = { en: "es", es: "en" } as const;
const isBlank = (text: string) => text.trim() === "";

/** Whether a value is a text in both languages. */
export function isText(value: unknown): value is LocalizedText {
  if (typeof value !== "object" || value === null || Object.keys(value).length !== 2) return false;
  const { en, es } = value as Record<string, unknown>;
  return typeof en === "string" && typeof es === "string";
}

/** Every text of a strategy with its place, in the order in which they are read. */
export function textsOf(value: unknown, place: Place = []): { place: Place; text: LocalizedText }[] {
  if (isText(value)) return [{ place, text: value }];
  if (Array.isArray(value)) return value.flatMap((one, index) => textsOf(one, [...place, index]));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => textsOf(one, [...place, name]));
}

/** How many texts a language lacks that the other one has. */
export function untranslated(strategy: OwnStrategy): Record<ContentLocale, number> {
  const texts = textsOf(strategy).map(({ text }) => text);
  const lacking = (locale: ContentLocale) =>
    texts.filter((text) => isBlank(text[locale]) && !isBlank(text[other[locale]])).length;
  return { en: lacking("en"), es: lacking("es") };
}

/** A value without what was left empty: texts trimmed and borrowed from the other language, optional ones that say nothing gone. */
function settled(field: Field, value: unknown): unknown {
  if (field.type === "text" && isText(value)) {
    const { en, es } = { en: value.en.trim(), es: value.es.trim() };
    return { en: en || es, es: es || en };
  }
  if (field.type === "list" && Array.isArray(value)) return value.map((one) => settled(field.item, one));
  if (field.type !== "group" || typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(
    ([name, one]) => !(field.optional.includes(name) && isEmpty(one)) && one !== undefined,
  );
  return Object.fromEntries(
    kept.map(([name, one]) => [name, field.fields[name] ? settled(field.fields[name], one) : one]),
  );
}

const isEmpty = (value: unknown) =>
  (isText(value) && isBlank(value.en) && isBlank(value.es)) || (Array.isArray(value) && value.length === 0);

/** What partners would get of it: each text in both languages, borrowed where one is missing. It may still lack something. */
export function filled(draft: OwnStrategy): OwnStrategy {
  const { blocks, ...facts } = draft;
  const whole = settled(strategyFields, facts) as Omit<OwnStrategy, "blocks">;
  return { ...whole, blocks: blocks.map((block) => settled(blockFields[block.kind], block) as typeof block) };
}

/** What is still missing before a draft can be published; empty when nothing is. */
export function faultsOf(draft: OwnStrategy): Fault[] {
  const read = draftSchema.safeParse(draft, { reportInput: true });
  if (!read.success) return faultsIn(read.error.issues);
  const whole = filled(draft);
  const complete = ownStrategySchema.safeParse(whole, { reportInput: true });
  return complete.success ? saidTwice(whole) : faultsIn(complete.error.issues);
}

/** Lines of a list that say the same in a language: nobody could tell them apart. */
function saidTwice(value: unknown, place: Place = []): Fault[] {
  if (typeof value !== "object" || value === null || isText(value)) return [];
  const inner = Object.entries(value).flatMap(([name, one]) =>
    saidTwice(one, [...place, Array.isArray(value) ? Number(name) : name]),
  );
  if (!Array.isArray(value) || !value.every(isText)) return inner;
  return value.flatMap((text, index): Fault[] => {
    const again = value.slice(0, index).some(({ en, es }) => en === text.en || es === text.es);
    return again ? [{ place: [...place, index], fault: "saidTwice" }] : [];
  });
}

/** Whether it may only be used where a clinician's record of joint work holds. */
export function isJoint({ mode, blocks }: Pick<OwnStrategy, "mode" | "blocks">): boolean {
  return mode === "TOGETHER" || blocks.some(reachesPartner);
}

/**
 * The strategy that partners get: as one of the library, under the id of the own one.
 * @throws ZodError where `faultsOf` still names something other than lines that are said twice.
 */
export function strategyOf(key: string, draft: OwnStrategy): Strategy {
  const { text, blocks, ...facts } = ownStrategySchema.parse(filled(draft));
  const inLocale = (locale: ContentLocale) => ({
    title: text.title[locale],
    promise: text.promise[locale],
    summary: text.summary[locale],
    why: text.why[locale],
    steps: text.steps.map((step) => step[locale]),
    tiny: { ...(text.tiny.title ? { title: text.tiny.title[locale] } : {}), text: text.tiny.text[locale] },
    notWhen: text.notWhen.map((line) => line[locale]),
  });
  const words = { en: inLocale("en"), es: inLocale("es") };
  return strategySchema.parse({ key, ...facts, joint: isJoint({ mode: facts.mode, blocks }), blocks, text: words });
}

/** A strategy of the library, or one that was published, as something to write on. */
export function draftOf({ area, minutes, cadence, mode, blocks, text: { en, es } }: Strategy): OwnStrategy {
  const lines = (name: "steps" | "notWhen") =>
    Array.from({ length: Math.max(en[name].length, es[name].length) }, (_, index) => ({
      en: en[name][index] ?? "",
      es: es[name][index] ?? "",
    }));
  const one = (name: "title" | "promise" | "summary" | "why") => ({ en: en[name], es: es[name] });
  const tinyTitle = en.tiny.title || es.tiny.title;
  return {
    ...{ area, minutes, cadence, mode },
    text: {
      ...{ title: one("title"), promise: one("promise"), summary: one("summary"), why: one("why") },
      steps: lines("steps"),
      tiny: {
        ...(tinyTitle ? { title: { en: en.tiny.title ?? "", es: es.tiny.title ?? "" } } : {}),
        text: { en: en.tiny.text, es: es.tiny.text },
      },
      notWhen: lines("notWhen"),
    },
    blocks: structuredClone(blocks) as OwnStrategy["blocks"],
  };
}
