import { type Browser, type BrowserContext, expect, type Page, test } from "@playwright/test";
import { Secret, TOTP } from "otpauth";
import { newContext } from "../fixtures/contexts";
import { mailTo, waitForMail } from "../fixtures/mailbox";
import { desk, phone, signIn } from "../fixtures/people";

const secret = "quiet harbour lantern 71";
const someAddress = () => `founder-${crypto.randomUUID().slice(0, 8)}@practice.example`;
const digitsOf = (text: string) => /\b(\d{3})[\s-]?(\d{3})\b/.exec(text)?.slice(1).join("") ?? "";
const linkOf = (text: string) => /https?:\/\/\S+\/sign-up\/link#[\w.-]+/.exec(text)?.[0] ?? "";

async function freshPage(browser: Browser, options = desk): Promise<{ page: Page; context: BrowserContext }> {
  const context = await newContext(browser, options);
  return { page: await context.newPage(), context };
}

/** Fills in the first step and waits for the mail to be announced. */
async function begin(page: Page, email: string): Promise<void> {
  await page.goto("/sign-up");
  await page.getByLabel("Work email").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(secret);
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("heading", { name: "We sent you a mail" })).toBeVisible();
}

async function describePractice(page: Page, name: string): Promise<void> {
  await expect(page.getByRole("heading", { level: 1, name: "Your practice" })).toBeVisible();
  await page.getByLabel("Name of the practice").fill(name);
  await page.getByLabel("Your name").fill("Robin Vale");
}

async function sign(page: Page): Promise<void> {
  await page.getByRole("button", { name: "On to the agreement" }).click();
  await expect(page.getByRole("heading", { name: "Business associate agreement" })).toBeFocused();
  await page.getByLabel("Your full name").fill("Robin Vale");
  await page.getByRole("button", { name: "Accept and open the practice" }).click();
}

/** Brings in an authenticator app by the key that the page shows. */
async function setUpSecondStep(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Set up an app" }).click();
  const key = (await page.locator("main code").innerText()).replaceAll(" ", "");
  await page.getByLabel("Six digits from the app").fill(new TOTP({ secret: Secret.fromBase32(key) }).generate());
  await page.getByRole("button", { name: "Turn it on" }).click();
  await page.getByRole("button", { name: "I have kept them" }).click();
}

test("a therapist signs up with the digits of the mail, founds a practice, sets up a second step and meets the first steps", async ({
  browser,
}) => {
  const { page } = await freshPage(browser);
  const email = someAddress();
  await page.goto("/");
  await page.getByRole("link", { name: "Start your practice" }).first().click();
  await expect(page).toHaveURL(/\/sign-up$/);
  await begin(page, email);
  const mail = await waitForMail(email, 1);
  expect([mail.subject, mail.text].join(" ")).not.toMatch(/therap|couple|practice/i);
  await page.getByLabel("The six digits").fill("000000");
  await page.getByRole("button", { name: "Confirm" }).click();
  await expect(page.getByText("That code does not fit.")).toBeVisible();
  await page.getByLabel("The six digits").fill(digitsOf(mail.text));
  await page.getByRole("button", { name: "Confirm" }).click();

  await describePractice(page, "Vale Practice");
  // Guessed from this browser: New York, the United States.
  await expect(page.getByRole("combobox", { name: "Time zone" })).toHaveValue("America/New York");
  await expect(page.getByRole("combobox", { name: "Country" })).toHaveValue("United States");
  const zone = page.getByRole("combobox", { name: "Time zone" });
  await zone.fill("nowhere at all");
  await expect(page.getByText("Nothing of that name")).toBeVisible();
  await zone.press("Enter");
  await expect(zone).toHaveValue("America/New York");
  await zone.fill("kathm");
  await zone.press("Enter");
  await expect(zone).toHaveValue("Asia/Kathmandu");
  await page.reload();
  await expect(page.getByLabel("Name of the practice")).toHaveValue("Vale Practice");
  await sign(page);
  await expect(page).toHaveURL(/\/two-factor\?next=%2Fpractice%2F[\w-]+%2Fstart/);
  await setUpSecondStep(page);

  await expect(page).toHaveURL(/\/practice\/[\w-]+\/start$/);
  await expect(page.getByRole("heading", { level: 1, name: "First steps" })).toBeVisible();
  await expect(page.getByText("1 of 5 done")).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: "Secure your sign-in" })).toContainText("Done");
  await page.getByRole("link", { name: "Choose a name" }).click();
  await page.getByLabel("Sender’s name in emails").fill("Vale");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await page.getByRole("navigation", { name: "Practice" }).getByRole("link", { name: "First steps" }).click();
  await expect(page.getByText("2 of 5 done")).toBeVisible();
  await page.getByRole("button", { name: "Put this list away" }).click();
  await expect(
    page.getByRole("navigation", { name: "Practice" }).getByRole("link", { name: "First steps" }),
  ).toHaveCount(0);
  await page.getByRole("button", { name: /^Your account/ }).click();
  await page.getByRole("menuitem", { name: "First steps" }).click();
  await page.getByRole("button", { name: "Show it again" }).click();
  await expect(
    page.getByRole("navigation", { name: "Practice" }).getByRole("link", { name: "First steps" }),
  ).toBeVisible();
});

test("the link of the mail, opened in the same browser, needs no password again; the first tab says so", async ({
  browser,
}) => {
  const { page, context } = await freshPage(browser);
  const email = someAddress();
  await begin(page, email);
  const link = linkOf((await waitForMail(email, 1)).text);
  const second = await context.newPage();
  await second.goto(link);
  await expect(second.getByText(`You are about to open an account for ${email}.`)).toBeVisible();
  expect(new URL(second.url()).hash).toBe("");
  await expect(second.getByRole("button", { name: "Confirm and go on" })).toBeVisible();
  await expect(second.getByLabel("Password", { exact: true })).toHaveCount(0);
  await second.getByRole("button", { name: "Confirm and go on" }).click();
  await expect(second.getByRole("heading", { level: 1, name: "Your practice" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "You went on in another tab" })).toBeVisible();
});

test("a link opened elsewhere lets its reader choose the password; used, it explains and leads on", async ({
  browser,
}) => {
  const { page } = await freshPage(browser);
  const email = someAddress();
  await begin(page, email);
  const link = linkOf((await waitForMail(email, 1)).text);
  const other = (await freshPage(browser, phone)).page;
  await other.goto(link);
  await other.getByLabel("Password", { exact: true }).fill("password123");
  await other.getByRole("button", { name: "Confirm and go on" }).click();
  await expect(other.getByLabel("Password", { exact: true })).toHaveAccessibleDescription(
    /lists that attackers use|easy to guess/,
  );
  await other.getByLabel("Password", { exact: true }).fill("another copper river 44");
  await other.getByRole("button", { name: "Confirm and go on" }).click();
  await expect(other.getByRole("heading", { level: 1, name: "Your practice" })).toBeVisible();

  const late = (await freshPage(browser)).page;
  await late.goto(link);
  await expect(late.getByRole("heading", { level: 1, name: "This link was used already" })).toBeVisible();
  await expect(late.getByRole("link", { name: "Sign in" })).toHaveAttribute("href", /\/sign-in/);
  await late.goto(link.slice(0, -4));
  await expect(late.getByRole("heading", { level: 1, name: "This link is not whole" })).toBeVisible();
  await late.getByRole("link", { name: "Ask for a new mail" }).click();
  await expect(late).toHaveURL(/\/sign-up$/);
});

test("an address that has an account looks like any other; its owner learns by mail", async ({ browser }) => {
  const snapshots: string[] = [];
  const known = "owner@harbor.example";
  const before = (await mailTo(known)).length;
  for (const email of [known, "nobody-yet@practice.example"]) {
    const { page, context } = await freshPage(browser);
    await begin(page, email);
    await page.getByLabel("The six digits").fill("123456");
    await page.getByRole("button", { name: "Confirm" }).click();
    await expect(page.getByText("That code does not fit.")).toBeVisible();
    snapshots.push((await page.locator("main").ariaSnapshot()).replaceAll(email, "-"));
    await context.close();
  }
  expect(snapshots[0]).toBe(snapshots[1]);
  const mail = await waitForMail(known, before + 1);
  expect(mail.subject).toBe("You have an account already");
  expect(digitsOf(mail.text)).toBe("");
});

test("what is wrong stands beside its field, and what was typed stays", async ({ browser }) => {
  const { page } = await freshPage(browser, phone);
  await page.goto("/sign-up");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByLabel("Work email")).toHaveAccessibleDescription(/Enter your email/);
  await page.getByLabel("Work email").fill("not an address");
  await page.getByLabel("Password", { exact: true }).fill("password123");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByLabel("Work email")).toHaveAccessibleDescription(/does not look like an email/);
  await page.getByLabel("Work email").fill(someAddress());
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByLabel("Password", { exact: true })).toHaveAccessibleDescription(/attackers use|easy to guess/);
  await expect(page.getByLabel("Password", { exact: true })).toHaveValue("password123");
});

test("whoever has an account founds another practice from home; a name with an address in it is refused", async ({
  browser,
}) => {
  const { page } = await freshPage(browser);
  await signIn(page, "second@harbor.example");
  await page.goto("/home?all=1");
  await page.getByRole("link", { name: "Found a practice" }).click();
  await describePractice(page, "Visit evil.com");
  await page.getByRole("button", { name: "On to the agreement" }).click();
  await expect(page.getByLabel("Name of the practice")).toHaveAccessibleDescription(/Leave out web and mail addresses/);
  await expect(page.getByLabel("Name of the practice")).toHaveValue("Visit evil.com");
});

test("an owner changes the sender's name to a neutral one, and reads what the practice signed", async ({ browser }) => {
  const { page } = await freshPage(browser);
  await signIn(page, "owner@harbor.example");
  await page.getByRole("link", { name: "Settings" }).click();
  const sender = page.getByLabel("Sender’s name in emails");
  await sender.fill("Harbor Therapy");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(sender).toHaveAccessibleDescription(/Choose a neutral name/);
  await sender.fill("Harbor");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await expect(page.getByText("Set one up for yourself first, so that you do not lock yourself out.")).toBeVisible();
  await page.getByRole("link", { name: "Read the agreement" }).click();
  await expect(page.getByText(/Signed by Morgan Reyes on/)).toBeVisible();
});

test("the account menu offers no place that is not there, and a partner's places are named only when asked for", async ({
  browser,
}) => {
  const staff = await freshPage(browser);
  await signIn(staff.page, "therapist@harbor.example");
  await staff.page.getByRole("button", { name: /^Your account/ }).click();
  await expect(staff.page.getByRole("menuitem", { name: "All your places" })).toBeVisible();
  await expect(staff.page.getByText("Northside")).toHaveCount(0);
  const partner = await freshPage(browser, phone);
  await signIn(partner.page, "alex@couple.example");
  await partner.page.goto(`${new URL(partner.page.url()).pathname}/me`);
  await expect(partner.page.getByText("Harbor Couples Therapy")).toHaveCount(0);
  await partner.page.getByRole("button", { name: "Show my other places" }).click();
  await expect(partner.page.getByText("You have no other place.")).toBeVisible();
});
