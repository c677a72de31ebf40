import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { arrive, desk } from "../fixtures/people";

test("an owner narrows the access log, takes it with them, and finds that written down too", async ({ browser }) => {
  const therapist = await arrive(browser, "therapist@harbor.example", desk);
  await therapist.page.getByRole("link", { name: /Alex/ }).first().click();
  await expect(therapist.page.getByRole("link", { name: "Assign homework" })).toBeVisible();

  const { page } = await arrive(browser, "owner@harbor.example", desk);
  await page.getByRole("link", { name: "Access log" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Access log" })).toBeVisible();
  await page.getByLabel("Couple", { exact: true }).selectOption({ label: "Alex & Sam" });
  await page.getByLabel("Kind").selectOption({ label: "Read clinical content" });
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page).toHaveURL(/coupleId=/);
  const rows = page
    .getByRole("region")
    .or(page.locator("section"))
    .filter({ hasText: "Access log, newest first" })
    .getByRole("listitem");
  await expect(rows.first()).toContainText("Alex & Sam");
  await expect(rows.first()).toContainText("Read clinical content");
  expect(await rows.filter({ hasNotText: "Alex & Sam" }).count()).toBe(0);
  await expect(page.locator("body")).not.toContainText("couples.page");

  await page.getByRole("button", { name: "Make a file" }).click();
  const button = page.getByRole("button", { name: /^Download the file of/ });
  await expect(button).toBeVisible({ timeout: 30_000 });
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  expect(download.suggestedFilename()).toMatch(/^access-log-.*\.csv$/);
  const csv = readFileSync(await download.path(), "utf8");
  expect(csv).toContain("Alex & Sam,Read clinical content,Allowed");
  expect(csv).not.toMatch(/couples\.page|homework/);

  await page.getByRole("link", { name: "Clear filters" }).click();
  await expect(page).not.toHaveURL(/coupleId=/);
  await expect(page.getByLabel("Couple", { exact: true })).not.toHaveValue(/-/);
  await page.getByLabel("Kind").selectOption({ label: "Exported" });
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page).toHaveURL(/EXPORT/);
  await expect(rows.first()).toContainText("Exported");
});

test("a clinician sees who opened a couple, records a disclosure, and prints a statement about one partner", async ({
  browser,
}) => {
  const { page } = await arrive(browser, "therapist@harbor.example", desk);
  await page.getByRole("link", { name: /Tess/ }).first().click();
  await page.getByRole("link", { name: "Who opened this" }).click();
  await expect(page.getByText("Opened the couple’s page").first()).toBeVisible();
  await page.goBack();
  await page.getByRole("link", { name: "Disclosures" }).click();
  await page.getByRole("button", { name: "Record a disclosure" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Record", exact: true }).click();
  await expect(dialog.getByText("Choose for whom it is.")).toBeVisible();
  await dialog.getByRole("radio", { name: "Tess" }).check({ force: true });
  await dialog.getByLabel("Who received it").fill("Family court of Kings County");
  await dialog.getByLabel("What was disclosed").fill("Dates of attendance in the year 2026");
  await dialog.getByLabel("Why").fill("Subpoena of the ninth of November");
  await dialog.getByRole("button", { name: "Record", exact: true }).click();
  await expect(page.getByText("To Family court of Kings County")).toBeVisible();
  await page.getByRole("link", { name: "Statement for Tess" }).click();
  await expect(page.getByText("Dates of attendance in the year 2026")).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("button", { name: "Print" })).toBeHidden();
  await expect(page.getByRole("navigation").first()).toBeHidden();
});
