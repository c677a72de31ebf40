import fc, { type Arbitrary } from "fast-check";
import type { z } from "zod";

/** What is read of a zod schema's inside. */
interface Def {
  type: string;
  shape?: Record<string, z.ZodType>;
  element?: z.ZodType;
  innerType?: z.ZodType;
  options?: z.ZodType[];
  entries?: Record<string, string>;
  values?: unknown[];
  keyType?: z.ZodType;
  valueType?: z.ZodType;
  in?: z.ZodType;
}

const texts = fc.oneof(
  fc.string({ minLength: 1, maxLength: 40 }),
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }),
  fc.constantFrom("Hello", "<b>bold</b>", "¿Qué tal?", "a & b", "{name}", "you never", "  padded  ", ""),
);
const kebab = fc.stringMatching(/^[a-z0-9]{1,6}(-[a-z0-9]{1,4})?$/);
const dates = fc
  .date({ min: new Date("2000-01-01"), max: new Date("2099-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString());
const strings = fc.oneof(
  { arbitrary: texts, weight: 6 },
  { arbitrary: kebab, weight: 3 },
  { arbitrary: dates.map((date) => date.slice(0, 10)), weight: 1 },
  { arbitrary: dates.map((date) => date.slice(0, 16)), weight: 1 },
);

type Check = { _zod: { def: { check: string; minimum?: number; maximum?: number; length?: number } } };

/** How many an array holds at least and at most. */
function lengths(schema: z.ZodType): { min: number; max: number } {
  const checks = ((schema.def as { checks?: Check[] }).checks ?? []).map((check) => check._zod.def);
  const exact = checks.find((check) => check.check === "length_equals")?.length;
  const min = exact ?? checks.find((check) => check.check === "min_length")?.minimum ?? 0;
  return { min, max: exact ?? checks.find((check) => check.check === "max_length")?.maximum ?? min + 3 };
}

function pieces(schema: z.ZodType): Arbitrary<unknown> {
  const def = schema.def as unknown as Def;
  const inner = () => anyOf(def.innerType as z.ZodType);
  switch (def.type) {
    case "string":
      return strings.filter((text) => schema.safeParse(text).success);
    case "number": {
      const { minimum: min = -1000, maximum: max = 1000 } = (schema as { _zod: { bag: Record<string, number> } })._zod
        .bag;
      return fc.integer({ min, max });
    }
    case "boolean":
      return fc.boolean();
    case "literal":
      return fc.constantFrom(...(def.values ?? []));
    case "enum":
      return fc.constantFrom(...Object.values(def.entries ?? {}));
    case "optional":
      return fc.option(inner(), { nil: undefined });
    case "nullable":
      return fc.option(inner(), { nil: null });
    case "array": {
      const { min, max } = lengths(schema);
      return fc.array(anyOf(def.element as z.ZodType), { minLength: min, maxLength: Math.min(max, min + 3) });
    }
    case "record":
      return fc.dictionary(anyOf(def.keyType as z.ZodType) as Arbitrary<string>, anyOf(def.valueType as z.ZodType), {
        maxKeys: 4,
      });
    case "union":
      return fc.oneof(...(def.options ?? []).map(anyOf));
    case "object":
      return fc
        .record(Object.fromEntries(Object.entries(def.shape ?? {}).map(([key, part]) => [key, anyOf(part)])))
        .map((value) => Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)));
    case "pipe":
      return anyOf(def.in as z.ZodType);
    default:
      throw new Error(`No arbitrary for a schema of type ${def.type}`);
  }
}

/** Anything that a schema lets through, as it stands after parsing. Knows the kinds of schema that blocks are made of. */
export function anyOf<Schema extends z.ZodType>(schema: Schema): Arbitrary<z.infer<Schema>> {
  return pieces(schema)
    .filter((value) => schema.safeParse(value).success)
    .map((value) => schema.parse(value) as z.infer<Schema>);
}
