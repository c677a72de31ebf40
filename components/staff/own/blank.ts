import { type Field, rowKeys } from "@/content/own/shape";

/** A name that none of the others has: the kind, and a number where there is one already. */
export function freeName(base: string, taken: readonly string[]): string {
  if (!taken.includes(base)) return base;
  let number = 2;
  while (taken.includes(`${base}-${number}`)) number++;
  return `${base}-${number}`;
}

/** Something of a field's form with nothing in it. `taken`: names that rows beside it carry. */
export function blankOf(field: Field, taken: readonly string[] = []): unknown {
  switch (field.type) {
    case "text":
      return { en: "", es: "" };
    case "number":
      return field.min;
    case "flag":
      return false;
    case "choice":
      return field.values[0];
    case "key":
      return freeName("part", taken);
    case "fixed":
      return field.value;
    case "list": {
      const keys = rowKeys(field);
      if (keys && field.item.type === "group") return keys.map((key) => ({ ...(blankOf(field.item) as object), key }));
      const rows: unknown[] = [];
      while (rows.length < field.min) rows.push(blankOf(field.item, rows.map(nameOf)));
      return rows;
    }
    case "group":
      return Object.fromEntries(
        Object.entries(field.fields)
          .filter(([name]) => !field.optional.includes(name))
          .map(([name, inner]) => [name, blankOf(inner, taken)]),
      );
  }
}

/** The name that a row of a list carries. */
export function nameOf(row: unknown): string {
  if (typeof row !== "object" || row === null) return "";
  const { key, value } = row as { key?: unknown; value?: unknown };
  return String(key ?? value ?? "");
}
