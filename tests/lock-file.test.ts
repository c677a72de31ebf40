import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

type Entry = { optionalDependencies?: Record<string, string> };

/** npm leaves out what a registry lacks for other platforms, and `npm ci` then refuses the lock file everywhere. */
it("names every optional package, so that npm ci accepts the lock file (else: node scripts/complete-lock.mjs)", () => {
  const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as { packages: Record<string, Entry> };
  const places = Object.keys(lock.packages);
  const missing = Object.entries(lock.packages).flatMap(([dependent, entry]) =>
    Object.keys(entry.optionalDependencies ?? {}).filter(
      (name) => !places.some((place) => place.endsWith(`node_modules/${name}`)) && dependent !== "",
    ),
  );
  expect(missing).toEqual([]);
});
