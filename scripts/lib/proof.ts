import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import path from "node:path";
import type { ProofRow } from "../../tests/harness/proof";
import { root } from "./paths";

const table = path.join(root, "docs/proof.md");
const columns = ["Proof", "Size", "Measured", "Bound", "Holds", "When"];

function commit(): string {
  const git = (...args: string[]): string => execFileSync("git", args, { cwd: root, encoding: "utf8" }).trim();
  const changed = git("status", "--porcelain", "--", ".", ":!docs/proof.md") ? " and changes on top" : "";
  return `${git("rev-parse", "--short=12", "HEAD")}${changed}`;
}

/** The cells of the rows that stand, by what they show. */
function standing(): Map<string, string[]> {
  const text = existsSync(table) ? readFileSync(table, "utf8") : "";
  // Before each row said so, the page did for all of them.
  const [, of = ""] = /^Commit (.+?, \d{4}-\d\d-\d\d), /m.exec(text) ?? [];
  const lines = text.split("\n").filter((line) => line.startsWith("| ") && !/^\| (Proof|---) \|/.test(line));
  const rows = lines.map((line) => line.slice(2, -2).split(" | "));
  return new Map(rows.map((cells) => [cells[0] ?? "", cells.length < columns.length ? [...cells, of] : cells]));
}

/**
 * Brings docs/proof.md up to what full-size proofs have just measured, each row with its commit and day. What was not measured
 * this time stands as it was.
 */
export function writeProofTable(reportFile: string): void {
  const lines = existsSync(reportFile) ? readFileSync(reportFile, "utf8").trim().split("\n").filter(Boolean) : [];
  const when = `${commit()}, ${new Date().toISOString().slice(0, 10)}`;
  const rows = standing();
  for (const { proof, size, measured, bound, holds } of lines.map((line) => JSON.parse(line) as ProofRow))
    rows.set(proof, [proof, size, measured, bound, holds ? "yes" : "**no**", when]);
  const machine = `${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform} ${process.arch}`;
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const body = [
    "# Proofs at full size",
    "",
    "Written by `npm run test:long` and by the benches; not by hand.",
    "",
    `Last measured on ${machine}.`,
    "",
    ...(rows.size > 0
      ? [line(columns), line(columns.map(() => "---")), ...[...rows.values()].map(line)]
      : ["No proof of full size has been written yet."]),
    "",
  ];
  writeFileSync(table, body.join("\n"));
}
