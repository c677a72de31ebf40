import { expect, test } from "@playwright/test";
import { arrive, desk, type Person } from "../fixtures/people";

// One story of a strategy that is made: begun again it would meet its own traces.
test.describe.configure({ mode: "serial", retries: 0 });

const title = "Say “I”, gently";
let therapist: Person;
let home = "";
const saved = () => expect(therapist.page.locator('[data-save="saved"]')).toBeVisible();
const blocks = () => therapist.page.locator("[data-block]");
const order = () => blocks().evaluateAll((all) => all.map((one) => one.getAttribute("data-block")));

test.beforeAll(async ({ browser }) => {
  therapist = await arrive(browser, "therapist@harbor.example", desk);
  home = new URL(therapist.page.url()).pathname;
});

test("a strategy of the library becomes a therapist's own, with other words and another block", async () => {
  const { page } = therapist;
  await page.goto(`${home}/library/say-i`);
  await page.getByRole("button", { name: "Make it your own" }).click();
  await expect(page).toHaveURL(/\/library\/own\/[\w-]+$/);
  await page.getByLabel("Title").first().fill(title);
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await page.getByRole("button", { name: "Add a block" }).click();
  await page.getByRole("button", { name: /^Question/ }).click();
  const question = page.locator('[data-block="prompt"]');
  await question.getByLabel("Question", { exact: true }).fill("What do you hope your partner hears?");
  await saved();
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  expect(await order()).toEqual(["statement", "prompt"]);
});

test("blocks change places by keyboard alone, by buttons and by dragging, and one that is removed comes back", async () => {
  const { page } = therapist;
  const handle = page.getByRole("button", { name: /^Move Question/ }).first();
  await handle.focus();
  await page.keyboard.press("Space");
  await expect(page.getByText("Question picked up. Position 2 of 2.")).toBeAttached();
  await page.keyboard.press("ArrowUp");
  await expect(page.getByText("Question is at position 1 of 2.")).toBeAttached();
  await page.keyboard.press("Space");
  await expect.poll(order).toEqual(["prompt", "statement"]);
  await page.getByRole("button", { name: "Move Question down" }).click();
  await expect.poll(order).toEqual(["statement", "prompt"]);
  const from = await handle.boundingBox();
  const to = await blocks().first().boundingBox();
  if (!from || !to) throw new Error("no blocks to drag");
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(from.x + 6, from.y - 12, { steps: 4 });
  await page.mouse.move(to.x + 20, to.y + 4, { steps: 10 });
  await page.mouse.up();
  await expect.poll(order).toEqual(["prompt", "statement"]);
  await page.getByRole("button", { name: "Remove Question" }).click();
  await expect.poll(order).toEqual(["statement"]);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(order).toEqual(["prompt", "statement"]);
  await saved();
});
