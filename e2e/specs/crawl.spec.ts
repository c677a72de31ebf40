import { expect, test } from "@playwright/test";
import { newContext } from "../fixtures/contexts";
import { barriers, listen, missingKey, overflow } from "../fixtures/inspect";
import { look, lookThrough, pathOf } from "../fixtures/look";
import { arrive, desk } from "../fixtures/people";

test.describe("without signing in", () => {
  test.beforeAll(async ({ browser }) => lookThrough(await newContext(browser, desk)));

  for (const path of ["", "/strategies", "/strategies/listen-actively", "/pricing", "/privacy", "/security"]) {
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
  // Its own heading and two samples.
  test("the page of all primitives is open to everyone", () => look("/design", { headings: 3, closely: true }));
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

test.describe("a partner", () => {
  let home = "";
  test.beforeAll(async ({ browser }) => {
    const partner = await arrive(browser, "mika@couple.example", desk);
    home = new URL(partner.page.url()).pathname;
    await lookThrough(partner.context);
  });

  test("reads today everywhere", () => look(home, { closely: true }));
  test("does an exercise everywhere", async () => look(await pathOf(home, /^Begin/), { closely: true }));
  for (const path of ["pulse", "us", "me", "help", "reminders", "transfer"]) {
    test(`uses the page ${path} everywhere`, () => look(`${home}/${path}`));
  }
  test("sees how they sign in everywhere", () => look("/account"));
  test("unlocks everywhere", () => look("/unlock?next=/home"));
  test("meets an understandable page where there is no homework", () =>
    look(`${home}/homework/${crypto.randomUUID()}`));
});
