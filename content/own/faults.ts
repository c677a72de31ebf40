import type { z } from "zod";

/** Where something stands in a strategy: names and positions from the outside in. */
export type Place = (string | number)[];

/** One thing that keeps a strategy from being published or read: where, and why, as a key of own.json's `fault`. */
export interface Fault {
  place: Place;
  fault: FaultKey;
  /** What would be right: the values allowed, or how many. Never what was found. */
  wanted?: string;
}

export const faultKeys = [
  "needsWords",
  "tooLong",
  "tooFew",
  "tooMany",
  "outOfRange",
  "missing",
  "wrongKind",
  "notAllowed",
  "unknownName",
  "unknownBlock",
  "namedTwice",
  "saidTwice",
  "unfitCharacters",
  "httpsOnly",
  "tooLarge",
  "tooDeep",
  "notJson",
  "notAStrategy",
  "forbiddenName",
] as const;
export type FaultKey = (typeof faultKeys)[number];

const own = new Set<string>(faultKeys);
const blank = "Must not be blank or padded";
type Issue = z.core.$ZodIssue;

function faultKey(issue: Issue): FaultKey {
  const { code, message } = issue;
  if (message === blank) return "needsWords";
  if (own.has(message)) return message as FaultKey;
  const counted = code === "too_small" || code === "too_big";
  if (counted && issue.origin === "array") return code === "too_small" ? "tooFew" : "tooMany";
  if (counted) return "outOfRange";
  if (code === "invalid_union") return "unknownBlock";
  if (code === "invalid_type") return issue.input === undefined ? "missing" : "wrongKind";
  return "notAllowed";
}

function wanted(issue: Issue): string | undefined {
  if (issue.code === "too_small") return String(issue.minimum);
  if (issue.code === "too_big") return String(issue.maximum);
  return issue.code === "invalid_value" ? issue.values.map(String).join(", ") : undefined;
}

/** What a schema found, one fault for each name that does not belong. */
export function faultsIn(issues: readonly Issue[]): Fault[] {
  return issues.flatMap((issue): Fault[] => {
    const place = issue.path.map((step) => (typeof step === "symbol" ? "" : step));
    if (issue.code === "unrecognized_keys")
      return issue.keys.map((name) => ({ place: [...place, name], fault: "unknownName" }));
    const right = wanted(issue);
    return [{ place, fault: faultKey(issue), ...(right === undefined ? {} : { wanted: right }) }];
  });
}
