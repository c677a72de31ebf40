import { mkdirSync, statSync } from "node:fs";
import path from "node:path";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright";
import { demoPassword } from "@/components/auth/demo-accounts";
import { chromiumLaunch } from "@/tests/harness/chromium";
import { root } from "./lib/paths";
import { explain, PlainError } from "./lib/steps.mjs";

const folder = path.join(root, "docs/screenshots");
const largestBytes = 300 * 1024;
const theCouple = /Alex.*Sam/;

/** One reader with one screen. Motion is reduced and zone and language are the demo's, so that pictures repeat. */
const common = {
  locale: "en-US",
  timezoneId: "America/New_York",
  colorScheme: "light",
  reducedMotion: "reduce",
} as const;
const desktop: BrowserContextOptions = { ...common, viewport: { width: 1280, height: 820 } };
const phone: BrowserContextOptions = {
  ...common,
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
};

/** Takes a picture of what the window shows, when fonts and images are there. */
async function shoot(page: Page, name: string): Promise<void> {
  await page.mouse.move(0, 0); // nothing hovered
  await page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
  });
  const file = path.join(folder, `${name}.png`);
  await page.screenshot({ path: file, animations: "disabled", caret: "hide" });
  const { size } = statSync(file);
  console.log(`  ${`${name}.png`.padEnd(20)}${Math.round(size / 1024)} kB`);
  if (size > largestBytes) throw new PlainError(`${name}.png is too large to be kept in the repository`);
}

async function shootDark(page: Page, name: string): Promise<void> {
  await page.emulateMedia({ colorScheme: "dark" });
  await shoot(page, `${name}-dark`);
  await page.emulateMedia({ colorScheme: "light" });
}

async function signIn(page: Page, email: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(demoPassword);
  await page.locator("#sign-in-submit").click();
  await page.waitForURL(/\/(practice|couple)\//);
}

async function visitor(page: Page): Promise<void> {
  await page.goto("/");
  await page.getByRole("heading", { level: 1 }).waitFor();
  await shoot(page, "landing");
}

async function therapist(page: Page): Promise<void> {
  await signIn(page, "therapist@harbor.example");
  const couple = page.getByRole("link", { name: theCouple });
  await couple.waitFor();
  await shoot(page, "caseload");
  await couple.click();
  await page.getByRole("heading", { level: 1, name: theCouple }).waitFor();
  await shoot(page, "couple");
  await shootDark(page, "couple");
}

async function partner(page: Page): Promise<void> {
  await signIn(page, "sam@couple.example");
  await page.getByRole("heading", { level: 1, name: /Sam/ }).waitFor();
  await page.getByRole("button", { name: "Understood" }).click();
  await shoot(page, "today");
  await shootDark(page, "today");
  await page.getByRole("link", { name: /^Begin/ }).click();
  const checkIn = page.locator("#check-in");
  await checkIn.getByText("Done", { exact: true }).click();
  await checkIn.getByText("You and your therapist", { exact: true }).click();
  await checkIn
    .getByRole("group", { name: /useful/ })
    .getByText("8", { exact: true })
    .click();
  const words = checkIn.getByLabel(/What helped/);
  await words.fill("One small promise, said aloud, was enough.");
  await checkIn.getByText("Kept on this phone as you type.").waitFor();
  await words.evaluate((area) => area.scrollIntoView({ block: "end" }));
  await shoot(page, "check-in");
}

/** Plays one reader in a context of their own. */
async function play(
  browser: Browser,
  baseURL: string,
  screen: BrowserContextOptions,
  reader: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ ...screen, baseURL });
  try {
    await reader(await context.newPage());
  } finally {
    await context.close();
  }
}

/**
 * Makes the pictures of the README from a running demo: npm run screenshots [-- address]. Without an address it takes
 * the product that runs on this data folder. It stores nothing in the demo.
 */
async function main(): Promise<void> {
  const address = process.argv[2] ?? process.env.PUBLIC_URL ?? "http://localhost:3000";
  const answer = await fetch(new URL("/api/health", address)).catch(() => undefined);
  if (!answer?.ok) throw new PlainError(`No running demo at ${address}. Start one first: npm start`);
  mkdirSync(folder, { recursive: true });
  const browser = await chromium.launch(await chromiumLaunch());
  try {
    await play(browser, address, desktop, visitor);
    await play(browser, address, desktop, therapist);
    await play(browser, address, phone, partner);
  } finally {
    await browser.close();
  }
}

await main().catch((error: unknown) => {
  explain(error);
  process.exit(1);
});
