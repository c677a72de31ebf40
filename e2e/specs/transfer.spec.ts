import { expect, type Page, test } from "@playwright/test";
import { Client } from "pg";
import { ownerDatabaseUrl } from "../fixtures/environment";
import { ask } from "../fixtures/homework";
import { arrive, desk, type Person, phone } from "../fixtures/people";

// One story on one database: begun again it would meet its own traces.
test.describe.configure({ mode: "serial", retries: 0 });

let leaving: Person;
let receiving: Person;
let lena: Person;
let omar: Person;
let code = "";
let practiceId = "";
let coupleId = "";
let receivingPractice = "";

test.beforeAll(async ({ browser }) => {
  leaving = await arrive(browser, "newcomer@harbor.example", desk);
  receiving = await arrive(browser, "therapist@northside.example", desk);
  lena = await arrive(browser, "lena@couple.example", phone);
  omar = await arrive(browser, "omar@couple.example", phone);
  [, receivingPractice = ""] = /practice\/([\w-]+)/.exec(receiving.page.url()) ?? [];
});

/** Two days go by for what is signed. The clock is everyone's, and would sign the other tests out. */
async function letTwoDaysPass(): Promise<void> {
  const client = new Client({ connectionString: ownerDatabaseUrl() });
  await client.connect();
  try {
    const { rowCount } = await client.query(
      `UPDATE release SET answered_at = answered_at - interval '2 days', goes_at = goes_at - interval '2 days'
       WHERE couple_id = $1 AND goes_at IS NOT NULL AND withdrawn_at IS NULL AND copied_at IS NULL`,
      [coupleId],
    );
    expect(rowCount).toBe(1);
  } finally {
    await client.end();
  }
}

const heading = (page: Page, name: string | RegExp) => page.getByRole("heading", { name });

test("a therapist finds what can go and what never does, and gets a code that is shown once", async () => {
  const { page } = leaving;
  await page.getByRole("link", { name: /Lena/ }).first().click();
  await expect(page).toHaveURL(/\/couples\/[\w-]+$/);
  [, practiceId = "", coupleId = ""] = /practice\/([\w-]+)\/couples\/([\w-]+)/.exec(page.url()) ?? [];
  await page.getByRole("link", { name: "Who can read this" }).click();
  await page.getByRole("link", { name: "Transfer to another practice" }).click();
  await expect(heading(page, "What never goes")).toBeVisible();
  await page.getByRole("button", { name: "Make a code" }).click();
  const shown = page.locator("output");
  await expect(shown).toHaveText(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{2}$/);
  code = (await shown.textContent()) ?? "";
  await page.reload();
  await expect(page.getByText("A code is out.")).toBeVisible();
  await expect(page.locator("output")).toHaveCount(0);
});

test("the receiving therapist mistypes it, keeps what was typed, and then learns who sends and nothing else", async () => {
  const { page } = receiving;
  await page.goto(`/practice/${receivingPractice}/couples/new`);
  await page.getByRole("link", { name: "From another practice" }).click();
  await page.getByLabel("Code").fill("7K3M-2QXR-9T");
  await page.getByRole("button", { name: "Take them on" }).click();
  await expect(page.getByText(/^This code opens nothing/)).toBeVisible();
  await expect(page.getByLabel("Code")).toHaveValue("7K3M-2QXR-9T");
  await page.getByLabel("Code").fill(code.toLowerCase().replaceAll("-", " "));
  await page.getByRole("button", { name: "Take them on" }).click();
  await expect(page.getByText("Nadia Farouk, Harbor Couples Therapy")).toBeVisible();
  await expect(page.getByText(/^Code used on .* Nobody has arrived yet/)).toBeVisible();
  await expect(page.getByText("Lena")).toHaveCount(0);
});

test("a partner reads what of theirs would go, signs, takes it back, and signs again", async () => {
  const { page } = lena;
  await page.goto(`/couple/${coupleId}/me`);
  await page.getByRole("link", { name: /^Another practice/ }).click();
  await expect(page.getByText("Ruth Nakamura")).toBeVisible();
  await expect(page.getByText("3 weekly ratings")).toBeVisible();
  await page.getByRole("button", { name: "Sign and let it go" }).click();
  await expect(page.getByText("Read this, then tick it.")).toHaveCount(2);
  await expect(page.getByText("Type your name to sign.")).toBeVisible();
  const sign = async () => {
    await page.getByText("I have read what goes and what stays.").click();
    await page.getByText("I agree to this for myself.").click();
    await page.getByLabel("Your name, as your signature").fill("Lena");
    await page.getByRole("button", { name: "Sign and let it go" }).click();
    await expect(heading(page, /^You signed on/)).toBeVisible();
  };
  await sign();
  await page.getByRole("button", { name: "Take it back" }).click();
  await expect(heading(page, "You took it back")).toBeVisible();
  await sign();
});

test("the other partner is asked the same as before, and says no", async () => {
  const { page } = omar;
  await page.goto(`/couple/${coupleId}/transfer`);
  await expect(page.getByText("Ruth Nakamura")).toBeVisible();
  await expect(page.getByText("Lena")).toHaveCount(0);
  await page.getByRole("button", { name: "No, keep it here" }).click();
  await expect(heading(page, "You keep it here")).toBeVisible();
});

test("after a day one partner has arrived, and nobody can tell what the other said", async () => {
  await letTwoDaysPass();
  interface Receptions {
    receptions: { coupleId: string | null }[];
  }
  const arrived = () => ask<Receptions>(receiving, "transfers.receptions", { practiceId: receivingPractice });
  // The worker looks once a minute.
  await expect.poll(async () => (await arrived()).receptions[0]?.coupleId ?? "", { timeout: 100_000 }).not.toBe("");
  await receiving.page.reload();
  await receiving.page.getByRole("link", { name: "Open the couple" }).click();
  await expect(heading(receiving.page, /Lena/)).toBeVisible();
  await expect(receiving.page.getByText("Omar")).toHaveCount(0);
  await leaving.page.goto(`/practice/${practiceId}/couples/${coupleId}/transfer`);
  await expect(leaving.page.getByText(/^Went on/)).toHaveCount(1);
  await expect(leaving.page.getByText("Nothing has gone")).toHaveCount(1);
});

test("with one login a partner finds both places", async () => {
  const { page } = lena;
  await page.goto(`/couple/${coupleId}/transfer`);
  await expect(heading(page, /^It went on/)).toBeVisible();
  await page.goto("/home");
  await expect(page.getByText("Northside Family Practice")).toBeVisible();
  await expect(page.getByText("Harbor Couples Therapy")).toBeVisible();
});
