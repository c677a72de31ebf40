import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import { Client } from "pg";
import { controlsAt } from "../../tests/harness/stripe/controls";
import { ownerDatabaseUrl, stripeKey, stripeUrl } from "../fixtures/environment";
import { beginCouple, type Founded, found, joinStaff } from "../fixtures/founding";
import type { Person } from "../fixtures/people";

// One story on one database: begun again it would meet its own traces.
test.describe.configure({ mode: "serial", retries: 0 });

const stripe = controlsAt(stripeUrl(), stripeKey());
const colleague = `vera-${crypto.randomUUID().slice(0, 8)}@founding.example`;
const note = "Ten minutes, with the phones in another room.";
let practice: Founded;
let partner: Person;
let coupleId = "";
/** What the partner sees of the homework, before anything was paid or owed. */
let portal = "";

/** Lets time pass for single rows of this practice. The clock is everyone's, and would sign the other tests out. */
async function age(sql: string): Promise<string> {
  const client = new Client({ connectionString: ownerDatabaseUrl() });
  await client.connect();
  try {
    const { rows, rowCount } = await client.query(sql, [practice.practiceId]);
    expect(rowCount).toBe(1);
    return String(rows[0]?.value);
  } finally {
    await client.end();
  }
}

const banner = (page: Page, words: RegExp) => page.getByRole("main").getByText(words).first();
const billing = () => `/practice/${practice.practiceId}/billing`;

/** Opens the billing page until it says so: what Stripe tells comes by its own way. */
async function billingSays(words: string | RegExp): Promise<void> {
  const { page } = practice.owner;
  await expect(async () => {
    await page.goto(billing());
    await expect(page.getByRole("main")).toContainText(words, { timeout: 1_500 });
  }).toPass({ timeout: 40_000 });
}

/** The partner's page in words, but for the greeting, which has an hour. */
const portalNow = async () => (await partner.page.getByRole("main").innerText()).replace(/Good \w+, Ana\./, "");

/** The partner's page is word for word what it was, and names no money. */
async function partnerUnaffected(): Promise<void> {
  await partner.page.reload();
  await expect.poll(portalNow).toBe(portal);
  await expect(partner.page.locator("body")).not.toContainText(/payment|billing|trial|\$|plan ends/i);
}

/** The access log as a file, from the button to the rows. */
async function exportsLog(): Promise<void> {
  const { page } = practice.owner;
  await page.goto(`/practice/${practice.practiceId}/log`);
  await page.getByRole("button", { name: "Make a file" }).click();
  const fetching = page.getByRole("button", { name: /^Download the file/ }).first();
  await expect(fetching).toBeVisible({ timeout: 40_000 });
  const [file] = await Promise.all([page.waitForEvent("download"), fetching.click()]);
  const text = await readFile(await file.path(), "utf8");
  expect(text.split("\n").length).toBeGreaterThan(2);
}

const noteField = (page: Page) => page.getByLabel(/^A note from you/);

/** Chooses a strategy for Ana alone, writes a note and sends it; what was refused before is still there. */
async function assignByHand(): Promise<void> {
  const { page } = practice.owner;
  await page.goto(`/practice/${practice.practiceId}/couples/${coupleId}/assign`);
  await page.getByRole("button", { name: /^Say “I”/ }).click();
  await page.getByRole("radio", { name: /^One partner/ }).check({ force: true });
  await page.getByRole("group", { name: "For whom" }).getByRole("radio", { name: /^Ana/ }).check({ force: true });
  await noteField(page).fill(note);
  await page.getByRole("button", { name: /^Assign/ }).click();
}

test("a new practice has thirty days of Practice, and says what comes after", async ({ browser }) => {
  practice = await found(browser, "Quiet Street Practice", "Robin Vale");
  const { page } = practice.owner;
  await page.getByRole("navigation", { name: "Practice" }).getByRole("link", { name: "Billing" }).click();
  await expect(page.getByText(/30 days are left/)).toBeVisible();
  await expect(page.getByText(/then goes on with Solo/)).toBeVisible();
  ({ partner, coupleId } = await beginCouple(browser, practice));
  await assignByHand();
  await expect(page).toHaveURL(new RegExp(`/couples/${coupleId}$`));
  await partner.page.reload();
  await expect(partner.page.getByRole("main")).toContainText("Say “I”");
  await partner.page.getByRole("button", { name: "Understood" }).click();
  await expect(partner.page.getByRole("button", { name: "Understood" })).toHaveCount(0);
  portal = await portalNow();
});

test("before the trial ends owners are told, and pay on Stripe's page", async () => {
  const { page } = practice.owner;
  await age("UPDATE entitlement SET ends_at = now() + interval '30 hours' WHERE practice_id = $1 AND reason = 'TRIAL'");
  await page.goto(`/practice/${practice.practiceId}`);
  await expect(banner(page, /Your trial ends in 1 day/)).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: "To billing" }).click();
  await page.getByRole("radio", { name: /^Monthly/ }).check({ force: true });
  await page.getByRole("button", { name: "On to payment" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
  await page.getByLabel("Email address for invoices").fill("books@quiet-street.example");
  await page.getByRole("button", { name: "On to payment" }).click();
  await expect(page.getByText("1 × Practice")).toBeVisible();
  await page.getByLabel("Card number").fill("4242424242424242");
  await page.getByRole("button", { name: "Subscribe" }).click();
  await expect(page.getByText("That worked.")).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`${billing()}$`));
  await expect(page.getByText("Visa ending in 4242", { exact: false })).toBeVisible();
  await expect(page.getByRole("main")).toContainText("1 therapist, $29 each");
  await partnerUnaffected();
});

test("one more therapist shows what it comes to first, and the seats follow", async ({ browser }) => {
  const { page } = practice.owner;
  await page.goto(`/practice/${practice.practiceId}/people`);
  await page.getByRole("button", { name: "Invite someone" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill("Vera Lind");
  await dialog.getByLabel("Email address").fill(colleague);
  await dialog.getByText("Therapist", { exact: true }).click();
  await expect(dialog.getByRole("region", { name: "What one more therapist costs" })).toContainText("$58 for 2 seats");
  await dialog.getByRole("button", { name: "Send the invitation" }).click();
  await expect(dialog).toBeHidden();
  await joinStaff(browser, colleague, "Vera Lind");
  await billingSays(/\$58\.00 on .*2 therapists, \$29 each/s);
  await page.getByRole("button", { name: "Switch to yearly" }).click();
  await expect(page.getByRole("dialog")).toContainText("$580 a year");
  await page.keyboard.press("Escape");
});

test("a failed payment stops nothing for fourteen days, and then only what is new", async () => {
  const { page } = practice.owner;
  await stripe.declineCards(await age("SELECT customer_id AS value FROM billing_account WHERE practice_id = $1"), true);
  await stripe.advance({ days: 32 });
  await billingSays("A payment did not go through.");
  await age("UPDATE billing_account SET failing_since = now() - interval '3 days' WHERE practice_id = $1");
  await page.goto(`/practice/${practice.practiceId}`);
  await expect(banner(page, /A payment did not go through\. Everything goes on for 10 more days/)).toBeVisible();
  await partnerUnaffected();

  await age("UPDATE billing_account SET failing_since = now() - interval '15 days' WHERE practice_id = $1");
  await age("UPDATE entitlement SET ends_at = now() WHERE practice_id = $1 AND reason = 'TRIAL'");
  await assignByHand();
  await expect(page.getByText("Your practice’s plan does not cover this.")).toBeVisible();
  await expect(noteField(page)).toHaveValue(note);
  await expect(page.getByRole("link", { name: "See billing (new tab)" })).toHaveAttribute("href", billing());
  await page.goto(`/practice/${practice.practiceId}/couples/${coupleId}/program/new`);
  await page.getByRole("button", { name: "Begin the program" }).click();
  await expect(page.getByText("Your practice’s plan does not cover this.")).toBeVisible();
  const [tab] = await Promise.all([
    page.waitForEvent("popup"),
    page.getByRole("link", { name: "See billing (new tab)" }).click(),
  ]);
  await expect(tab.getByRole("link", { name: "Pay the open invoice" })).toBeVisible();
  await tab.close();
  await exportsLog();
  await partnerUnaffected();
});

test("paying the open invoice opens everything again", async () => {
  const { page } = practice.owner;
  await page.goto(billing());
  await page.getByRole("link", { name: "Pay the open invoice" }).click();
  await page.getByLabel("Card number").fill("4242424242424242");
  await stripe.declineCards(
    await age("SELECT customer_id AS value FROM billing_account WHERE practice_id = $1"),
    false,
  );
  await page.getByRole("button", { name: /^Pay / }).click();
  await expect(page.getByText(/Status: paid/)).toBeVisible();
  await billingSays(/Practice\s*Paid/);
  await expect(page.getByText("A payment did not go through.")).toHaveCount(0);
  await page.goto(`/practice/${practice.practiceId}/couples/${coupleId}/assign`);
  await expect(noteField(page)).toHaveValue(note);
  await page.getByRole("button", { name: /^Assign/ }).click();
  await expect(page).toHaveURL(new RegExp(`/couples/${coupleId}$`));
});

test("cancelled, Practice goes on until its end and Solo after it; everything stays readable and leaves as a file", async () => {
  const { page } = practice.owner;
  await partner.page.reload();
  await expect(partner.page.getByRole("main")).toContainText("Say “I”");
  portal = await portalNow();
  await page.goto(billing());
  await page.getByRole("button", { name: "Cancel Practice" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Cancel Practice" }).click();
  await expect(page.getByText(/Practice was cancelled and ends on/)).toBeVisible();
  await page.getByRole("button", { name: "Keep Practice" }).click();
  await expect(page.getByText(/Practice was cancelled/)).toHaveCount(0);
  await page.getByRole("button", { name: "Cancel Practice" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Cancel Practice" }).click();
  await expect(page.getByText(/Practice was cancelled and ends on/)).toBeVisible();
  // An event of the cancelling that comes late writes the true end once more.
  await expect(async () => {
    await age("UPDATE entitlement SET ends_at = now() WHERE practice_id = $1 AND reason = 'SUBSCRIPTION'");
    await page.goto(billing());
    await expect(page.getByText("Your one couple goes on.", { exact: false })).toBeVisible({ timeout: 5_000 });
  }).toPass({ timeout: 60_000 });
  await page.goto(`/practice/${practice.practiceId}/couples/${coupleId}`);
  await expect(page.getByRole("main")).toContainText("Say “I”");
  await exportsLog();
  await partnerUnaffected();
});
