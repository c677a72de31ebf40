import { expect, type Page, test } from "@playwright/test";
import { mailTo } from "../fixtures/mailbox";
import { arrive, type Person, phone } from "../fixtures/people";
import { deskOf } from "../fixtures/phones";

const address = "therapist@northside.example";
const canary = `canary-alone ${crypto.randomUUID()}: I would like to talk without anybody else in the room.`;
const safely = "Ring my sister, she calls me back.";

const neutralMails = async () =>
  (await mailTo(address)).filter((mail) => mail.subject === "Something is waiting for you");

/** A page as the browser gets it, without the nonce of its policy, which is new in every answer. */
async function html({ context }: Person, path: string): Promise<string> {
  const answer = await context.request.get(path);
  expect([path, answer.status()]).toEqual([path, 200]);
  const [, nonce = "none"] = /'nonce-([^']+)'/.exec(answer.headers()["content-security-policy"] ?? "") ?? [];
  return (await answer.text()).replaceAll(nonce, "nonce");
}

/** Says how one can be reached safely, under Me. */
async function sayHowToReachMe(page: Page): Promise<void> {
  await page.getByLabel(/^Reaching you safely/).fill(safely);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText(/^Saved/)).toBeVisible();
}

/** Everything that a page keeps on the device. */
const kept = (page: Page) =>
  page.evaluate(async () => {
    const databases = await indexedDB.databases();
    const stores = databases.map(({ name }) => name).join();
    return `${JSON.stringify(localStorage)} ${JSON.stringify(sessionStorage)} ${stores} ${location.href} ${document.title}`;
  });

test("a word to the therapist alone: sent from a phone, seen by nobody else, opened alone, with how to answer", async ({
  browser,
}) => {
  const lou = await arrive(browser, "lou@couple.example", phone);
  const finn = await arrive(browser, "finn@couple.example", phone);
  const home = new URL(lou.page.url()).pathname;
  const { page } = lou;
  await page.goto(`${home}/me`);
  await sayHowToReachMe(page);
  const paths = ["", "/us", "/me", "/help", "/reminders"].map((path) => `${home}${path}`);
  const readBy = async (person: Person) =>
    Object.fromEntries(await Promise.all(paths.map(async (path) => [path, await html(person, path)])));
  const before = [await readBy(lou), await readBy(finn)];

  await page.getByRole("link", { name: /^Help and contact/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Help and contact" })).toBeVisible();
  await expect(page.getByText("This page is not monitored in real time.")).toBeVisible();
  await expect(page.getByRole("link", { name: /^911/ })).toHaveAttribute("href", "tel:911");
  await expect(page.getByText(/has not said on which days/)).toBeVisible();
  const words = page.getByLabel("Your words");
  const send = page.getByRole("button", { name: "Send", exact: true });
  await send.click();
  await expect(page.getByRole("alert").filter({ hasText: "Write a few words first." })).toBeVisible();
  await words.fill(canary);
  await lou.context.setOffline(true);
  await send.click();
  await expect(page.getByRole("alert").filter({ hasText: "Your words are still here" })).toBeVisible();
  await expect(words).toHaveValue(canary);
  expect(await kept(page)).not.toContain("canary");
  await lou.context.setOffline(false);
  const mails = (await neutralMails()).length;
  // The first answer is lost on its way: what arrived already is not stored again.
  await page.route("**/api/trpc/privateWords.send*", async (route) => {
    await route.fetch();
    await route.abort();
  });
  await send.click();
  await expect(page.getByRole("alert").filter({ hasText: "Your words are still here" })).toBeVisible();
  await page.unroute("**/api/trpc/privateWords.send*");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("heading", { name: "It has gone" })).toBeFocused();
  await expect(page.getByText(/An answer comes the way you said is safe for you/)).toBeVisible();
  await expect(page.getByRole("button", { name: "Leave quickly" })).toBeVisible();

  expect(await kept(page)).not.toContain("canary");
  await page.reload();
  await expect(page.getByLabel("Your words")).toHaveValue("");
  expect([await readBy(lou), await readBy(finn)]).toEqual(before);

  await expect.poll(async () => (await neutralMails()).length, { timeout: 30_000 }).toBe(mails + 1);
  const mail = (await neutralMails()).at(-1);
  expect(`${mail?.text} ${mail?.html}`).not.toMatch(/\b(lou|finn)\b|canary|therap|couple|private|unsubscribe/i);

  const { therapist, practiceId, coupleId } = await deskOf(browser, address, /Lou/);
  const desk = therapist.page;
  const mark = desk.getByText("Something to open alone", { exact: true });
  await expect(mark).toHaveCount(1);
  await desk.goto(`/practice/${practiceId}/couples/${coupleId}`);
  await expect(desk.getByText("Something to open alone.")).toBeVisible();
  expect(await desk.content()).not.toContain("canary");
  await desk.getByRole("link", { name: "Open alone" }).last().click();
  await expect(desk.getByRole("heading", { name: "Are you alone?" })).toBeVisible();
  expect(await desk.content()).not.toContain("canary");
  await expect(desk.getByRole("main")).not.toContainText(/Lou|Finn/);
  await desk.getByRole("button", { name: "I am alone, open it" }).click();
  const word = desk.getByRole("article").filter({ hasText: canary });
  await expect(word).toHaveCount(1);
  await expect(word.getByText(safely)).toBeVisible();
  await desk.getByRole("button", { name: "Put away" }).click();
  await expect(desk.getByText(canary)).toHaveCount(0);
  await expect(desk.getByRole("heading", { name: "Nothing new" })).toBeVisible();
  await desk.goto(`/practice/${practiceId}`);
  await expect(desk.getByRole("link", { name: /Lou/ }).first()).toBeVisible();
  await expect(mark).toHaveCount(0);
  expect([await readBy(lou), await readBy(finn)]).toEqual(before);
});
