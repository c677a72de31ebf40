import { expect, type Page, test } from "@playwright/test";
import { newContext } from "../fixtures/contexts";
import { type Desk, giveHomework } from "../fixtures/homework";
import { arrive, desk, type Person, password, phone } from "../fixtures/people";
import { deskOf } from "../fixtures/phones";

/** Opens a page whose script does not come before it is let through, as on a slow connection. */
async function openSlowly(page: Page, path: string): Promise<() => Promise<void>> {
  let letThrough = (): void => undefined;
  const gate = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    await gate;
    await route.continue();
  });
  await page.goto(path, { waitUntil: "commit" });
  // Ours keeps what is done from here on.
  await page.waitForFunction(() => performance.getEntriesByName(new URL("/early.js", location.href).href).length > 0);
  return async () => {
    letThrough();
    await page.waitForFunction(() =>
      Object.keys(document.querySelector("main") ?? {}).some((key) => key.startsWith("__reactProps$")),
    );
  };
}

// The app's own store of scripts would hand them over at once.
const slow = { serviceWorkers: "block" } as const;
let table: Desk;
let lou: Person;

test.beforeAll(async ({ browser }) => {
  table = await deskOf(browser, "therapist@northside.example", /Lou/);
  lou = await arrive(browser, "lou@couple.example", { ...phone, ...slow });
});

test("what is typed before the page's script has come is still there, and is what is sent", async ({ browser }) => {
  const context = await newContext(browser, { ...phone, ...slow });
  const page = await context.newPage();
  const letThrough = await openSlowly(page, "/sign-in");
  await page.getByLabel("Email").fill("finn@couple.example");
  await page.getByLabel("Password", { exact: true }).fill(password);
  await letThrough();
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).toHaveURL(/\/couple\//);
});

test("days that are chosen before the page's script has come are the ones that are kept", async () => {
  const { page } = lou;
  const path = `/couple/${table.coupleId}/reminders`;
  const letThrough = await openSlowly(page, path);
  const wednesday = page.getByRole("checkbox", { name: "Wednesday" });
  const before = await wednesday.isChecked();
  await wednesday.click({ force: true });
  await letThrough();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText(/^Saved\./)).toBeVisible();
  await page.goto(path);
  await expect(wednesday).toBeChecked({ checked: !before });
});

test("a menu that is pressed before the page's script has come opens when it has", async ({ browser }) => {
  const { page } = await arrive(browser, "therapist@northside.example", { ...desk, ...slow });
  const letThrough = await openSlowly(page, `/practice/${table.practiceId}/couples/${table.coupleId}`);
  await page.getByRole("button", { name: /^Your account/ }).click();
  await expect(page.getByRole("menuitem").first()).toBeHidden();
  await letThrough();
  await expect(page.getByRole("menuitem").first()).toBeVisible();
});

test("a switch that is moved before the page's script has come is stored as it shows", async ({ browser }) => {
  const { page } = await arrive(browser, "therapist@northside.example", { ...desk, ...slow });
  const assignmentId = await giveHomework(table, "be-curious");
  const path = `/practice/${table.practiceId}/couples/${table.coupleId}/homework/${assignmentId}`;
  const letThrough = await openSlowly(page, path);
  const delivery = page.getByRole("switch", { name: /Exercises may carry words/ });
  const before = await delivery.isChecked();
  await delivery.click({ force: true });
  const stored = page.waitForResponse(/tools\.setDelivery/);
  await letThrough();
  await stored;
  await page.reload();
  await expect(delivery).toBeChecked({ checked: !before });
  const putBack = page.waitForResponse(/tools\.setDelivery/);
  await delivery.click({ force: true });
  await putBack;
});
