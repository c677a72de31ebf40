import { z } from "zod";
import { type Fault, type FaultKey, faultsIn } from "./faults";
import { draftSchema } from "./lenient";
import type { OwnStrategy } from "./schema";

/** Most bytes of a file, and how deep its brackets may be nested: a strategy needs eight. */
export const largestFile = 256 * 1024;
const deepest = 12;
/** More faults than these help nobody. */
const mostFaults = 40;

const fileSchema = z.strictObject({
  format: z.literal("reconnect-strategy"),
  version: z.literal(1),
  strategy: draftSchema,
});

/** Names that reach into how objects work in JavaScript. */
const forbidden = new Set(["__proto__", "constructor", "prototype"]);

/** How deep brackets are nested in a JSON text, told before it is parsed: those inside strings do not count. */
function depthOf(text: string): number {
  let [depth, most, inString] = [0, 0, false];
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (inString) {
      if (sign === "\\") at++;
      else if (sign === '"') inString = false;
    } else if (sign === '"') inString = true;
    else if (sign === "{" || sign === "[") most = Math.max(most, ++depth);
    else if (sign === "}" || sign === "]") depth--;
  }
  return most;
}

function forbiddenNames(value: unknown): Fault[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.getOwnPropertyNames(value).flatMap((name): Fault[] => {
    if (forbidden.has(name)) return [{ place: [name], fault: "forbiddenName" }];
    return forbiddenNames((value as Record<string, unknown>)[name]);
  });
}

function parsed(text: string): { value: unknown; fault: null } | { value: null; fault: FaultKey } {
  try {
    return { value: JSON.parse(text), fault: null };
  } catch {
    return { value: null, fault: "notJson" };
  }
}

const refusal = (fault: FaultKey): FileRead => ({ strategy: null, faults: [{ place: [], fault }] });

/** A strategy out of a file, or what is wrong with the file. */
export type FileRead = { strategy: OwnStrategy; faults: null } | { strategy: null; faults: Fault[] };

/**
 * Reads a file that somebody gave. Nothing in it is run, opened or fetched: it is measured, parsed as JSON, and every name,
 * number and text of it is held to the schema.
 */
export function readStrategyFile(text: string): FileRead {
  if (text.length > largestFile || new TextEncoder().encode(text).length > largestFile) return refusal("tooLarge");
  if (depthOf(text) > deepest) return refusal("tooDeep");
  const { value, fault } = parsed(text.replace(/^\ufeff/, ""));
  if (fault) return refusal(fault);
  const names = forbiddenNames(value);
  if (names.length > 0) return { strategy: null, faults: names.slice(0, mostFaults) };
  if (typeof value !== "object" || value === null || !("format" in value) || value.format !== "reconnect-strategy")
    return refusal("notAStrategy");
  const read = fileSchema.safeParse(value, { reportInput: true });
  if (read.success) return { strategy: read.data.strategy, faults: null };
  const faults = faultsIn(read.error.issues).map(({ place, ...rest }) => ({
    ...rest,
    place: place[0] === "strategy" ? place.slice(1) : place,
  }));
  return { strategy: null, faults: faults.slice(0, mostFaults) };
}

/** The text of a strategy's file. */
export function strategyFile(strategy: OwnStrategy): string {
  return `${JSON.stringify({ format: "reconnect-strategy", version: 1, strategy }, null, 2)}\n`;
}

/** A name for the file, from the strategy's title: letters, digits and hyphens. */
export function fileNameOf(title: string): string {
  const plain = title
    .normalize("NFD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return `${plain.slice(0, 60) || "strategy"}.json`;
}
