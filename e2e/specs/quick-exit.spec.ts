import { type Browser, expect, type Page, test } from "@playwright/test";
import { arrive, type Person, phone } from "../fixtures/people";

/** Notes what the page shows in the very moment of a click or a key, before anything else happens. */
async function noteMoments(page: Page): Promise<string[]> {
  const moments: string[] = [];
  await page.exposeFunction("noteMoment", (moment: string) => moments.push(moment));
  await page.evaluate(() => {
    const note = () => Object(window).noteMoment(`${document.title}: ${document.body.innerText}`);
    for (const gesture of ["click", "keyup"]) window.addEventListener(gesture, note);
  });
  return moments;
}

async function onExercise(browser: Browser): Promise<Person> {
  const person = await arrive(browser, "jun@couple.example", phone);
  await person.page
    .getByRole("link", { name: /^Begin/ })
    .first()
    .click();
  await expect(person.page.getByRole("heading", { name: "How did it go?", level: 2 })).toBeVisible();
  return person;
}

async function openWords(page: Page) {
  await page.locator("#check-in").getByRole("radio", { name: "Only you" }).check({ force: true });
  const words = page.getByLabel(/What helped/);
  await words.focus();
  return words;
}

async function pressShift(page: Page, times: number): Promise<void> {
  for (let time = 0; time < times; time++) await page.keyboard.press("Shift");
}

async function expectRest(page: Page): Promise<void> {
  await expect(page).toHaveURL(/\/rest$/);
  await expect(page).toHaveTitle("World clock");
  await expect(page.getByRole("heading", { level: 1, name: "World clock" })).toBeVisible();
  await expect(page.locator("html")).not.toContainText(/reconnect|couple|therap|homework|jun|bea/i);
}

/** Neither the way back nor the address opens anything without signing in. */
async function expectSignedOut(page: Page, address: string): Promise<void> {
  await page.goBack();
  await expect(page).not.toHaveURL(/\/couple\//);
  await page.goto(address);
  await expect(page).toHaveURL(/\/sign-in/);
}

test("the button covers the page at once, leads to a plain one, and the session is over", async ({ browser }) => {
  const { page } = await onExercise(browser);
  const address = page.url();
  const moments = await noteMoments(page);
  await page.getByRole("button", { name: "Leave quickly" }).click();
  await expectRest(page);
  expect(moments).toEqual(["World clock: "]);
  await expectSignedOut(page, address);
});

test("Shift three times does the same, also in the middle of a sentence", async ({ browser }) => {
  const { page } = await onExercise(browser);
  const address = page.url();
  await openWords(page);
  await page.keyboard.type("I wanted to say");
  const moments = await noteMoments(page);
  await pressShift(page, 3);
  await expectRest(page);
  expect(moments.at(-1)).toBe("World clock: ");
  await expectSignedOut(page, address);
});

test("capitals and other keys in between do not", async ({ browser }) => {
  const { page } = await onExercise(browser);
  const words = await openWords(page);
  for (const key of ["A", "B", "C", "D"]) await page.keyboard.press(`Shift+${key}`);
  for (const key of ["e", "f", "g"]) {
    await pressShift(page, 2);
    await page.keyboard.press(key);
  }
  for (const key of ["Control+Shift", "Alt+Shift", "Control+Shift"]) await page.keyboard.press(key);
  await expect(words).toHaveValue("ABCDefg");
  await expect(page.getByRole("button", { name: "Leave quickly" })).toBeVisible();
  await words.fill("");
});

test("every open tab goes along", async ({ browser }) => {
  const { page, context } = await onExercise(browser);
  const other = await context.newPage();
  await other.goto(page.url().replace(/\/homework.*/, "/us"));
  await expect(other.getByRole("heading", { level: 1 })).toBeVisible();
  await page.getByRole("button", { name: "Leave quickly" }).click();
  await expectRest(page);
  await expectRest(other);
});

test("without a network it works as well, and the session is over before the next page", async ({ browser }) => {
  const { page, context } = await onExercise(browser);
  const address = page.url();
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller) return;
    await new Promise((resolve) => navigator.serviceWorker.addEventListener("controllerchange", resolve));
  });
  await context.setOffline(true);
  await page.getByRole("button", { name: "Leave quickly" }).click();
  await expectRest(page);
  await context.setOffline(false);
  await page.goto(address);
  await expect(page).toHaveURL(/\/sign-in/);
});
