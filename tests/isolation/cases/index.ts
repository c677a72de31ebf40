import { base } from "./base";
import type { IsolationCase } from "./shape";

/** One row for every procedure. The walk fails on a procedure that has none. */
export const cases: Record<string, IsolationCase> = {
  ...base,
  // Last: it ends the sessions that the rows above use.
  "session.end": { input: () => undefined, allowed: [], open: true },
};
