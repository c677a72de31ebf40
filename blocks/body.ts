import type { z } from "zod";

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
