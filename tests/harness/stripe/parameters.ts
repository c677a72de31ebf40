import qs from "qs";
import { z } from "zod";
import { invalidParameter, missingParameter, type Refusal, unknownParameters } from "./errors";

/** A form or query as Stripe's clients encode it: brackets for what is nested and for the items of lists. */
export function parseForm(text: string): Record<string, unknown> {
  return qs.parse(text, { depth: 12, arrayLimit: 1_000, parameterLimit: 5_000, plainObjects: false });
}

/** Text that is not empty. */
export const text = z.string().min(1, "empty");
/** A whole number, zero or more unless told otherwise. */
export const integer = z
  .string()
  .regex(/^-?\d+$/, "integer")
  .transform(Number);
/** Zero or more. */
export const count = integer.refine((value) => value >= 0, "negative");
/** A number with decimals. */
export const decimal = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/, "decimal")
  .transform(Number);
export const yesNo = z.enum(["true", "false"]).transform((value) => value === "true");
/** A value that an empty string unsets (null). */
export const orEmpty = <T extends z.ZodType>(schema: T) => z.union([z.literal("").transform(() => null), schema]);
/** A list, also where one empty string clears it. */
export const listOf = <T extends z.ZodType>(schema: T) => z.array(schema);
/** Pairs to be merged; an empty value removes its key, an empty string all of them. */
export const metadata = z.union([
  z.literal("").transform(() => null),
  z.record(z.string().max(40), z.string().max(500)),
]);
const moment = z.strictObject({ gt: integer, gte: integer, lt: integer, lte: integer }).partial();
/** `created` in lists: an instant or bounds. */
export const created = z.union([integer, moment]);
export const expand = z.array(text);
/** What every list takes. */
export const page = {
  limit: integer.refine((value) => value >= 1 && value <= 100, "limit").optional(),
  starting_after: text.optional(),
  ending_before: text.optional(),
  expand: expand.optional(),
};
export const address = z
  .strictObject({
    city: z.string(),
    country: z.string(),
    line1: z.string(),
    line2: z.string(),
    postal_code: z.string(),
    state: z.string(),
  })
  .partial();

/** The parameters of an endpoint; every name must be one that the SDK's own type of them has. */
export const parametersOf =
  <Params>() =>
  <Shape extends { [Name in keyof Shape]: Name extends keyof Params ? z.ZodType : never }>(shape: Shape) =>
    z.strictObject(shape);

const bracketed = (path: PropertyKey[]) =>
  path.map((part, index) => (index === 0 ? String(part) : `[${String(part)}]`)).join("");

function at(raw: unknown, path: PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === "object" && value ? (value as Record<PropertyKey, unknown>)[key] : undefined),
    raw,
  );
}

type Issue = z.core.$ZodIssue;

/** The issue that says most: inside a union that of the branch for values, with its path from the top. */
function innermost(issue: Issue, prefix: PropertyKey[] = []): Issue {
  const path = [...prefix, ...issue.path];
  const branches = issue.code === "invalid_union" ? issue.errors : [];
  const last = branches.findLast((branch) => branch.some((one) => one.code !== "invalid_type")) ?? branches.at(-1);
  const first = last?.find((one) => one.code === "unrecognized_keys") ?? last?.[0];
  return first ? innermost(first, path) : { ...issue, path };
}

const words: Record<string, (value: string, param: string) => [message: string, code?: string]> = {
  integer: (value) => [`Invalid integer: ${value}`, "parameter_invalid_integer"],
  decimal: (value) => [`Invalid decimal: ${value}`],
  negative: () => ["This value must be greater than or equal to 0.", "parameter_invalid_integer"],
  limit: () => ["This value must be between 1 and 100.", "parameter_invalid_integer"],
  empty: (_, param) => [
    `You passed an empty string for '${param}'. We assume empty values are an attempt to unset a parameter; however '${param}' cannot be unset. You should remove '${param}' from your request or supply a non-empty value.`,
    "parameter_invalid_empty",
  ],
};

function refusalOf(issues: Issue[], raw: unknown): Refusal {
  const all = issues.map((issue) => innermost(issue));
  const unknown = all.flatMap((issue) =>
    issue.code === "unrecognized_keys" ? issue.keys.map((key) => bracketed([...issue.path, key])) : [],
  );
  if (unknown.length > 0) return unknownParameters(unknown);
  const first = all.find((issue) => at(raw, issue.path) === undefined) ?? all[0];
  const param = bracketed(first?.path ?? []);
  const value = at(raw, first?.path ?? []);
  if (value === undefined) return missingParameter(param);
  if (first?.code === "invalid_value" && first.values.includes("true"))
    return invalidParameter(param, `Invalid boolean: ${String(value)}`);
  if (first?.code === "invalid_value")
    return invalidParameter(param, `Invalid ${param}: must be one of ${first.values.join(", ")}`);
  if (first?.code === "invalid_type") {
    const kind = first.expected === "array" ? "array" : first.expected === "object" ? "object" : "string";
    return invalidParameter(param, `Invalid ${kind}`, kind === "string" ? "parameter_invalid_string" : undefined);
  }
  const [message, code] = words[first?.message ?? ""]?.(String(value), param) ?? [first?.message ?? `Invalid ${param}`];
  return invalidParameter(param, message, code);
}

/** The parameters in their types, or Stripe's refusal. */
export function checked<Schema extends z.ZodType>(schema: Schema, raw: unknown): z.output<Schema> {
  const result = schema.safeParse(raw);
  if (!result.success) throw refusalOf(result.error.issues, raw);
  return result.data;
}
