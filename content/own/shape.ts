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

/** The bounds that a number or a list was given. */
function boundsOf(schema: z.ZodType): { min: number; max: number } {
  const { minimum, maximum, length } = schema._zod.bag as { minimum?: number; maximum?: number; length?: number };
  const whole = (bound: number | undefined, otherwise: number) =>
    bound === undefined || !Number.isSafeInteger(bound) ? otherwise : bound;
  return { min: length ?? whole(minimum, 0), max: length ?? whole(maximum, mostItems) };
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
  if (schema instanceof z.ZodNumber) return { type: "number", ...boundsOf(schema) };
  if (schema instanceof z.ZodBoolean) return { type: "flag" };
  if (schema instanceof z.ZodEnum) return { type: "choice", values: schema.options.map(String) };
  if (schema instanceof z.ZodLiteral) return { type: "fixed", value: String(schema.value) };
  if (schema instanceof z.ZodArray)
    return { type: "list", item: fieldOf(schema.element as z.ZodType), ...boundsOf(schema) };
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
