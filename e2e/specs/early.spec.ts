import { expect, type Page, test } from "@playwright/test";
import { type Desk, giveHomework, pathOfHomework } from "../fixtures/homework";
import { arrive, desk, type Person, phone } from "../fixtures/people";
import { deskOf } from "../fixtures/phones";

/** Opens a page whose script does not come before it is let through, as on a slow connection. */
async function openSlowly(page: Page, path: string): Promise<() => void> {
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
  return () => letThrough();
}

let table: Desk;
let lou: Person;

test.beforeAll(async ({ browser }) => {
  table = await deskOf(browser, "therapist@northside.example", /Lou/);
  lou = await arrive(browser, "lou@couple.example", phone);
});

test("a check-in that is filled in before the page's script has come is the one that is sent", async () => {
  await giveHomework(table, "listen-actively");
  const { page } = lou;
  const letThrough = await openSlowly(page, await pathOfHomework(lou, table.coupleId, "Listen actively"));
  const form = page.locator("#check-in");
  await form.getByText("Partly", { exact: true }).click();
  await form.getByText("You and your therapist", { exact: true }).click();
  await form.getByLabel(/What helped/).fill("The kettle was off.");
  letThrough();
  await expect(page.getByText("Kept on this phone as you type.")).toBeVisible();
  await expect(form.getByLabel(/What helped/)).toHaveValue("The kettle was off.");
  await page.getByRole("button", { name: "Send check-in" }).click();
  await expect(page.getByText("Sent. Thank you.")).toBeVisible();
  await page.goto(`/couple/${table.coupleId}/us`);
  await expect(page.getByText("The kettle was off.")).toHaveCount(0);
});

test("a menu that is pressed before the page's script has come opens when it has", async () => {
  const { page } = table.therapist;
  const letThrough = await openSlowly(page, `/practice/${table.practiceId}/couples/${table.coupleId}`);
  await page.getByRole("button", { name: /^Your account/ }).click();
  await expect(page.getByRole("menuitem").first()).toBeHidden();
  letThrough();
  await expect(page.getByRole("menuitem").first()).toBeVisible();
});

test("a switch that is moved before the page's script has come is stored as it shows", async ({ browser }) => {
  const owner = await arrive(browser, "therapist@northside.example", desk);
  const { page } = owner;
  const assignmentId = await giveHomework(table, "be-curious");
  const path = `/practice/${table.practiceId}/couples/${table.coupleId}/homework/${assignmentId}`;
  const letThrough = await openSlowly(page, path);
  const delivery = page.getByRole("switch", { name: /Exercises may carry words/ });
  const before = await delivery.isChecked();
  await delivery.click({ force: true });
  const stored = page.waitForResponse(/tools\.setDelivery/);
  letThrough();
  await stored;
  await page.reload();
  await expect(delivery).toBeChecked({ checked: !before });
  const putBack = page.waitForResponse(/tools\.setDelivery/);
  await delivery.click({ force: true });
  await putBack;
});
