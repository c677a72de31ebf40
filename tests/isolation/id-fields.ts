import { z } from "zod";

/** An id in a procedure's input: `coupleId`, `personIds.*`, `partners.*.personId`. */
export type IdPath = string;

interface Schema {
  type?: string;
  format?: string;
  const?: unknown;
  enum?: unknown[];
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
}

function walk(schema: Schema, wanted: (schema: Schema) => boolean, path: string[] = []): IdPath[] {
  const branches = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
  return [
    ...(wanted(schema) ? [path.join(".")] : []),
    ...Object.entries(schema.properties ?? {}).flatMap(([name, inner]) => walk(inner, wanted, [...path, name])),
    ...(schema.items ? walk(schema.items, wanted, [...path, "*"]) : []),
    ...branches.flatMap((inner) => walk(inner, wanted, path)),
  ];
}

function fields(inputs: unknown[], wanted: (schema: Schema) => boolean): IdPath[] {
  const found = inputs.flatMap((input) =>
    walk(
      z.toJSONSchema(input as z.ZodType, { io: "input", unrepresentable: "any", reused: "inline" }) as Schema,
      wanted,
    ),
  );
  return [...new Set(found)];
}

/** Where ids stand in an input, read from the zod schemas that a procedure checks it with. */
export const idFields = (inputs: unknown[]): IdPath[] => fields(inputs, (schema) => schema.format === "uuid");

/** Where free text stands in an input: strings that are no id and no choice of a list. */
export const textFields = (inputs: unknown[]): IdPath[] =>
  fields(inputs, ({ type, format, enum: choices, const: only }) => {
    return type === "string" && format !== "uuid" && choices === undefined && only === undefined;
  });

/** A copy of the input in which the first id at a path is another one; null when there is none at it. */
export function withId(input: unknown, path: IdPath, id: unknown): unknown {
  const copy = structuredClone(input);
  const steps = path.split(".").map((step) => (step === "*" ? "0" : step));
  const last = steps.pop() ?? "";
  const holder = steps.reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], copy);
  if (typeof (holder as Record<string, unknown> | undefined)?.[last] !== "string") return null;
  (holder as Record<string, unknown>)[last] = id;
  return copy;
}

/** Names that do not spell their table. */
const otherNames: Record<string, string> = {
  week: "enrolment_week",
  afterWeek: "enrolment_week",
  repeatWeek: "enrolment_week",
  passkey: "identity.passkey",
  session: "identity.session",
  associate: "person",
  supervisor: "person",
  rhythm: "appointment_rhythm",
};

/** The table whose rows an id names, by the name of its field: `checkInId` and `checkInIds` are of `check_in`. */
export function tableOf(path: IdPath): string {
  const field =
    path
      .split(".")
      .filter((step) => step !== "*")
      .pop() ?? "";
  const name = field.replace(/Ids?$/, "");
  return otherNames[name] ?? name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** Ids that a browser makes itself so that nothing is stored twice: they name no row of anyone. */
export const madeByBrowser = (path: IdPath) => path === "clientId";
