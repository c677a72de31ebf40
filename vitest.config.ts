import { randomBytes } from "node:crypto";
import { defineConfig } from "vitest/config";

const outside = ["**/node_modules/**", "**/.next*/**", ".data/**", ".test/**", "e2e/**"];
const database = ["**/*.integration.test.ts", "tests/isolation/**", "**/*.long.test.ts"];
const key = () => randomBytes(32).toString("base64");
/** Unit tests reach no database; the environment is complete so that what they touch can read it. */
const unitEnvironment = {
  DATABASE_SYSTEM_URL: "none",
  AUTH_SECRET: key(),
  KEY_RING: `k1:${key()}`,
  PLATFORM_KEY: key(),
  LINK_KEY: key(),
  LOG_LEVEL: "silent",
};
const withDatabase = { globalSetup: "./tests/harness/cluster.ts", testTimeout: 30_000, hookTimeout: 60_000 };

export default defineConfig({
  resolve: { alias: { "@": import.meta.dirname } },
  test: {
    maxWorkers: 2,
    // A thread starts with a third less work than a process, and every file gets one of its own.
    pool: "threads",
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["**/*.test.{ts,tsx}"],
          exclude: [...outside, ...database],
          env: unitEnvironment,
          testTimeout: 30_000, // ten years of windows, many times over, on a machine that does other things too
        },
      },
      {
        extends: true,
        test: { name: "integration", include: ["**/*.integration.test.ts"], exclude: outside, ...withDatabase },
      },
      {
        extends: true,
        test: { name: "isolation", include: ["tests/isolation/**/*.test.ts"], exclude: outside, ...withDatabase },
      },
      {
        extends: true,
        test: {
          name: "long",
          include: ["**/*.long.test.ts"],
          exclude: outside,
          ...withDatabase,
          testTimeout: 1_800_000,
        },
      },
    ],
  },
});
