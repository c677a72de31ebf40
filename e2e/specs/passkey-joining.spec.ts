import { type CDPSession, expect, type Page, test } from "@playwright/test";
import { newContext } from "../fixtures/contexts";
import { letterAfter } from "../fixtures/letters";
import { waitForMail } from "../fixtures/mailbox";
import { arrive, desk, phone } from "../fixtures/people";
import { addAuthenticator } from "../fixtures/sessions";

// One story on one database: begun again it would meet its own traces.
test.describe.configure({ mode: "serial", retries: 0 });

const stamp = Date.now().toString(36);
const ren = `ren-${stamp}@joining.example`;
const maya = `maya-${stamp}@joining.example`;
const links: string[] = [];
const codes: string[] = [];

/** An authenticator whose owner does not put the finger on it, until they do. */
async function reluctantAuthenticator(page: Page): Promise<{ giveIn: () => Promise<void> }> {
  const devtools: CDPSession = await page.context().newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  const { authenticatorId } = await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      ...{ protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true },
      ...{ isUserVerified: false, automaticPresenceSimulation: true },
    },
  });
  return {
    giveIn: async () => {
      await devtools.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified: true });
    },
  };
}

const go = (page: Page, name = "Continue") => page.getByRole("button", { name, exact: true }).click();

test("a therapist invites a partner, and an owner a therapist", async ({ browser }) => {
  const { page } = await arrive(browser, "therapist@harbor.example", desk);
  await page.getByRole("link", { name: "Invite a couple" }).click();
  await page.getByLabel("Name", { exact: true }).nth(0).fill("Ren");
  await page.getByLabel("Name", { exact: true }).nth(1).fill("Ilse");
  await page.getByLabel("Email address").nth(0).fill(ren);
  await page.getByText("In the room, now").nth(1).click();
  await go(page, "Invite both");
  await expect(page.getByText(/Ren has not joined yet; invited today/)).toBeVisible();
  const owner = await arrive(browser, "owner@harbor.example", desk);
  await owner.page.getByRole("link", { name: "People", exact: true }).click();
  await go(owner.page, "Invite someone");
  const dialog = owner.page.getByRole("dialog");
  await dialog.getByLabel("Name").fill("Maya Ortiz");
  await dialog.getByLabel("Email address").fill(maya);
  await dialog.getByText("Therapist", { exact: true }).click();
  await go(owner.page, "Send the invitation");
  await expect(dialog).toBeHidden();
  for (const address of [ren, maya])
    links.push(/https?:\/\/\S+\/join#[\w.-]+/.exec((await waitForMail(address, 1)).text)?.[0] ?? "");
});

test("Ren joins with a passkey alone; a ceremony that was broken off loses nothing that was typed", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const context = await newContext(browser, phone);
  const page = await context.newPage();
  const device = await reluctantAuthenticator(page);
  await page.goto(links[0] ?? "");
  await go(page, "Begin");
  await page.getByText("With a passkey", { exact: true }).click();
  await expect(page.getByLabel("Password", { exact: true })).toHaveCount(0);
  await expect(page.getByText("If you lose the device:")).toBeVisible();
  await go(page);
  await page.getByLabel("Pronouns").fill("they");
  await go(page);
  await page.getByLabel("State").selectOption({ label: "New York" });
  await page.getByText("I am 18 or older.").click();
  await go(page);
  await page.getByRole("textbox", { name: /Reaching you safely/ }).fill("Text only.");
  await go(page);
  await expect(page.getByRole("heading", { name: "When may we write to you?" })).toBeVisible();
  await go(page);
  await page.getByText("I have read this, and I agree for myself.").click();
  await page.getByText("I have read this and accept it on my own.").click();
  await go(page, "Join");
  await expect(page.getByText("No passkey was made.")).toBeVisible();
  await expect(page.getByText("I have read this and accept it on my own.")).toBeVisible();
  await device.giveIn();
  await go(page, "Join");
  await expect(page.getByRole("heading", { name: "Keep these ten codes" })).toBeVisible({ timeout: 60_000 });
  codes.push(...(await page.getByRole("main").getByRole("listitem").allInnerTexts()));
  await go(page, "I have kept them");
  await expect(page).toHaveURL(/\/couple\/[\w-]+$/);
  const home = page.url();
  await page.goto(`${home}/me`);
  await expect(page.getByRole("textbox", { name: /Reaching you safely/ })).toHaveValue("Text only.");

  await context.clearCookies({ name: /session/ });
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await expect(page).toHaveURL(home);
  await context.close();
});

test("Ren without the device comes back by mail, and opens what is private with a kept code", async ({ browser }) => {
  const context = await newContext(browser, phone);
  const page = await context.newPage();
  const { link } = await letterAfter(ren, "Your sign-in link", async () => {
    await page.goto("/sign-in");
    await page.getByLabel("Email").fill(ren);
    await go(page, "Mail me a link instead");
    await expect(page.getByRole("heading", { name: "A mail is on its way" })).toBeVisible();
  });
  await page.goto(link);
  await go(page, "Sign in to this account");
  await expect(page).toHaveURL(/\/couple\/[\w-]+$/);
  await page.goto(`${page.url()}/me`);
  await page.getByRole("button", { name: "Unlock" }).first().click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("button", { name: "Use a passkey" })).toBeVisible();
  await expect(dialog.getByText("Lost all of these?")).toBeVisible();
  await go(page, "Recovery code");
  await dialog.getByLabel("Recovery code").fill(codes[3] ?? "");
  await go(page, "Go on");
  await expect(page.getByRole("textbox", { name: /Reaching you safely/ })).toHaveValue("Text only.");
  await context.close();
});

test("a therapist joins the staff with a passkey alone, and has both factors by it", async ({ browser }) => {
  const context = await newContext(browser, phone);
  const page = await context.newPage();
  await addAuthenticator(page);
  await page.goto(links[1] ?? "");
  await go(page, "Begin");
  await page.getByText("With a passkey", { exact: true }).click();
  await expect(page.getByText(/whoever runs this installation/)).toBeVisible();
  await go(page);
  await go(page, "Join");
  await expect(page.getByRole("heading", { name: "Keep these ten codes" })).toBeVisible({ timeout: 60_000 });
  await go(page, "I have kept them");
  await expect(page).toHaveURL(/\/practice\/[\w-]+/);
  await context.close();
});
