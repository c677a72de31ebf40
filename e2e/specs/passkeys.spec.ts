import { expect, test } from "@playwright/test";
import { arrive, phone } from "../fixtures/people";
import { addAuthenticator } from "../fixtures/sessions";

test("a passkey is offered once, signs in without a password, is named and taken away", async ({ browser }, {
  retry,
}) => {
  // A second try finds a login that has none yet.
  const email = retry === 0 ? "bea@couple.example" : "tom@couple.example";
  const { page, context } = await arrive(browser, email, phone);
  const home = page.url();
  await addAuthenticator(page);
  await page.reload();
  const offer = page.getByRole("heading", { name: "Next time without a password?" });
  await expect(offer).toBeVisible();
  await page.getByRole("button", { name: "Make a passkey" }).click();
  await expect(page.getByRole("heading", { name: "Keep these ten codes" })).toBeVisible();
  await page.getByRole("button", { name: "I have kept them" }).click();
  await expect(page.getByText("Your passkey is ready")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(offer).toBeHidden();

  await context.clearCookies({ name: /session/ });
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await expect(page).toHaveURL(home);

  await page.goto("/account");
  await page.getByRole("button", { name: /^Rename / }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("Kitchen tablet");
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await page.getByRole("button", { name: "Remove Kitchen tablet" }).click();
  await expect(page.getByText("The passkey no longer opens anything.").first()).toBeVisible();
  await expect(page.getByText("Kitchen tablet")).toBeHidden();

  await context.clearCookies({ name: /session/ });
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await expect(page.getByText("That passkey opens no account here.")).toBeVisible();
});
