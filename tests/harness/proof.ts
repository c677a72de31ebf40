import { appendFileSync } from "node:fs";

/** One line of docs/proof.md. */
export interface ProofRow {
  /** What is shown, in a few words. */
  proof: string;
  /** At what size: "600,000 entries". */
  size: string;
  /** What was measured, with its unit. */
  measured: string;
  /** What it must stay under or reach. */
  bound: string;
  holds: boolean;
}

/** Adds a line to the table of docs/proof.md when `npm run test:long` or a bench runs; without them, does nothing. */
export function recordProof(row: ProofRow): void {
  const file = process.env.RECONNECT_PROOF_FILE;
  if (file) {
    appendFileSync(file, `${JSON.stringify(row)}\n`);
  }
}
