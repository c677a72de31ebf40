import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";

const root = path.join(import.meta.dirname, "..");
const page = readFileSync(path.join(root, "docs/security/threats.md"), "utf8");
const lines = page.split("\n").filter((line) => line.startsWith("| ") && !/^\| (attack|---)/.test(line));
const named = lines.flatMap((line) =>
  [...line.matchAll(/`([^`]+\.(?:test|spec)\.tsx?)` "([^"]+)"/g)].map(([, file = "", name = ""]) => ({ file, name })),
);

it.each(named)("the threats' page names a test that is there: $file, $name", ({ file, name }) => {
  expect(existsSync(path.join(root, file))).toBe(true);
  const source = readFileSync(path.join(root, file), "utf8").replace(/\(\s+"/g, '("');
  expect(source.includes(`("${name}"`)).toBe(true);
});

it("names a test for each attack", () => {
  expect(lines.length).toBeGreaterThan(30);
  expect(lines.filter((line) => !/` "/.test(line))).toEqual([]);
});
