import { expect, type Page, test } from "@playwright/test";
import { ask, pathOfHomework } from "../fixtures/homework";
import { arrive, desk, type Person, phone } from "../fixtures/people";

// One story of a couple in programs: begun again it would meet its own traces.
test.describe.configure({ mode: "serial", retries: 0 });

let therapist: Person;
let tess: Person;
let home = "";
let couple = "";
let coupleId = "";

const week = (page: Page, name: string) =>
  page.getByRole("listitem").filter({ has: page.getByRole("heading", { name }) });
const done = (text: string) => expect(therapist.page.getByText(text, { exact: true })).toBeVisible();
/** What can be done with a week, from its menu. */
async function choose(number: number, what: string): Promise<void> {
  await therapist.page.getByRole("button", { name: `Week ${number}: what can be done` }).click();
  await therapist.page.getByRole("menuitem", { name: what }).click();
}
/** The one line of the program on a partner's day, and the homework that it brought. */
async function meets(line: string, title: string | null): Promise<void> {
  await tess.page.goto(`/couple/${coupleId}`);
  await expect(tess.page.getByText(line)).toHaveCount(1);
  if (title) await pathOfHomework(tess, coupleId, title);
}
async function begin(program: RegExp): Promise<void> {
  const { page } = therapist;
  await page.goto(`${couple}/program/new`);
  await page.getByRole("radio", { name: program }).check({ force: true });
  await page.getByRole("button", { name: "Begin the program" }).click();
  await expect(page).toHaveURL(/\/program$/);
}

test.beforeAll(async ({ browser }) => {
  therapist = await arrive(browser, "therapist@harbor.example", desk);
  tess = await arrive(browser, "tess@couple.example", phone);
  home = new URL(therapist.page.url()).pathname;
  coupleId = new URL(tess.page.url()).pathname.split("/").at(2) ?? "";
  couple = `${home}/couples/${coupleId}`;
});

test("a couple begins a program: its first week is there for both, in one line and with its homework", async () => {
  const { page } = therapist;
  await page.goto(`${couple}/program`);
  await page.getByRole("link", { name: "Choose a program" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Begin a program" })).toBeVisible();
  await begin(/^A gentle start/);
  await expect(page.getByText("1 of 3 weeks open so far")).toBeVisible();
  await expect(week(page, "Week 1: One kind thing").getByText("no answers yet")).toHaveCount(2);
  await meets("Week 1 of 3: One kind thing", "Small gestures of affection");
  await expect(tess.page.getByText("A gentle start")).toHaveCount(1);
});

test("the therapist sees where they stand, each partner apart, and opens the next week at their word", async () => {
  const { page } = therapist;
  await tess.page.goto(await pathOfHomework(tess, coupleId, "Small gestures of affection"));
  await tess.page.getByRole("radio", { name: "Done", exact: true }).check({ force: true });
  await tess.page.getByRole("button", { name: "Send check-in" }).click();
  await expect(tess.page.getByText("Sent. Thank you.", { exact: true })).toBeVisible();
  await page.reload();
  const first = week(page, "Week 1: One kind thing");
  await expect(first.getByText("no answers yet")).toHaveCount(1);
  await page.getByRole("button", { name: "Open week 2" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Open week 2" }).click();
  await done("Week 2 is open.");
  await expect(week(page, "Week 2: One question").getByText(/opened at your word/)).toBeVisible();
  await meets("Week 2 of 3: One question", "Be curious");
  const { open } = await ask<{ open: { title: string }[] }>(tess, "homework.today", { coupleId });
  expect(open.map((one) => one.title)).not.toContain("Small gestures of affection");
});

test("it rests for both in plain words, and goes on", async () => {
  const { page } = therapist;
  await page.getByRole("button", { name: "Pause", exact: true }).click();
  await done("The program rests.");
  await meets("A change of plan: “A gentle start” rests for now. Nothing is missed meanwhile.", null);
  await expect(tess.page.getByText("Be curious")).toHaveCount(0);
  await page.getByRole("button", { name: "Go on" }).click();
  await done("The program goes on.");
  await meets("Week 2 of 3: One question", "Be curious");
});

test("a week is left out and taken in again, and another is put in", async () => {
  const { page } = therapist;
  await choose(3, "Leave this week out");
  await done("“One turn each” is left out.");
  await page.getByRole("button", { name: "Undo" }).click();
  await done("“One turn each” is in again.");
  await expect(week(page, "Week 3: One turn each")).toBeVisible();
  await choose(2, "Put a week in after it");
  const dialog = page.getByRole("dialog", { name: "Put a week in" });
  await dialog.getByRole("checkbox", { name: "Say “I”", exact: true }).check({ force: true });
  await dialog.getByRole("button", { name: "Put it in" }).click();
  await done("The week is in.");
  await expect(week(page, "Week 3: Say “I”")).toBeVisible();
  await expect(week(page, "Week 4: One turn each")).toBeVisible();
  await meets("Week 2 of 4: One question", null);
  await expect(tess.page.getByText("One turn each")).toHaveCount(0);
});

test("a program of one's own is composed, and begun once the other has ended", async () => {
  const { page } = therapist;
  await page.getByRole("button", { name: "End the program" }).click();
  await page.getByRole("button", { name: "End it" }).click();
  await done("The program has ended.");
  await page.goto(`${home}/library/programs`);
  await page.getByRole("button", { name: "Make a program" }).click();
  await expect(page.getByRole("heading", { name: "Week 1" })).toBeVisible();
  await page.getByLabel("Name").fill("A quiet month");
  await page.getByLabel("Promise").fill("Less, and on purpose.");
  await page.getByLabel("Summary").fill("One week of saying things gently.");
  await page.getByLabel("Title").fill("One true sentence");
  await page.getByLabel("Why now").fill("You have calmed down. Begin with one sentence.");
  await page.getByLabel("Strategies").selectOption({ label: "Say “I”" });
  await expect(page.getByText("Complete: couples can begin it.")).toBeVisible();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await done("Saved.");
  await begin(/^A quiet month/);
  await expect(week(page, "Week 1: One true sentence")).toBeVisible();
  await meets("Week 1 of 1: One true sentence", "Say “I”");
  await expect(tess.page.getByText("Begin with one sentence.")).toBeVisible();
});

test.afterAll(async () => {
  const { page } = therapist;
  await page.goto(`${couple}/program`);
  await page.getByRole("button", { name: "End the program" }).click();
  await page.getByRole("button", { name: "End it" }).click();
  await done("The program has ended.");
});
