import { z } from "zod";
import { blocks } from "@/blocks/registry";
import { kebabKey, localizedText } from "@/blocks/words";
import { ownStrategySchema } from "./schema";

/** A schema of definitions in plain terms: what a form, a lenient check and an arbitrary value are made from. */
export type Field =
  | { type: "text" }
  | { type: "number"; min: number; max: number }
  | { type: "flag" }
  | { type: "choice"; values: string[] }
  | { type: "key" }
  | { type: "fixed"; value: string }
  | { type: "list"; item: Field; min: number; max: number }
  | { type: "group"; fields: Record<string, Field>; optional: string[] };

export type Group = Extract<Field, { type: "group" }>;

/** Lists that say no bound of their own. */
const mostItems = 20;

/** How many items a list may have. */
function lengthOf(schema: z.ZodArray): { min: number; max: number } {
  const rules = (schema.def.checks ?? []).map(
    (check) => check._zod.def as { minimum?: number; maximum?: number; length?: number },
  );
  const said = (name: "minimum" | "maximum") => rules.find((rule) => rule[name] !== undefined)?.[name];
  const exactly = rules.find((rule) => rule.length !== undefined)?.length;
  return { min: exactly ?? said("minimum") ?? 0, max: exactly ?? said("maximum") ?? mostItems };
}

/** Whole numbers within bounds. @throws Error for a number without them. */
function numberOf({ minValue: min, maxValue: max }: z.ZodNumber): Field {
  if (min === null || max === null || !Number.isSafeInteger(max)) throw new Error("A number without bounds");
  return { type: "number", min, max };
}

function groupOf(schema: z.ZodObject): Group {
  const entries = Object.entries(schema.shape as Record<string, z.ZodType>);
  const isOptional = (one: z.ZodType) => one instanceof z.ZodOptional;
  return {
    type: "group",
    fields: Object.fromEntries(entries.map(([name, one]) => [name, fieldOf(one)])),
    optional: entries.flatMap(([name, one]) => (isOptional(one) ? [name] : [])),
  };
}

/** What a schema asks for. @throws Error for a kind of schema that no definition uses. */
export function fieldOf(schema: z.ZodType): Field {
  if (schema === localizedText) return { type: "text" };
  if (schema === kebabKey) return { type: "key" };
  if (schema instanceof z.ZodOptional) return fieldOf(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodNumber) return numberOf(schema);
  if (schema instanceof z.ZodBoolean) return { type: "flag" };
  if (schema instanceof z.ZodEnum) return { type: "choice", values: schema.options.map(String) };
  if (schema instanceof z.ZodLiteral) return { type: "fixed", value: String(schema.value) };
  if (schema instanceof z.ZodArray)
    return { type: "list", item: fieldOf(schema.element as z.ZodType), ...lengthOf(schema) };
  if (schema instanceof z.ZodObject) return groupOf(schema);
  throw new Error("A definition of a kind that the composer does not know");
}

/** What each kind of block asks for. */
export const blockFields = Object.fromEntries(
  Object.entries(blocks).map(([kind, { definition }]) => [kind, groupOf(definition)]),
) as Record<keyof typeof blocks, Group>;

const { blocks: _, ...facts } = ownStrategySchema.shape;

/** What a strategy asks for besides its blocks. */
export const strategyFields: Group = groupOf(z.strictObject(facts));

/** Rows of a list that are all there from the start, one for each value: the stems of a sentence, the parts of an apology. */
export function rowKeys(field: Field): string[] | null {
  if (field.type !== "list" || field.item.type !== "group" || field.min !== field.max) return null;
  const { key } = field.item.fields;
  return key?.type === "choice" && key.values.length === field.max ? key.values : null;
}
