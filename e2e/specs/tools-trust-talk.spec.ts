import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { type Desk, giveHomework } from "../fixtures/homework";
import {
  bothOpen,
  choose,
  comeBack,
  deskOf,
  letArrive,
  letRead,
  letTalkPass,
  listenTo,
  phonesOf,
  press,
  type Two,
  throughALostConnection,
} from "../fixtures/phones";

// One story of two phones on one database: begun again it would meet its own traces.
test.describe.configure({ mode: "serial", retries: 0 });

let table: Desk;
let both: Two;
const given: Record<string, string> = {};

test.beforeAll(async ({ browser }) => {
  table = await deskOf(browser, "therapist@harbor.example", /Jun/);
  both = await phonesOf(browser, table.coupleId, ["jun@couple.example", "bea@couple.example"]);
  for (const key of ["keep-small-promises", "be-transparent", "listen-actively", "say-i"])
    given[key] = await giveHomework(table, key);
});

test("a promise is marked by its maker alone, noticed by the other, and kept through a lost connection", async () => {
  const { one: jun, two: bea } = both;
  await bothOpen(both, "Keep small promises");
  await letRead(jun.page, "You, Bea and your therapist");
  await jun.page.getByLabel("I promise to").fill("Ring the plumber");
  await choose(jun.page.getByRole("radio", { name: "Tomorrow" }));
  await press(jun.page.getByRole("button", { name: "Add this promise" }));
  await expect(jun.page.getByText("Your promise is on the list.")).toBeVisible();

  const theirs = bea.page.getByText("Ring the plumber");
  await expect(theirs).toBeVisible();
  await expect(bea.page.getByRole("button", { name: "Kept" })).toHaveCount(0);
  await press(bea.page.getByRole("button", { name: "I noticed" }));
  await expect(jun.page.getByText("Bea noticed.")).toBeVisible();

  const kept = jun.page.getByRole("button", { name: "Kept", exact: true });
  await throughALostConnection(jun, () => press(kept));
  await expect(kept).toHaveAttribute("aria-pressed", "true");
  await expect(bea.page.getByText("Kept", { exact: true })).toBeVisible();
  await expect(theirs).toHaveCount(1);
});

test("a share is held for a day, can be taken back and sent off again, and arrives once", async () => {
  const { one: jun, two: bea } = both;
  await bothOpen(both, "Be transparent");
  await expect(jun.page.getByText(/A new big fact/)).toBeVisible();
  await letRead(jun.page, "You, Bea and your therapist");
  await jun.page.getByLabel("What I thought").fill("That the silence was about me.");
  await jun.page.getByLabel("What I felt").fill("Uneasy.");
  await throughALostConnection(jun, () => press(jun.page.getByRole("button", { name: "Share", exact: true })));
  await expect(jun.page.getByText(/Bea can read this from/)).toBeVisible();
  await press(jun.page.getByRole("button", { name: "Take it back" }));
  await press(jun.page.getByRole("button", { name: "Undo" }));
  await expect(jun.page.getByText(/Bea can read this from/)).toHaveCount(1);

  const words = bea.page.getByText("That the silence was about me.");
  await bea.page.reload();
  await expect(bea.page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(words).toBeHidden();
  await letArrive(both.coupleId);
  await bea.page.reload();
  await expect(words).toHaveCount(1);
});

test("a talk keeps two phones in step: turns, a summary, a break, a tone, and a clock that runs while nobody looks", async () => {
  const { one: jun, two: bea } = both;
  const tones = await listenTo(bea);
  await bothOpen(both, "Listen actively");
  await expect(jun.page.getByText(/first two talks keep to something light/)).toBeVisible();
  await expect(jun.page.getByRole("radio", { name: "A topic of your own" })).toHaveCount(0);
  await choose(jun.page.getByRole("radio", { name: /a free morning/ }));
  await choose(jun.page.getByRole("radio", { name: "I do", exact: true }));
  await choose(jun.page.getByRole("radio", { name: /Two phones/ }));
  await press(jun.page.getByRole("button", { name: "Begin the talk" }));
  await expect(jun.page.getByRole("heading", { name: "You speak" })).toBeVisible();
  await expect(bea.page.getByRole("heading", { name: "Jun speaks" })).toBeVisible();
  const end = (page: typeof jun.page) => page.getByRole("button", { name: "I have said it" });
  await expect(end(bea.page)).toHaveCount(0);

  await letTalkPass(table.coupleId, 150);
  for (const person of [jun, bea]) {
    await comeBack(person);
    await expect(person.page.getByRole("timer")).toHaveAccessibleName(/^1 minute/);
  }
  await bea.context.setOffline(true);
  await press(end(jun.page));
  await expect(jun.page.getByRole("heading", { name: "Bea sums up" })).toBeVisible();
  await bea.context.setOffline(false);
  await expect(bea.page.getByRole("heading", { name: "You sum up" })).toBeVisible();
  // The phone on which nobody began the talk can sound too, also after it was opened anew, from the first key on.
  const tone = bea.page.getByRole("switch", { name: "A soft tone" });
  await choose(tone);
  await bea.page.reload();
  await expect(tone).toBeChecked();
  await bea.page.keyboard.press("ArrowDown");
  await press(jun.page.getByRole("button", { name: "Almost" }));
  await expect(bea.page.getByText("Almost. Say the part that was missing.")).toBeVisible();
  await press(jun.page.getByRole("button", { name: "Got it" }));
  await expect(bea.page.getByRole("heading", { name: "You speak" })).toBeVisible();
  await expect.poll(tones).toBe(1);

  await press(jun.page.getByRole("button", { name: "Take 20" }));
  for (const { page } of [jun, bea]) {
    await expect(page.getByRole("heading", { name: "A break" })).toBeVisible();
    await expect(page.getByText("Back at")).toBeVisible();
  }
  await press(bea.page.getByRole("button", { name: "We go on" }));
  await expect(jun.page.getByRole("heading", { name: "Bea speaks" })).toBeVisible();
  await press(jun.page.getByRole("button", { name: "End the talk" }));
  await press(jun.page.getByRole("button", { name: "Yes, end it" }));
  for (const { page } of [jun, bea])
    await expect(page.getByRole("heading", { name: "You ended the talk" })).toBeVisible();
});

test("a talk on one phone goes through the hands of both", async () => {
  const { page } = both.one;
  await press(page.getByRole("button", { name: "Start another talk" }));
  await choose(page.getByRole("radio", { name: /a free morning/ }));
  await choose(page.getByRole("radio", { name: "Bea", exact: true }));
  await press(page.getByRole("button", { name: "Begin the talk" }));
  for (const turn of [1, 2, 3, 4]) {
    await expect(page.getByText(`Turn ${turn} of 4`)).toBeVisible();
    await press(page.getByRole("button", { name: "I have said it" }));
    await press(page.getByRole("button", { name: "Got it" }));
  }
  await expect(page.getByRole("heading", { name: "That was a whole talk" })).toBeVisible();
});

test("a sentence that begins with I is flagged gently, kept, and read aloud; in Spanish too", async ({
  page: visitor,
}) => {
  const { page } = both.one;
  await bothOpen(both, "Say “I”");
  await letRead(page, "You and your therapist");
  await page.getByLabel("I feel").fill("that you never listen");
  await expect(page.getByText(/“Always” and “never” invite a fight/)).toBeVisible();
  await expect(page.getByText(/This may be a thought about your partner/)).toBeVisible();
  await page.getByLabel("I feel").fill("sad");
  await expect(page.getByText(/“Always” and “never” invite a fight/)).toBeHidden();
  await page.getByLabel("when", { exact: false }).first().fill("the evening ends without a word");
  await press(page.getByRole("button", { name: "Read it aloud" }).first());
  await expect(page.getByRole("dialog")).toContainText("I feel sad when the evening ends without a word.");
  await page.keyboard.press("Escape");
  await throughALostConnection(both.one, () => press(page.getByRole("button", { name: "Keep it" })));
  await expect(
    page
      .getByRole("article")
      .or(page.locator("section"))
      .getByText(/I feel sad when/)
      .first(),
  ).toBeVisible();
  await expect(both.two.page.getByText("the evening ends without a word")).toHaveCount(0);

  await visitor.goto("/es/strategies/say-i/try");
  await letRead(visitor, "Solo tú");
  await visitor.getByLabel("Siento").fill("que nunca me escuchas");
  await expect(visitor.getByText(/“Siempre” y “nunca” invitan a discutir/)).toBeVisible();
});

test("the weekly meeting has a list that both add to, a neutral calendar entry, and ratings that nobody compares", async () => {
  const { one: jun, two: bea } = both;
  await bothOpen(both, "Check in regularly");
  const list = bea.page.getByRole("region", { name: "Add to our list" });
  await letRead(list, "You, Jun and your therapist");
  await list.getByRole("textbox").fill("Who calls the landlord");
  await throughALostConnection(bea, () => press(list.getByRole("button", { name: "Share", exact: true })));
  await expect(jun.page.getByText("Who calls the landlord")).toHaveCount(1);

  const downloading = jun.page.waitForEvent("download");
  await press(jun.page.getByRole("button", { name: "Add to my calendar" }).first());
  const download = await downloading;
  expect(download.suggestedFilename()).toBe("time-set-aside.ics");
  const file = readFileSync(await download.path(), "utf8");
  expect(file).toContain("SUMMARY:Time set aside");
  expect(file).not.toMatch(/\b(jun|bea)\b|kitchen|couple|therap/i);

  await choose(jun.page.getByRole("group", { name: /How was this week with us/ }).getByRole("radio", { name: /^3\b/ }));
  await press(jun.page.getByRole("button", { name: "Save my rating" }));
  await expect(jun.page.getByText("Saved. Your partner does not see it.")).toBeVisible();
  await choose(jun.page.getByRole("checkbox", { name: "One thank-you each" }));
  await bea.page.reload();
  await expect(bea.page.getByRole("checkbox", { name: "One thank-you each" })).not.toBeChecked();
  await expect(
    bea.page.getByRole("group", { name: /How was this week with us/ }).getByRole("radio", { checked: true }),
  ).toHaveCount(0);
});
