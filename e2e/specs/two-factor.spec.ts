import { expect, type Page, test } from "@playwright/test";
import { Secret, TOTP } from "otpauth";
import { businessAssociate } from "../../content/agreements/business-associate";
import { ask } from "../fixtures/homework";
import { arrive, desk, type Person, password } from "../fixtures/people";

/** What an authenticator app shows for a key; `later` one step on, since no code is taken twice. */
function codeOf(key: string, { later = false } = {}): string {
  const timestamp = Date.now() + (later ? 30_000 : 0);
  return new TOTP({ secret: Secret.fromBase32(key.replaceAll(" ", "")) }).generate({ timestamp });
}

/** A practice of one's own, which asks its staff for a second step from the start. */
async function foundPractice(person: Person): Promise<string> {
  const { practiceId } = await ask<{ practiceId: string }>(
    person,
    "practices.found",
    {
      clientId: crypto.randomUUID(),
      name: "Quiet Bay Practice",
      displayName: "Emre Aydin",
      timeZone: "America/New_York",
      country: "US",
      treats: true,
      agreement: { version: businessAssociate.version, locale: "en", signatory: "Emre Aydin" },
    },
    "mutation",
  );
  return practiceId;
}

async function signInAnew(page: Page, email: string): Promise<void> {
  await page.context().clearCookies({ name: /session/ });
  await page.goto("/sign-in");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("heading", { name: "One more step" })).toBeVisible();
}

test("a practice that asks for a second step leads through setting it up, and then asks for it at every sign-in", async ({
  browser,
}, { retry }) => {
  // A second try finds a login without a second step.
  const email = retry === 0 ? "emre@couple.example" : "kit@couple.example";
  const person = await arrive(browser, email, desk);
  const { page } = person;
  const practiceId = await foundPractice(person);

  await page.goto(`/practice/${practiceId}`);
  await expect(page).toHaveURL(/\/two-factor\?next=/);
  await page.getByRole("button", { name: "Set up an app" }).click();
  await expect(page.getByRole("img", { name: "Picture for your authenticator app" })).toBeVisible();
  const key = (await page.locator("code").textContent()) ?? "";
  await page.getByLabel("Six digits from the app").fill("000000");
  await page.getByRole("button", { name: "Turn it on" }).click();
  await expect(page.getByText("That code does not fit.")).toBeVisible();
  await page.getByLabel("Six digits from the app").fill(codeOf(key));
  await page.getByRole("button", { name: "Turn it on" }).click();
  await expect(page.getByRole("heading", { name: "Keep these ten codes" })).toBeFocused();
  const codes = await page.locator("[data-print] li").allTextContents();
  expect(codes).toHaveLength(10);
  await page.getByRole("button", { name: "I have kept them" }).click();
  await expect(page).toHaveURL(new RegExp(`/practice/${practiceId}`));

  await signInAnew(page, email);
  await page.getByLabel("Code of your authenticator app").fill(codeOf(key, { later: true }));
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page).toHaveURL(/\/home$/);

  const [code = ""] = codes;
  for (const fits of [true, false]) {
    await signInAnew(page, email);
    await page.getByRole("button", { name: "Use a recovery code instead" }).click();
    await page.getByLabel("Recovery code").fill(code.toUpperCase());
    await page.getByRole("button", { name: "Go on" }).click();
    if (fits) await expect(page).toHaveURL(/\/home$/);
    else await expect(page.getByText("That code does not fit.")).toBeVisible();
  }

  await page.getByRole("button", { name: "Use the authenticator app instead" }).click();
  await page.getByRole("button", { name: "Use a recovery code instead" }).click();
  await page.getByLabel("Recovery code").fill(codes[1] ?? "");
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page).toHaveURL(/\/home$/);
  await page.goto("/account");
  await expect(page.getByText("8 left of ten")).toBeVisible();
  await page.getByRole("button", { name: "Turn off" }).click();
  await expect(page.getByText("This is your last second step.")).toBeVisible();
});
