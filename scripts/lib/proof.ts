import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import path from "node:path";
import type { ProofRow } from "../../tests/harness/proof";
import { root } from "./paths";

function commit(): string {
  const git = (...args: string[]): string => execFileSync("git", args, { cwd: root, encoding: "utf8" }).trim();
  const changed = git("status", "--porcelain", "--", ".", ":!docs/proof.md") ? " and changes on top" : "";
  return `${git("rev-parse", "--short=12", "HEAD")}${changed}`;
}

/** Writes docs/proof.md: what the full-size proofs measured, on which commit and machine. */
export function writeProofTable(reportFile: string): void {
  const lines = existsSync(reportFile) ? readFileSync(reportFile, "utf8").trim().split("\n").filter(Boolean) : [];
  const rows = lines.map((line) => JSON.parse(line) as ProofRow);
  const machine = `${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform} ${process.arch}`;
  const table = rows.map(
    ({ proof, size, measured, bound, holds }) =>
      `| ${proof} | ${size} | ${measured} | ${bound} | ${holds ? "yes" : "**no**"} |`,
  );
  const body = [
    "# Proofs at full size",
    "",
    "Written by `npm run test:long`; not by hand.",
    "",
    `Commit ${commit()}, ${new Date().toISOString().slice(0, 10)}, ${machine}.`,
    "",
    ...(rows.length > 0
      ? ["| Proof | Size | Measured | Bound | Holds |", "| --- | --- | --- | --- | --- |", ...table]
      : ["No proof of full size has been written yet."]),
    "",
  ];
  writeFileSync(path.join(root, "docs/proof.md"), body.join("\n"));
}
