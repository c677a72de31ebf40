import { expect, type Page, test } from "@playwright/test";
import { Client } from "pg";
import { ownerDatabaseUrl } from "../fixtures/environment";
import { ask } from "../fixtures/homework";
import { arrive, desk, type Person } from "../fixtures/people";

// One story on one database: begun again it would meet its own traces.
test.describe.configure({ mode: "serial", retries: 0 });

const theCouple = /Tess/;
let therapist: Person;
let colleague: Person;
let practiceId = "";
let coupleId = "";

test.beforeAll(async ({ browser }) => {
  therapist = await arrive(browser, "therapist@harbor.example", desk);
  colleague = await arrive(browser, "second@harbor.example", desk);
  await therapist.page.getByRole("link", { name: theCouple }).first().click();
  await expect(therapist.page).toHaveURL(/\/couples\/[\w-]+$/);
  [, practiceId = "", coupleId = ""] = /practice\/([\w-]+)\/couples\/([\w-]+)/.exec(therapist.page.url()) ?? [];
});

interface Plan {
  today: string;
  absences: { absenceId: string }[];
}

/** Two days go by for one plan. The clock is everyone's, and would sign the other tests out. */
async function letTwoDaysPass(absenceId: string): Promise<void> {
  const client = new Client({ connectionString: ownerDatabaseUrl() });
  await client.connect();
  try {
    const { rowCount } = await client.query(
      `UPDATE couple_clinician SET starts_at = starts_at - interval '2 days', ends_at = ends_at - interval '2 days'
       WHERE absence_id = $1`,
      [absenceId],
    );
    expect(rowCount).toBe(1);
  } finally {
    await client.end();
  }
}

const nothingHere = (page: Page) => page.getByRole("heading", { level: 1, name: "This page is not here" });
const couplePage = (page: Page) => page.goto(`/practice/${practiceId}/couples/${coupleId}`);

test("a colleague who does not treat the couple finds nothing at its address", async () => {
  await couplePage(colleague.page);
  await expect(nothingHere(colleague.page)).toBeVisible();
});

test("the therapist plans a day away and says who covers one couple, after a day was forgotten", async () => {
  const { page } = therapist;
  const { today } = await ask<Plan>(therapist, "absences.page", { practiceId });
  await page.getByRole("link", { name: "Time away" }).first().click();
  await page.getByLabel("First day away").fill(today);
  await page.getByLabel(theCouple).selectOption({ label: "Jonas Adeyemi" });
  await page.getByRole("button", { name: "Plan it" }).click();
  await expect(page.getByText("Fill this in.")).toBeVisible();
  await page.getByLabel("Last day away").fill(today);
  await page.getByRole("button", { name: "Plan it" }).click();
  await expect(page.getByText("Jonas Adeyemi covers")).toBeVisible();
  await expect(page.getByText("Away now")).toBeVisible();
});

test("the caseload asks again about those whom nobody covers", async () => {
  await therapist.page.goto(`/practice/${practiceId}`);
  await expect(therapist.page.getByText(/^Nobody covers/)).toBeVisible();
});

test("whoever covers sees the couple, for whom and until when, and reads", async () => {
  const { page } = colleague;
  await page.goto(`/practice/${practiceId}`);
  await expect(page.getByText(/You cover for Miriam Castellan until/)).toBeVisible();
  await page.getByRole("link", { name: theCouple }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: theCouple })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Check-ins" })).toBeVisible();
  await page.getByRole("link", { name: "Who can read this" }).click();
  await expect(page.getByText("Jonas Adeyemi (you)")).toBeVisible();
  await expect(page.getByText(/added by Miriam Castellan/)).toBeVisible();
  await expect(page.getByRole("button", { name: "Let somebody read" })).toHaveCount(0);
});

test("once the days are over it ends by itself, and the history keeps it", async () => {
  const { absences } = await ask<Plan>(therapist, "absences.page", { practiceId });
  const absenceId = absences[0]?.absenceId ?? "";
  await letTwoDaysPass(absenceId);
  await couplePage(colleague.page);
  await expect(nothingHere(colleague.page)).toBeVisible();
  await colleague.page.goto(`/practice/${practiceId}`);
  await expect(colleague.page.getByRole("link", { name: theCouple })).toHaveCount(0);
  await therapist.page.goto(`/practice/${practiceId}/couples/${coupleId}/access`);
  const earlier = therapist.page.locator("section", { has: therapist.page.getByRole("heading", { name: "Earlier" }) });
  await expect(earlier).toContainText("Jonas Adeyemi");
  await ask(therapist, "absences.cancel", { practiceId, absenceId }, "mutation");
});
