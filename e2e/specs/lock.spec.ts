import { type Browser, expect, type Page, test } from "@playwright/test";
import { arrive, desk, phone } from "../fixtures/people";
import { letIdle } from "../fixtures/sessions";

const pin = "739164";
const halfAnHour = "31:00";

/** Signs in on a phone that is to be remembered, and gives it a PIN. */
async function rememberedPhone(browser: Browser, email: string) {
  const person = await arrive(browser, email, phone);
  const { page } = person;
  const home = page.url();
  await page.goto("/account#device");
  await page.getByRole("button", { name: "Set a PIN" }).click();
  await page.getByLabel("Six digits").fill("123456");
  await page.getByLabel("Once more").fill("123456");
  await page.getByRole("button", { name: "Save the PIN" }).click();
  await expect(page.getByLabel("Six digits")).toHaveAccessibleDescription(
    "This PIN is easy to guess. Choose another one.",
  );
  await page.getByLabel("Six digits").fill(pin);
  await page.getByLabel("Once more").fill(pin);
  await page.getByRole("button", { name: "Save the PIN" }).click();
  await expect(page.getByText("A PIN is set")).toBeVisible();
  await page.goto(home);
  return person;
}

async function startWriting(page: Page): Promise<void> {
  await page
    .getByRole("link", { name: /^Begin/ })
    .first()
    .click();
  await page.locator("#check-in").getByRole("radio", { name: "Only you" }).check({ force: true });
  await page.getByLabel(/What helped/).fill("Half a sentence");
  await expect(page.getByText("Kept on this phone as you type.")).toBeVisible();
}

test("a remembered phone locks after half an hour; the PIN opens the same page with what was being written", async ({
  browser,
}) => {
  const { page, context } = await rememberedPhone(browser, "jo@couple.example");
  await page.clock.install();
  await startWriting(page);
  const place = new URL(page.url()).pathname;
  await letIdle(context);
  await page.clock.fastForward(halfAnHour);
  await expect(page).toHaveURL(/\/unlock\?reason=expired/);
  await expect(page.getByRole("button", { name: "Leave quickly" })).toBeVisible();

  await page.getByLabel("PIN of this device").pressSequentially("111222");
  await expect(page.getByText("That PIN does not fit.")).toBeVisible();
  for (const digit of pin) await page.getByRole("button", { name: digit, exact: true }).click();
  await expect(page).toHaveURL(new RegExp(place));
  await expect(page.getByLabel(/What helped/)).toHaveValue("Half a sentence");
});

test("wrong PINs end it, the password opens as well, and whoever it is not goes to the sign-in", async ({
  browser,
}) => {
  const { page, context } = await rememberedPhone(browser, "ravi@couple.example");
  const home = new URL(page.url()).pathname;
  await letIdle(context);
  await page.goto(home);
  await expect(page).toHaveURL(/\/unlock\?(reason=expired&)?next=/);
  await expect(page.getByText("ra…@couple.example")).toBeVisible();
  for (let time = 0; time < 5; time++) {
    await page.getByLabel("PIN of this device").pressSequentially("111222");
    await expect(page.getByText("That PIN does not fit.").or(page.getByLabel("Your password"))).toBeVisible();
    await expect(page.getByLabel("PIN of this device").or(page.getByLabel("Your password"))).not.toHaveValue("111222");
  }
  await page.getByLabel("Your password").fill("reconnect-demo");
  await page.getByRole("button", { name: "Unlock" }).click();
  await expect(page).toHaveURL(new RegExp(`${home}$`));

  await letIdle(context);
  await page.goto(home);
  await page.getByRole("button", { name: "Not you? Use another login" }).click();
  await expect(page).toHaveURL(/\/sign-in\?(reason=expired&)?next=/);
});

test("signing out and leaving quickly take the PIN along: the phone asks for a full sign-in", async ({ browser }) => {
  const { page } = await rememberedPhone(browser, "kai@couple.example");
  const home = new URL(page.url()).pathname;
  await page.getByRole("button", { name: "Leave quickly" }).click();
  await expect(page).toHaveURL(/\/rest$/);
  await page.goto(home);
  await expect(page).toHaveURL(/\/sign-in/);
  await expect(page.getByText("This device is remembered")).toHaveCount(0);

  const again = await rememberedPhone(browser, "kai@couple.example");
  await again.page.goto(`${home}/me`);
  await expect(again.page.getByText("takes away the PIN of this device")).toBeVisible();
  await again.page.getByRole("button", { name: "Sign out" }).click();
  await expect(again.page).toHaveURL(/\/sign-in/);
  await again.page.goto(home);
  await expect(again.page).toHaveURL(/\/sign-in/);
});

test("a device that is not remembered asks to sign in again, and another device can be signed out from here", async ({
  browser,
}) => {
  const laptop = await arrive(browser, "priya@couple.example", desk);
  const home = new URL(laptop.page.url()).pathname;
  await letIdle(laptop.context);
  await laptop.page.goto(home);
  await expect(laptop.page).toHaveURL(/\/sign-in\?(reason=expired&)?next=/);

  const here = await arrive(browser, "priya@couple.example", phone);
  const other = await arrive(browser, "priya@couple.example", desk);
  await here.page.goto("/account#sessions");
  await here.page.getByRole("button", { name: "Sign out everywhere else" }).click();
  await expect(here.page.getByText("Signed out everywhere but here.").first()).toBeVisible();
  await other.page.goto(home);
  await expect(other.page).toHaveURL(/\/sign-in/);
  await here.page.goto(home);
  await expect(here.page).toHaveURL(new RegExp(home));
});
