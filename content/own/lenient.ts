import { z } from "zod";
import { linksAreSafe } from "@/blocks/links";
import { mostBlocks, type OwnStrategy } from "./schema";
import { blockFields, type Field, type Group, rowKeys, strategyFields } from "./shape";

/** Most characters of one text. */
export const longestText = 2_000;
export const longestTitle = 120;

/** Control characters but for the end of a line, marks that turn the direction of writing, halves of a character. */
const unfit = /[\p{Cc}\u202a-\u202e\u2066-\u2069\ufeff]/u;
/** One language of a text, perhaps not written yet. Messages are keys of errors.json's `field`. */
const draftWords = (longest: number) =>
  z
    .string()
    .max(longest, { error: "tooLong", abort: true })
    .refine((text) => text.isWellFormed() && !unfit.test(text.replaceAll("\n", "")), "unfitCharacters")
    .refine(linksAreSafe, "httpsOnly");

const draftText = (longest: number) => z.strictObject({ en: draftWords(longest), es: draftWords(longest) });
const key = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/** Names of rows that must differ within their list. */
const names = ["id", "key", "value"] as const;

/** Lists in which no two rows carry one name. */
function distinct(rows: unknown[]): boolean {
  const named = (row: unknown) =>
    typeof row === "object" && row !== null
      ? names.map((name) => (row as Record<string, unknown>)[name]).find((value) => value !== undefined)
      : row;
  const found = rows.map(named).filter((name) => typeof name === "string" || typeof name === "number");
  return new Set(found).size === found.length;
}

function groupSchema({ fields, optional }: Group): z.ZodObject {
  const shape = Object.entries(fields).map(([name, field]) => {
    const schema = name === "title" && field.type === "text" ? draftText(longestTitle) : lenient(field);
    return [name, optional.includes(name) ? schema.optional() : schema] as const;
  });
  return z.strictObject(Object.fromEntries(shape));
}

/** The same form with nothing finished: texts may be blank and lists short. What has its own fixed rows keeps them. */
function lenient(field: Field): z.ZodType {
  switch (field.type) {
    case "text":
      return draftText(longestText);
    case "number":
      return z.number().int().min(field.min).max(field.max);
    case "flag":
      return z.boolean();
    case "choice":
      return z.enum(field.values);
    case "key":
      return key;
    case "fixed":
      return z.literal(field.value);
    case "list":
      return z
        .array(lenient(field.item))
        .min(rowKeys(field) ? field.min : 0)
        .max(field.max)
        .refine(distinct, "namedTwice");
    case "group":
      return groupSchema(field);
  }
}

const draftBlock = z.discriminatedUnion(
  "kind",
  Object.values(blockFields).map(groupSchema) as unknown as [z.ZodObject, ...z.ZodObject[]],
);

/** What may be stored while it is being written, and what a file may hold. Strict in everything but completeness. */
export const draftSchema = groupSchema(strategyFields).extend({
  blocks: z.array(draftBlock).max(mostBlocks).refine(distinct, "namedTwice"),
}) as unknown as z.ZodType<OwnStrategy, OwnStrategy>;
