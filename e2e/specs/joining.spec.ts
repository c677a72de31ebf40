import { expect, type Page, test } from "@playwright/test";
import { newContext } from "../fixtures/contexts";
import { mailTo, waitForMail } from "../fixtures/mailbox";
import { arrive, desk, type Person, phone } from "../fixtures/people";

// One story on one database: begun again it would meet its own traces.
test.describe.configure({ mode: "serial", retries: 0 });

const secret = "quiet harbour lantern 71";
const stamp = Date.now().toString(36);
const noa = `noa-${stamp}@joining.example`;
const eli = `eli-${stamp}@joining.example`;
const contact = "Only by text, and never after six.";

let therapist: Person;
let coupleUrl = "";
let link = "";

/** What every partner goes through, from the welcome to the portal. Answers with how many steps were counted in words. */
async function join(page: Page, email: string, name: string): Promise<number> {
  const steps = new Set<string>();
  const next = async (button = "Continue") => {
    steps.add(await page.getByText(/^Step \d of \d$/).innerText());
    await page.getByRole("button", { name: button, exact: true }).click();
  };
  await page.getByRole("button", { name: "Begin" }).click();
  await page.getByLabel("Email address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(secret);
  await next();
  await page.getByLabel("Name", { exact: true }).fill(name);
  await next();
  await page.getByLabel("State").selectOption({ label: "New York" });
  await page.getByText("I am 18 or older.").click();
  await next();
  await page.getByRole("textbox", { name: /Reaching you safely/ }).fill(contact);
  await next();
  await expect(page.getByRole("heading", { name: "When may we write to you?" })).toBeVisible();
  await next();
  await page.getByText("I have read this, and I agree for myself.").click();
  await page.getByText("I have read this and accept it on my own.").click();
  await next("Join");
  await expect(page).toHaveURL(/\/couple\/[\w-]+$/, { timeout: 60_000 });
  return steps.size;
}

test.beforeAll(async ({ browser }) => {
  therapist = await arrive(browser, "therapist@harbor.example", desk);
});

test("the therapist invites one partner by mail and the other in the room; a shared address is refused beside its field", async () => {
  const { page } = therapist;
  await page.getByRole("link", { name: "Invite a couple" }).click();
  const names = page.getByLabel("Name", { exact: true });
  await names.nth(0).fill("Noa");
  await names.nth(1).fill("Eli");
  const addresses = page.getByLabel("Email address");
  await addresses.nth(0).fill(noa);
  await addresses.nth(1).fill(noa.toUpperCase());
  await page.getByRole("button", { name: "Invite both" }).click();
  await expect(page.getByText(/Both partners need an address of their own/)).toBeVisible();
  await expect(names.nth(1)).toHaveValue("Eli");
  await page.getByText("In the room, now").nth(1).click();
  await page.getByRole("button", { name: "Invite both" }).click();
  await expect(page.getByText(/Noa has not joined yet; invited today/)).toBeVisible();
  await page.getByRole("link", { name: "To the couple" }).click();
  await expect(page).toHaveURL(/\/couples\/[0-9a-f-]{36}$/);
  coupleUrl = page.url();
});

test("a neutral mail arrives, and leads to the page that says who invites", async () => {
  const mail = await waitForMail(noa, 1);
  const words = [mail.subject, mail.text, mail.html, mail.from[0]?.name].join(" ");
  expect(words).not.toMatch(/therap|couple|partner|homework|\b(Noa|Eli)\b/i);
  expect(await mailTo(eli)).toEqual([]);
  link = /https?:\/\/\S+\/join#[\w.-]+/.exec(mail.text)?.[0] ?? "";
  expect(link).not.toBe("");
});

test("Noa joins on a phone, within two minutes, and a reload on the way loses nothing but the password", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const context = await newContext(browser, phone);
  const page = await context.newPage();
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "Harbor Couples Therapy invites you, Noa" })).toBeVisible();
  expect(new URL(page.url()).hash).toBe("");
  await page.getByRole("button", { name: "Begin" }).click();
  await page.getByLabel("Password", { exact: true }).fill("short");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByText("Use at least ten characters.")).toBeVisible();
  await page.getByLabel("Password", { exact: true }).fill(secret);
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByLabel("Pronouns").fill("they");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("heading", { name: "Where you are" })).toBeVisible();
  await page.reload();
  await expect(page.getByText(/type it once more/)).toBeVisible();
  await expect(page.getByLabel("Email address")).toHaveValue(noa);
  await page.getByLabel("Password", { exact: true }).fill(secret);
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByLabel("Pronouns")).toHaveValue("they");
  await page.getByRole("button", { name: "Back" }).click();
  await page.getByRole("button", { name: "Back" }).click();
  const begun = performance.now();
  expect(await join(page, noa, "Noa")).toBe(6);
  expect(performance.now() - begun).toBeLessThan(120_000);
  await page.goto(`${page.url()}/me`);
  await expect(page.getByRole("textbox", { name: /Reaching you safely/ })).toHaveValue(contact);
  await expect(page.locator("body")).not.toContainText("Eli");
  await context.close();
});

test("the same link is used up, and says what to do", async ({ browser }) => {
  const context = await newContext(browser, phone);
  const page = await context.newPage();
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "This invitation has been used" })).toBeVisible();
  await expect(page.locator("body")).not.toContainText("Noa");
  await expect(page.getByRole("main").getByRole("link", { name: "Sign in" })).toBeVisible();
  await context.close();
});

test("Eli joins in the room by the six digits, and the therapist's screen says so", async ({ browser }) => {
  test.setTimeout(180_000);
  const { page } = therapist;
  await page.goto(coupleUrl);
  await page.getByRole("button", { name: "Show a code for Eli" }).click();
  const dialog = page.getByRole("dialog");
  const digits = await dialog.locator("output").innerText();
  const context = await newContext(browser, phone);
  const guest = await context.newPage();
  await guest.goto("/join");
  await guest.getByLabel("Six digits").fill(digits === "000 000" ? "111111" : "000000");
  await guest.getByRole("button", { name: "Continue" }).click();
  await expect(guest.getByText(/These digits do not open anything/)).toBeVisible();
  await guest.getByLabel("Six digits").fill(digits);
  await guest.getByRole("button", { name: "Continue" }).click();
  await expect(dialog.getByText(/open on a phone/)).toBeVisible({ timeout: 15_000 });
  await join(guest, eli, "Eli");
  await expect(dialog.getByText("Eli has joined.")).toBeVisible({ timeout: 15_000 });
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(page.getByText(/has not joined yet/)).toHaveCount(0);
  await context.close();
});

test("the address that nobody had proven is asked first, and confirmed where its login is signed in", async ({
  browser,
}) => {
  const mail = await waitForMail(eli, 1);
  const proof = /https?:\/\/\S+\/join\/address#[\w.-]+/.exec(mail.text)?.[0] ?? "";
  const context = await newContext(browser, phone);
  const page = await context.newPage();
  await page.goto(proof);
  await page.getByRole("button", { name: "Yes, this is my address" }).click();
  await expect(page.getByRole("heading", { name: "One more step" })).toBeVisible();
  await page.getByText("I can no longer sign in").click();
  await page.getByLabel("Eight digits").fill("1234 5678");
  await page.getByRole("button", { name: "Confirm with these digits" }).click();
  await expect(page.getByText(/These digits do not fit/)).toBeVisible();
  await page.getByRole("link", { name: "Sign in first" }).click();
  await page.getByLabel("Email").fill(eli);
  await page.getByLabel("Password", { exact: true }).fill(secret);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.getByRole("button", { name: "Yes, this is my address" }).click();
  await expect(page.getByRole("heading", { name: "Confirmed" })).toBeVisible();
  await context.close();
});

test("the therapist reads how to reach each safely, when they want to", async () => {
  const { page } = therapist;
  await page.goto(coupleUrl);
  await expect(page.getByText(contact)).toHaveCount(0);
  await page.getByText("How to reach Noa safely").click();
  await expect(page.getByText(contact).first()).toBeVisible();
});
