import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { baseUrl } from "../fixtures/environment";
import {
  barriers,
  dress,
  expectWords,
  height,
  type Locale,
  listen,
  missingKey,
  overflow,
  type Theme,
} from "../fixtures/inspect";
import { arrive, desk } from "../fixtures/people";

/**
 * Where axe looks: each theme in each language, and each width. Colours hang on the theme and structure on the width,
 * so not every combination is needed; only the room that words take hangs on both, and is measured at every width.
 */
const views: Record<Locale, [width: number, theme: Theme][]> = {
  en: [
    [360, "light"],
    [1280, "dark"],
  ],
  es: [
    [768, "light"],
    [360, "dark"],
  ],
};
const widths = [320, 360, 768, 1280];
const locales = ["en", "es"] as const;

let page: Page;
let complaints: () => Promise<string[]>;

/** Lets the tests of a group look through one browser of their own. */
async function lookThrough(context: BrowserContext): Promise<void> {
  page = await context.newPage();
  complaints = await listen(page);
}

/** Opens a path in both languages and looks at it in every view. */
async function look(path: string | Record<Locale, string>, { status = 200, headings = 1 } = {}): Promise<void> {
  for (const locale of locales) {
    await page.context().addCookies([{ name: "locale", value: locale, url: baseUrl() }]);
    const answer = await page.goto(typeof path === "string" ? path : path[locale]);
    expect(answer?.status()).toBe(status);
    await expectWords(page, locale, headings);
    for (const [width, theme] of views[locale]) {
      await dress(page, width, theme, locale === "en" ? "device" : "choice");
      expect.soft(await barriers(page), `no barrier at ${width} px, ${theme}, ${locale}`).toEqual([]);
    }
    for (const width of widths) {
      await page.setViewportSize({ width, height });
      // Asked again until the new width has been laid out.
      await expect.poll(() => overflow(page), `no sideways scrolling at ${width} px, ${locale}`).toBe(0);
    }
    expect.soft(await complaints(), `no complaint in ${locale}`).toEqual([]);
  }
}

/** Follows the first link of that name, in English, and answers with where it leads. */
async function pathOf(start: string, link: RegExp): Promise<string> {
  await page.context().addCookies([{ name: "locale", value: "en", url: baseUrl() }]);
  await page.goto(start);
  return (await page.getByRole("link", { name: link }).first().getAttribute("href")) ?? "";
}

test.describe("without signing in", () => {
  test.beforeAll(async ({ browser }) => lookThrough(await browser.newContext({ ...desk, reducedMotion: "reduce" })));

  for (const path of ["", "/strategies", "/strategies/listen-actively", "/privacy", "/security"]) {
    test(`the public page ${path || "/"} is open to everyone`, () => look({ en: path || "/", es: `/es${path}` }));
  }
  for (const path of ["/sign-in/link", "/sign-in/return", "/reset", "/reset/link", "/account/address"]) {
    test(`the page ${path} is open to everyone`, () => look(path));
  }
  for (const path of [
    "/sign-in",
    "/sign-up",
    "/sign-up/link",
    "/unsubscribe/bad",
    "/offline",
    "/rest",
    "/join",
    "/join/address",
  ]) {
    test(`the page ${path} is open to everyone`, () => look(path));
  }
  // Twelve of a kind: each in one language and one dress, which change from one to the next.
  test("the tools to try are open to everyone, and nothing of them is stored", async () => {
    test.slow();
    const sitemap = await (await page.request.get("/sitemap.xml")).text();
    const paths = [...sitemap.matchAll(/<loc>[^<]*?(\/strategies\/[a-z-]+\/try)<\/loc>/g)].map(
      (match) => match[1] ?? "",
    );
    const keys = [...new Set(paths)];
    expect(keys).toHaveLength(12);
    for (const [index, path] of keys.entries()) {
      const locale = locales[index % 2] ?? "en";
      const [width, theme] = views[locale][index % 4 < 2 ? 0 : 1] ?? [360, "light"];
      expect((await page.goto(locale === "es" ? `/es${path}` : path))?.status()).toBe(200);
      await expectWords(page, locale);
      await dress(page, width, theme, "device");
      expect.soft(await barriers(page), `no barrier on ${path} at ${width} px, ${theme}, ${locale}`).toEqual([]);
      await page.setViewportSize({ width: 320, height });
      await expect.poll(() => overflow(page), `no sideways scrolling on ${path}`).toBe(0);
      expect.soft(await complaints(), `no complaint on ${path}`).toEqual([]);
    }
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
  });
  // Its own heading and two samples.
  test("the page of all primitives is open to everyone", () => look("/design", { headings: 3 }));
  test("the page of an address that leads nowhere is open to everyone", () => look("/nowhere", { status: 404 }));
});

test("a page with faults would not get through", async ({ page }) => {
  const heard = await listen(page);
  await page.goto("/rest");
  await page.evaluate(() => {
    const picture = document.createElement("img");
    picture.src = "https://elsewhere.example/picture.png";
    const wide = document.createElement("p");
    wide.textContent = "wide";
    wide.style.width = "200vw";
    document.body.append(picture, wide);
  });
  expect(await barriers(page)).toContain("image-alt: img");
  expect(await overflow(page)).toBeGreaterThan(0);
  expect("Nothing here: staff.couple.title").toMatch(missingKey);
  expect((await heard()).join()).toContain("policy: img-src https://elsewhere.example");
});

test.describe("a therapist", () => {
  let home = "";
  test.beforeAll(async ({ browser }) => {
    const therapist = await arrive(browser, "therapist@harbor.example", desk);
    home = new URL(therapist.page.url()).pathname;
    await lookThrough(therapist.context);
  });

  test("reads the caseload everywhere", () => look(home));
  test("reads a couple everywhere", async () => look(await pathOf(home, /Tess/)));
  test("assigns homework everywhere", async () => look(`${await pathOf(home, /Tess/)}/assign`));
  test("invites a couple everywhere", () => look(`${home}/couples/new`));
  test("sees who reads a couple everywhere", async () => look(`${await pathOf(home, /Tess/)}/access`));
  test("hands a couple over to another practice everywhere", async () =>
    look(`${await pathOf(home, /Tess/)}/transfer`));
  test("takes a couple on from another practice everywhere", () => look(`${home}/couples/receive`));
  test("plans time away everywhere", () => look(`${home}/absence`));
  test("sees who works here everywhere", () => look(`${home}/people`));
  test("reads the library everywhere", () => look(`${home}/library`));
  test("keeps their licences everywhere", () => look(`${home}/licences`));
  test("reads a strategy everywhere", () => look(`${home}/library/listen-actively`));
  test("sees who opened a couple everywhere", async () => look(`${await pathOf(home, /Tess/)}/log`));
  test("keeps the accounting of disclosures everywhere", async () => look(`${await pathOf(home, /Alex/)}/disclosures`));
  test("reads a statement of disclosures everywhere", async () =>
    look(await pathOf(`${await pathOf(home, /Alex/)}/disclosures`, /^Statement for/)));
  test("sets up a second step everywhere", () => look("/two-factor"));
  test("meets an understandable page where there is no couple", () => look(`${home}/couples/${crypto.randomUUID()}`));
});

test.describe("an owner", () => {
  let home = "";
  test.beforeAll(async ({ browser }) => {
    const owner = await arrive(browser, "owner@harbor.example", desk);
    home = new URL(owner.page.url()).pathname.split("/").slice(0, 3).join("/");
    await lookThrough(owner.context);
  });

  for (const path of ["start", "settings", "agreement", "licences"]) {
    test(`uses the page ${path} everywhere`, () => look(`${home}/${path}`));
  }
  test("chooses among places everywhere", () => look("/home?all=1"));
  test("founds another practice everywhere", () => look("/sign-up/practice"));
  test("reads the access log everywhere", () => look(`${home}/log`));
  test("reads an access log in which nothing matches everywhere", () => look(`${home}/log?to=2001-01-01`));
});

test.describe("a coordinator", () => {
  let home = "";
  test.beforeAll(async ({ browser }) => {
    const coordinator = await arrive(browser, "coordinator@harbor.example", desk);
    home = new URL(coordinator.page.url()).pathname.split("/").slice(0, 3).join("/");
    await lookThrough(coordinator.context);
  });

  test("reads the list of couples everywhere", () => look(`${home}/couples`));
});

test.describe("an owner of the staff", () => {
  let home = "";
  test.beforeAll(async ({ browser }) => {
    const owner = await arrive(browser, "owner@harbor.example", desk);
    home = new URL(owner.page.url()).pathname.split("/").slice(0, 3).join("/");
    await lookThrough(owner.context);
  });

  test("runs the staff everywhere", () => look(`${home}/people`));
  test("lets somebody go everywhere", async () => look(await pathOf(`${home}/people`, /^Let Miriam/)));
  test("opens emergency access everywhere", async () => look(await pathOf(`${home}/couples`, /^Emergency access/)));
});

test.describe("a partner", () => {
  let home = "";
  test.beforeAll(async ({ browser }) => {
    const partner = await arrive(browser, "mika@couple.example", desk);
    home = new URL(partner.page.url()).pathname;
    await lookThrough(partner.context);
  });

  test("reads today everywhere", () => look(home));
  test("does an exercise everywhere", async () => look(await pathOf(home, /^Begin/)));
  for (const path of ["pulse", "us", "me", "transfer"]) {
    test(`uses the page ${path} everywhere`, () => look(`${home}/${path}`));
  }
  test("sees how they sign in everywhere", () => look("/account"));
  test("unlocks everywhere", () => look("/unlock?next=/home"));
  test("meets an understandable page where there is no homework", () =>
    look(`${home}/homework/${crypto.randomUUID()}`));
});
