import { expect, test } from "@playwright/test";
import { newContext } from "../fixtures/contexts";
import { waitForMail } from "../fixtures/mailbox";
import { arrive, desk, type Person, phone } from "../fixtures/people";
import { addAuthenticator } from "../fixtures/sessions";

// One story on one database: begun again it would meet its own traces.
test.describe.configure({ mode: "serial", retries: 0 });

const stamp = Date.now().toString(36);
const email = `ines-${stamp}@joining.example`;
const name = `Ines Duarte ${stamp}`;
let owner: Person;
let link = "";

test("an owner invites a therapist, who gets a neutral mail", async ({ browser }) => {
  owner = await arrive(browser, "owner@harbor.example", desk);
  const { page } = owner;
  await page.getByRole("link", { name: "People", exact: true }).click();
  await page.getByRole("button", { name: "Invite someone" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Send the invitation" }).click();
  await expect(dialog.getByRole("alert").first()).toBeVisible();
  await dialog.getByLabel("Name").fill(name);
  await dialog.getByLabel("Email address").fill(email);
  await dialog.getByText("Therapist", { exact: true }).click();
  await dialog.getByRole("button", { name: "Send the invitation" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(new RegExp(`${name} has not joined yet`))).toBeVisible();
  const mail = await waitForMail(email, 1);
  expect([mail.subject, mail.text].join(" ")).not.toMatch(/therap|couple|Ines/i);
  // Nobody can turn an invitation off, so it offers no such link.
  expect(mail.text).not.toContain("unsubscribe");
  link = /https?:\/\/\S+\/join#[\w.-]+/.exec(mail.text)?.[0] ?? "";
  expect(link).not.toBe("");
});

test("the therapist joins in two steps, makes a passkey on the way, and comes back with it", async ({ browser }) => {
  test.setTimeout(120_000);
  const context = await newContext(browser, phone);
  const page = await context.newPage();
  await addAuthenticator(page);
  await page.goto(link);
  await expect(page.getByRole("heading", { name: `Join Harbor Couples Therapy, ${name}` })).toBeVisible();
  await page.getByRole("button", { name: "Begin" }).click();
  await expect(page.getByText("Step 1 of 2")).toBeVisible();
  await expect(page.getByLabel("Email address")).toHaveValue(email);
  await page.getByLabel("Password", { exact: true }).fill("quiet harbour lantern 71");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByText("Step 2 of 2")).toBeVisible();
  await page.getByRole("button", { name: "Join", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Next time without a password?" })).toBeVisible({ timeout: 60_000 });
  await page.getByRole("button", { name: "Make a passkey" }).click();
  await expect(page.getByRole("heading", { name: "Keep these ten codes" })).toBeVisible();
  await page.getByRole("button", { name: "I have kept them" }).click();
  await expect(page).toHaveURL(/\/practice\/[\w-]+/);

  await context.clearCookies({ name: /session/ });
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await expect(page).toHaveURL(/\/practice\/[\w-]+/);
  await context.close();
});

test("and stands among the people of the practice, as a therapist", async () => {
  const { page } = owner;
  await page.reload();
  await expect(page.getByText(new RegExp(`${name} has not joined yet`))).toHaveCount(0);
  await expect(page.getByRole("listitem").filter({ hasText: name }).first()).toContainText("Therapist");
});
