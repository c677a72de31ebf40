import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { pathOfHomework } from "../fixtures/homework";
import { arrive, desk, type Person, phone } from "../fixtures/people";

// One story of a strategy that is made: begun again it would meet its own traces.
test.describe.configure({ mode: "serial", retries: 0 });

/** A strategy's file, as far as it is altered here. */
interface OwnFile {
  strategy: { text: { title: { en: string }; why: { en: string } }; blocks: object[] };
}

const title = "Say “I”, gently";
const question = "What do you hope your partner hears?";
const changed = "What would help you to be heard?";
let therapist: Person;
let mika: Person;
let home = "";
/** The composer's address, and the path of the homework that is of its first version. */
let own = "";
let homework = "";
let couple = "";
const saved = () => expect(therapist.page.locator('[data-save="saved"]')).toBeVisible();
const blocks = () => therapist.page.locator("[data-block]");
const order = () => blocks().evaluateAll((all) => all.map((one) => one.getAttribute("data-block")));

test.beforeAll(async ({ browser }) => {
  therapist = await arrive(browser, "therapist@harbor.example", desk);
  mika = await arrive(browser, "mika@couple.example", phone);
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
  const asks = page.locator('[data-block="prompt"]');
  await asks.getByLabel("Question", { exact: true }).fill(question);
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
  // What is picked up listens a moment later; at the top one more press changes nothing.
  await expect(async () => {
    await page.keyboard.press("ArrowUp");
    await expect(page.getByText("Question is at position 1 of 2.")).toBeAttached({ timeout: 1_000 });
  }).toPass({ timeout: 20_000 });
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

test("the preview shows it through each partner's eyes in each language, and what is not translated is said", async () => {
  const { page } = therapist;
  const preview = page.getByRole("region", { name: "As a partner sees it" });
  const see = (name: string) => preview.getByRole("radio", { name, exact: true }).check({ force: true });
  await expect(preview.getByRole("heading", { level: 3, name: title })).toBeVisible();
  await expect(preview.getByText(question)).toBeVisible();
  await see("Partner B");
  await expect(preview.getByText(question)).toBeVisible();
  await see("Spanish");
  await expect(preview.getByRole("heading", { level: 3, name: "Copia de Hablar desde el “yo”" })).toBeVisible();
  await expect(preview.getByText("Arma tu frase")).toBeVisible();
  await see("Partner A");
  await expect(preview.getByText("Arma tu frase")).toBeVisible();
  await expect(page.getByText("Spanish: 1 text missing")).toBeVisible();
  await page.getByRole("button", { name: "Next missing text" }).click();
  await expect(page.getByRole("radio", { name: "Spanish" }).first()).toBeChecked();
  const field = blocks().first().getByLabel("Question", { exact: true });
  await expect(field).toBeFocused();
  await field.fill("¿Qué esperas que escuche tu pareja?");
  await expect(page.getByText("Nothing waits for its translation.")).toBeVisible();
  await expect(preview.getByText("¿Qué esperas que escuche tu pareja?")).toBeVisible();
  await field.fill("");
  await page.getByRole("radio", { name: "English" }).first().check({ force: true });
  await saved();
});

test("published it can be assigned, and a partner does it", async () => {
  const { page } = therapist;
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await expect(page.getByText("Published. It can be assigned now.", { exact: true })).toBeVisible();
  await expect(page.getByText("Version 1")).toBeVisible();
  own = page.url();
  await page.goto(home);
  await page.getByRole("link", { name: /Mika/ }).first().click();
  await expect(page).toHaveURL(/couples\/[\w-]+$/);
  couple = new URL(page.url()).pathname;
  await page.goto(`${couple}/assign`);
  await page.getByRole("button", { name: new RegExp(`^${title}`) }).click();
  await expect(page.getByText(/^Spanish is not complete/)).toBeVisible();
  await page.getByRole("radio", { name: /^Each on their own/ }).check({ force: true });
  await page.getByRole("button", { name: /^Assign/ }).click();
  await expect(page).toHaveURL(/couples\/[\w-]+$/);
  const coupleId = new URL(mika.page.url()).pathname.split("/").at(2) ?? "";
  homework = await pathOfHomework(mika, coupleId, title);
  await mika.page.goto(homework);
  await expect(mika.page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expect(mika.page.getByText(question)).toBeVisible();
  await mika.page.getByRole("radio", { name: "Done", exact: true }).check({ force: true });
  await mika.page.getByRole("button", { name: "Send check-in" }).click();
  await expect(mika.page.getByText("Sent. Thank you.", { exact: true })).toBeVisible();
});

test("a second version is for what is given from then on: running homework keeps the first", async () => {
  const { page } = therapist;
  await page.goto(own);
  await blocks()
    .first()
    .getByRole("button", { name: /^Question / })
    .click();
  await blocks().first().getByLabel("Question", { exact: true }).fill(changed);
  await saved();
  await page.getByRole("button", { name: "Publish changes" }).click();
  await expect(
    page.getByText("Version 2 is published. Homework that runs keeps its own.", { exact: true }),
  ).toBeVisible();
  await mika.page.reload();
  await expect(mika.page.getByText(question)).toBeVisible();
  await expect(mika.page.getByText(changed)).toHaveCount(0);
});

test("a colleague reads, copies and assigns what is shared, and nothing of what is put away", async ({ browser }) => {
  const { page } = therapist;
  await expect(page.getByRole("switch", { name: "Share in the practice" })).toBeEnabled();
  await page.getByRole("switch", { name: "Share in the practice" }).check({ force: true });
  await expect(page.getByText("Shared with the practice’s therapists.", { exact: true })).toBeVisible();
  const colleague = await arrive(browser, "second@harbor.example", desk);
  const shelf = colleague.page.getByRole("listitem").filter({ has: colleague.page.getByRole("link", { name: title }) });
  await colleague.page.goto(`${home}/library`);
  await expect(shelf.getByText("Shared by Miriam Castellan")).toBeVisible();
  await shelf.getByRole("link").click();
  await expect(colleague.page.getByText(/You can assign and copy it/)).toBeVisible();
  await expect(colleague.page.getByRole("button", { name: /^Publish/ })).toHaveCount(0);
  await colleague.page.getByRole("button", { name: "Make it your own" }).click();
  await expect(colleague.page.getByRole("heading", { level: 1, name: `Copy of ${title}` })).toBeVisible();
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Put away" }).click();
  await expect(page.getByText(/^This strategy is put away/)).toBeVisible();
  await colleague.page.goto(`${home}/library`);
  await expect(colleague.page.getByRole("link", { name: `Copy of ${title}` })).toBeVisible();
  await expect(colleague.page.getByRole("link", { name: title, exact: true })).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText(/^This strategy is put away/)).toHaveCount(0);
  await colleague.context.close();
});

test("a strategy leaves as a file and comes back from one, and a hostile file is refused in words and runs nothing", async () => {
  const { page } = therapist;
  page.on("dialog", (dialog) => {
    throw new Error(`a file opened a dialog: ${dialog.message()}`);
  });
  await page.getByRole("button", { name: "More" }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("menuitem", { name: "Export as a file" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("say-i-gently.json");
  const text = await readFile(await download.path(), "utf8");
  const file = JSON.parse(text) as OwnFile;
  await page.goto(`${home}/library`);
  await page.getByRole("button", { name: "Import" }).click();
  const dialog = page.getByRole("dialog", { name: "Import a strategy" });
  const offer = async (content: string) => {
    const buffer = Buffer.from(content);
    await dialog.getByLabel("Choose a file").setInputFiles({ name: "own.json", mimeType: "application/json", buffer });
    const button = dialog.getByRole("button", { name: "Import", exact: true });
    if (buffer.byteLength <= 256 * 1024) await button.click();
  };
  const changedFile = (change: (strategy: OwnFile["strategy"]) => void) => {
    const copy = structuredClone(file);
    change(copy.strategy);
    return JSON.stringify(copy);
  };
  const hostile: [string, RegExp][] = [
    [changedFile((one) => Object.assign(one, { onload: "window.ran = true" })), /No strategy has this/],
    [changedFile((one) => Object.assign(one.blocks[0] ?? {}, { kind: "script" })), /There is no such kind of block/],
    [text.replace('"strategy": {', '"strategy": {"__proto__": {"admin": true},'), /A name that no strategy may hold/],
    [changedFile((one) => (one.text.why.en = "See http://example.org/run.js")), /Only https links/],
    [changedFile((one) => (one.text.why.en = "See javascript:window.ran=true")), /Only https links/],
    [`${"[".repeat(4_000)}${"]".repeat(4_000)}`, /Nested deeper than any strategy/],
    [" ".repeat(256 * 1024 + 1), /Larger than 256 KB/],
    ["window.ran = true", /Is no JSON/],
  ];
  for (const [content, said] of hostile) {
    await offer(content);
    await expect(dialog.getByText(said).first()).toBeVisible();
  }
  const markup = "<img src=x onerror=window.ran=true>";
  await offer(changedFile((one) => (one.text.title.en = markup)));
  await expect(page).toHaveURL(/\/library\/own\/[\w-]+$/);
  expect(page.url()).not.toBe(own);
  await expect(page.getByRole("heading", { level: 1, name: markup })).toBeVisible();
  expect(await order()).toEqual(["prompt", "statement"]);
  expect(await page.evaluate(() => "ran" in window)).toBe(false);
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Delete for good" }).click();
  await page.getByRole("button", { name: "Delete for good" }).click();
  await expect(page.getByText("The draft is gone.", { exact: true })).toBeVisible();
});

// The stories of others find their couple's plate and their lists as they were.
test.afterAll(async () => {
  const { page } = therapist;
  await page.goto(couple);
  await page.getByRole("button", { name: `End ${title}` }).click();
  await page.getByRole("button", { name: "End homework" }).click();
  await expect(page.getByRole("button", { name: `End ${title}` })).toHaveCount(0);
  await page.goto(own);
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Put away" }).click();
  await expect(page.getByText(/^This strategy is put away/)).toBeVisible();
});
