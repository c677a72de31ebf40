import { expect, test } from "@playwright/test";
import { ask, type Desk, giveHomework } from "../fixtures/homework";
import {
  bothOpen,
  choose,
  deskOf,
  letArrive,
  letRead,
  phonesOf,
  press,
  type Two,
  throughALostConnection,
} from "../fixtures/phones";

// One story of two phones on one database: begun again it would meet its own traces.
test.describe.configure({ mode: "serial", retries: 0 });

let table: Desk;
let both: Two;

test.beforeAll(async ({ browser }) => {
  table = await deskOf(browser, "therapist@northside.example", /Rio/);
  both = await phonesOf(browser, table.coupleId, ["rio@couple.example", "kai@couple.example"]);
  for (const key of ["make-quality-time", "small-gestures", "celebrate-small-wins"]) await giveHomework(table, key);
});

test("an idea that both like becomes a plan with an hour, agreed on, and with words on how it felt", async () => {
  const { one: rio, two: kai } = both;
  await bothOpen(both, "Make quality time");
  await press(rio.page.getByText("What fits today?"));
  await rio.page.getByLabel("Time", { exact: true }).selectOption({ label: "Up to 30 minutes" });
  await expect(
    rio.page
      .getByRole("listitem")
      .filter({ hasText: /^(30|25|20|15|10) min$/ })
      .first(),
  ).toBeVisible();
  await rio.page.getByLabel("Time", { exact: true }).selectOption({ label: "Any" });
  // The first ideas cost nothing, are at home and easy on the body.
  for (const fact of ["Free", "Easy on the body"])
    await expect(rio.page.getByRole("listitem").getByText(fact, { exact: true }).first()).toBeVisible();

  await press(rio.page.getByRole("button", { name: "I like this" }));
  await press(kai.page.getByRole("button", { name: "I like this" }));
  const matches = rio.page
    .getByRole("listitem")
    .filter({ has: rio.page.getByRole("button", { name: /^Make it a plan/ }) });
  await expect(matches).toHaveCount(1);
  const idea = await matches.locator("p").first().innerText();
  await press(matches.getByRole("button", { name: /^Make it a plan/ }));
  const plan = rio.page.getByRole("region", { name: "Our plan" });
  await letRead(plan, "You, Kai and your therapist");
  await expect(plan.getByLabel("What", { exact: true })).toHaveValue(idea);
  await plan.getByLabel("Day").fill("2031-05-17");
  await plan.getByLabel("Start").fill("18:30");
  await throughALostConnection(rio, () => press(plan.getByRole("button", { name: "Keep this plan" })));
  await expect(kai.page.getByText(/May 17/)).toHaveCount(1);
  await press(kai.page.getByRole("button", { name: "I am in" }));
  await expect(rio.page.getByText("Kai is in.")).toBeVisible();

  await press(kai.page.getByText("How did it feel, in a word or two?").first());
  const felt = kai.page.getByRole("region", { name: "How did it feel, in a word or two?" });
  await letRead(felt, "You and your therapist");
  await felt.getByRole("textbox").fill("Unhurried.");
  await press(felt.getByRole("button", { name: "Keep these words" }));
  await expect(felt.getByText("Unhurried.")).toBeVisible();
  await expect(rio.page.getByText("Unhurried.")).toHaveCount(0);
});

test("only what both picked is shown of a match deck, by buttons alone and through a lost connection", async () => {
  const { one: rio, two: kai } = both;
  await bothOpen(both, "Do things together");
  const planned = (page: typeof rio.page) => page.getByRole("button", { name: /^Make it a plan ?: / });
  await expect(planned(rio.page).first()).toBeVisible();
  const before = await planned(rio.page).count();
  await press(rio.page.getByRole("button", { name: "Not for me" }));
  await expect(rio.page.getByRole("button", { name: "One card back" })).toBeVisible();
  await press(rio.page.getByRole("button", { name: "One card back" }));
  await expect(rio.page.getByRole("button", { name: "One card back" })).toBeHidden();
  await press(rio.page.getByRole("button", { name: "I like this" }));
  await expect(rio.page.getByRole("button", { name: "One card back" })).toBeVisible();
  await expect(planned(kai.page)).toHaveCount(before);
  await throughALostConnection(kai, () => press(kai.page.getByRole("button", { name: "I like this" })));
  for (const { page } of [rio, kai]) await expect(planned(page)).toHaveCount(before + 1);
});

test("a gesture is picked and a note left through lost connections; it arrives at its hour, may be muted in silence, and is kept back by a pause", async () => {
  const { one: rio, two: kai } = both;
  await bothOpen(both, "Small gestures of affection");
  await press(rio.page.getByRole("switch", { name: "Touch: not now" }), "Space");
  await expect(rio.page.getByRole("switch", { name: "Touch: not now" })).toBeChecked();
  await letRead(rio.page, "Only you");
  const first = rio.page.getByRole("button", { name: /^Pick this one/ }).first();
  await throughALostConnection(rio, () => press(first));
  await expect(rio.page.getByRole("button", { name: "Pick another one" })).toBeVisible();

  const leave = async (words: string) => {
    await rio.page.getByLabel("Your note").fill(words);
    await choose(rio.page.getByRole("radio", { name: "Tomorrow morning at eight" }));
    await throughALostConnection(rio, () => press(rio.page.getByRole("button", { name: "Leave this note" })));
  };
  await leave("The coffee you left was still warm.");
  await expect(rio.page.getByText(/^Arrives /)).toHaveCount(1);
  await kai.page.reload();
  await expect(kai.page.getByText("A note that is meant for you shows up here.")).toBeVisible();
  await letArrive(both.coupleId);
  await kai.page.reload();
  const note = kai.page.getByText("The coffee you left was still warm.");
  await expect(note).toHaveCount(1);
  await expect(kai.page.getByRole("switch", { name: "Touch: not now" })).not.toBeChecked();
  await press(kai.page.getByRole("switch", { name: "Let notes rest for me" }), "Space");
  await expect(note).toBeHidden();
  await rio.page.reload();
  await expect(rio.page.getByText("Notes rest for you", { exact: false })).toHaveCount(0);

  await leave("This one waits for tomorrow.");
  await expect(rio.page.getByText(/^Arrives /)).toHaveCount(1);
  const { therapist, ...couple } = table;
  for (const on of [false, true]) await ask(therapist, "tools.setDelivery", { ...couple, on }, "mutation");
  await rio.page.reload();
  // News of the change may come while it opens, and closes it.
  await expect(async () => {
    await press(rio.page.getByText("Notes you have left"));
    await expect(rio.page.getByText("It stayed with you and was not delivered.")).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await expect(rio.page.getByText(/^Arrives /)).toHaveCount(0);
});

test("a win stands on the wall of both, and may be answered", async () => {
  const { one: rio, two: kai } = both;
  await bothOpen(both, "Celebrate small wins");
  await letRead(rio.page, "You, Kai and your therapist");
  await choose(rio.page.getByRole("radio", { name: "My partner’s" }));
  await rio.page
    .getByRole("region", { name: "What went well" })
    .getByRole("textbox")
    .fill("You fixed the bike in the rain.");
  await throughALostConnection(rio, () => press(rio.page.getByRole("button", { name: "Share", exact: true })));
  await expect(kai.page.getByText("You fixed the bike in the rain.")).toHaveCount(1);
  await press(kai.page.getByRole("button", { name: "Say something back" }));
  await kai.page.getByLabel("Say something back, if you like").fill("My fingers are still cold.");
  await press(kai.page.getByRole("button", { name: "Send", exact: true }));
  await expect(rio.page.getByText("My fingers are still cold.")).toHaveCount(1);
  await kai.page.goto(`/couple/${both.coupleId}/us`);
  await expect(kai.page.getByText("You fixed the bike in the rain.")).toHaveCount(1);
  await expect(kai.page.getByText("My fingers are still cold.")).toHaveCount(1);
});
