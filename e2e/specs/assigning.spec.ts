import { expect, type Page, test } from "@playwright/test";
import { arrive, desk, type Person, phone } from "../fixtures/people";

// One story on one database: begun again it would meet its own traces.
test.describe.configure({ mode: "serial", retries: 0 });

const note = "Two minutes each, nobody answers.";
const begun = "It was easier in the car.";
let therapist: Person;
let mika: Person;
let couple = "";
let today = "";

const inDays = (days: number) => new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);
/** A civil date as the staff's pages say it: "Dec 4". */
const spoken = (date: string) =>
  new Intl.DateTimeFormat("en", { day: "numeric", month: "short", timeZone: "UTC" }).format(Date.parse(date));
/** The same with its weekday, as a part of an appointment's name. */
const long = (date: string) =>
  new Intl.DateTimeFormat("en", { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" }).format(
    Date.parse(date),
  );

const row = (page: Page) =>
  page.getByRole("listitem").filter({ has: page.getByRole("link", { name: "Listen actively" }) });

/** Moves the next appointment to a day that many days on, and says so. */
async function moveNext(days: number): Promise<void> {
  const { page } = therapist;
  await page.goto(`${couple}/appointments`);
  await page
    .getByRole("button", { name: /^Move / })
    .first()
    .click();
  const form = page.getByRole("form", { name: "Move this appointment" });
  today ||= (await form.getByLabel("Day").getAttribute("min")) ?? "";
  await form.getByLabel("Day").fill(inDays(days));
  await form.getByRole("button", { name: "Move it" }).click();
  await expect(page.getByRole("heading", { level: 3, name: long(inDays(days)) })).toBeVisible();
}

test.beforeAll(async ({ browser }) => {
  therapist = await arrive(browser, "therapist@harbor.example", desk);
  mika = await arrive(browser, "mika@couple.example", phone);
});

test("the therapist finds a couple's appointments from its page, and moves the next one", async () => {
  const { page } = therapist;
  await page.getByRole("link", { name: /Mika/ }).first().click();
  await expect(page).toHaveURL(/couples\/[\w-]+$/);
  couple = new URL(page.url()).pathname;
  await page.getByRole("link", { name: "Appointments" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Appointments" })).toBeVisible();
  await moveNext(5);
});

test("both partners see the day and the hour, and not that it was moved", async () => {
  await mika.page.reload();
  await expect(mika.page.getByText(long(inDays(5)))).toBeVisible();
  await expect(mika.page.locator("body")).not.toContainText(/moved/i);
  await mika.page.goto(`${new URL(mika.page.url()).pathname}/us`);
  await expect(mika.page.getByText(long(inDays(5)))).toBeVisible();
});

test("homework runs until the next appointment unless told otherwise", async () => {
  const { page } = therapist;
  await page.goto(`${couple}/assign`);
  await page.getByRole("button", { name: /^Listen actively/ }).click();
  await page.getByRole("radio", { name: /^Each on their own/ }).check({ force: true });
  await expect(page.getByText(`Ends on ${spoken(inDays(5))}, and moves with the appointment.`)).toBeVisible();
  const preview = page.getByRole("region", { name: "What each of them sees" });
  await expect(preview.getByText("Listen actively").first()).toBeVisible();
  await preview.getByRole("radio", { name: "Español" }).check({ force: true });
  await expect(preview.getByText("Escucha").first()).toBeVisible();
  await page.getByRole("button", { name: /^Assign/ }).click();
  await expect(page).toHaveURL(new RegExp(`${couple}$`));
  await expect(row(page).getByText(`until the next appointment, ${spoken(inDays(5))}`)).toBeVisible();
});

test("its end moves with the appointment, and back when that is skipped no more", async () => {
  const { page } = therapist;
  await moveNext(8);
  await page.goto(couple);
  await expect(row(page).getByText(`until the next appointment, ${spoken(inDays(8))}`)).toBeVisible();
  await page.goto(`${couple}/appointments`);
  await page
    .getByRole("button", { name: /^Skip / })
    .first()
    .click();
  await expect(page.getByRole("button", { name: /^Let .* take place after all/ })).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("button", { name: /^Let .* take place after all/ })).toHaveCount(0);
  await page.goto(couple);
  await expect(row(page).getByText(`until the next appointment, ${spoken(inDays(8))}`)).toBeVisible();
});

test("paused it rests for both, and resumed it goes on", async () => {
  const { page } = therapist;
  const home = new URL(mika.page.url()).pathname.replace(/\/us$/, "");
  await mika.page.goto(home);
  await expect(mika.page.getByText("Listen actively").first()).toBeVisible();
  await page.getByRole("button", { name: "Pause Listen actively" }).click();
  await expect(page.getByRole("button", { name: "Resume Listen actively" })).toBeVisible();
  await mika.page.reload();
  await expect(mika.page.getByText("Listen actively")).toHaveCount(0);
  await page.getByRole("button", { name: "Resume Listen actively" }).click();
  await expect(page.getByRole("button", { name: "Pause Listen actively" })).toBeVisible();
  await mika.page.reload();
  await expect(mika.page.getByText("Listen actively").first()).toBeVisible();
});

test("changed words reach the partners, and ended it is gone from their day, with what was begun kept to be copied", async () => {
  const { page } = therapist;
  await page.getByRole("link", { name: "Change Listen actively" }).click();
  await page.getByLabel("A note from you").fill(note);
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(row(page).getByText(note)).toBeVisible();
  await mika.page
    .getByRole("link", { name: /Listen actively/ })
    .first()
    .click();
  await expect(mika.page.getByText(note)).toBeVisible();
  const checkIn = mika.page.locator("#check-in");
  await checkIn.getByRole("radio", { name: /^Only you/ }).check({ force: true });
  await checkIn.getByLabel("What helped, what got in the way?").fill(begun);
  await expect(checkIn.getByText("Kept on this phone as you type.")).toBeVisible();
  await page.getByRole("button", { name: "End Listen actively" }).click();
  await page.getByRole("button", { name: "End homework" }).click();
  // As long as it asks, nothing behind the dialog can be reached.
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "End Listen actively" })).toHaveCount(0);
  await mika.page.reload();
  await expect(mika.page.getByText("This one is not asked for any more.")).toBeVisible();
  await expect(mika.page.getByText(begun)).toBeVisible();
  await mika.page.getByRole("link", { name: "Go to Today" }).click();
  await expect(mika.page).toHaveURL(/\/couple\/[\w-]+$/);
  await expect(mika.page.getByText("Listen actively")).toHaveCount(0);
});
