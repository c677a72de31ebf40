import { defineConfig } from "@playwright/test";
import { chromiumLaunch } from "./tests/harness/chromium";

/** Run by `npm test`, which starts the product of the test build and says in the environment where it is. */
export default defineConfig({
  testDir: "e2e/specs",
  outputDir: "test-results",
  fullyParallel: false,
  workers: 2,
  // A loaded machine may miss a moment; a test that needed another try is reported as flaky, by name.
  retries: 2,
  forbidOnly: true,
  timeout: 150_000,
  expect: { timeout: 20_000 },
  reporter: [["list"]],
  use: {
    browserName: "chromium",
    baseURL: process.env.E2E_BASE_URL ?? "http://localhost:3000",
    launchOptions: await chromiumLaunch(),
    locale: "en-US",
    timezoneId: "America/New_York",
    screenshot: "only-on-failure",
    // A trace of every test costs a fifth of the time; a test that fails is tried again and then traced.
    trace: "on-first-retry",
  },
});
