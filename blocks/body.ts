import type { z } from "zod";
import type { ToolEntry } from "./tool";

/** A stored body in today's shape; null for one of another version, which `readable` puts into lines. */
export function bodyOf<Schema extends z.ZodType>(schema: Schema, body: unknown): z.infer<Schema> | null {
  const read = schema.safeParse(body);
  return read.success ? read.data : null;
}

/** A body checked before it is sent: its data, or for each field (its first key) a key of errors.json's `field`. */
export function checked<Schema extends z.ZodType>(
  schema: Schema,
  body: unknown,
): { data: z.infer<Schema>; faults: null } | { data: null; faults: Record<string, string> } {
  const read = schema.safeParse(body);
  if (read.success) return { data: read.data, faults: null };
  const faults: Record<string, string> = {};
  for (const { path, message } of read.error.issues) faults[path.join(".")] ??= message;
  return { data: null, faults };
}

/** One entry with its body in today's shape. */
export interface Read<Body> {
  entry: ToolEntry;
  body: Body;
}

/** The entries of one kind whose bodies are in today's shape, in their order. */
export function reading<Schema extends z.ZodType>(
  schema: Schema,
  entries: readonly ToolEntry[],
  kind: string,
): Read<z.infer<Schema>>[] {
  return entries.flatMap((entry) => {
    const body = entry.kind === kind ? bodyOf(schema, entry.body) : null;
    return body === null ? [] : [{ entry, body }];
  });
}

/** The entries whose shape is no longer known: their kind is gone, or their body is of another version. */
export function oldOnes(rules: Record<string, { body: z.ZodType }>, entries: readonly ToolEntry[]): ToolEntry[] {
  return entries.filter(({ kind, body }) => !(Object.hasOwn(rules, kind) && rules[kind]?.body.safeParse(body).success));
}
