import { expect, type Page, test } from "@playwright/test";
import { selectAs } from "../fixtures/attack";
import { ask, type Desk, endHomework, giveHomework, pathOfHomework } from "../fixtures/homework";
import { arrive, desk, type Person, password, phone } from "../fixtures/people";

/** Words that no other run has written, so that what is stored can be counted. */
const unheard = (words: string) => `${words} ${crypto.randomUUID().slice(0, 8)}`;

test.describe("signing in", () => {
  test("answers a wrong password and an unknown address with the same words, and keeps what was typed", async ({
    page,
  }) => {
    await page.goto("/sign-in?next=/home");
    const answers: string[] = [];
    for (const [email, secret] of [
      ["finn@couple.example", "not the password"],
      ["nobody@couple.example", "not the password"],
    ] as const) {
      await page.getByLabel("Email").fill(email);
      await page.getByLabel("Password", { exact: true }).fill(secret);
      await page.getByRole("button", { name: "Sign in", exact: true }).click();
      await expect(page.getByLabel("Password", { exact: true })).toBeFocused();
      await expect(page.getByText("That email and password do not go together.")).toBeVisible();
      answers.push(await page.locator("main").ariaSnapshot());
      await expect(page.getByLabel("Email")).toHaveValue(email);
      await expect(page.getByLabel("Password", { exact: true })).toHaveValue(secret);
    }
    expect(answers[1]).toBe(answers[0]?.replace("finn@", "nobody@"));
  });

  test("says which field is empty before anything is sent", async ({ page }) => {
    await page.goto("/sign-in");
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await expect(page.getByLabel("Email")).toHaveAccessibleDescription("Enter your email.");
    await expect(page.getByLabel("Password", { exact: true })).toHaveAccessibleDescription("Enter your password.");
  });
});

test.describe("a partner's check-in", () => {
  const title = "Celebrate small wins";
  let therapist: Person;
  let lou: Person;
  let couple: Desk;
  let assignmentId = "";
  let path = "";

  test.beforeAll(async ({ browser }) => {
    therapist = await arrive(browser, "therapist@northside.example", desk);
    const href = await therapist.page.getByRole("link", { name: /Lou/ }).first().getAttribute("href");
    const [, practiceId = "", coupleId = ""] = /practice\/([\w-]+)\/couples\/([\w-]+)/.exec(href ?? "") ?? [];
    couple = { therapist, practiceId, coupleId };
    lou = await arrive(browser, "lou@couple.example", phone);
  });

  test.beforeEach(async () => {
    assignmentId = await giveHomework(couple, "celebrate-small-wins");
    path = await pathOfHomework(lou, couple.coupleId, title);
    await lou.page.goto(path);
  });

  test.afterEach(() => endHomework(couple, assignmentId));

  async function write(page: Page, words: string): Promise<void> {
    await expect(page.getByRole("heading", { name: "How did it go?" })).toBeVisible();
    await page.getByRole("radio", { name: "Done", exact: true }).check({ force: true });
    await page.locator("#check-in").getByRole("radio", { name: "You, Finn and your therapist" }).check({ force: true });
    await page.getByLabel(/What helped/).fill(words);
    await expect(page.getByText("Kept on this phone as you type.")).toBeVisible();
  }
  const send = (page: Page) => page.getByRole("button", { name: "Send check-in" }).click();
  const expectSent = (page: Page) => expect(page.getByText("Sent. Thank you.")).toBeVisible();
  async function expectBoth(page: Page, sent: string, mine: string): Promise<void> {
    await expect(page.getByText("Another version was sent from a different page or device.")).toBeVisible();
    await expect(page.getByText(sent)).toBeVisible();
    await expect(page.getByText(mine)).toBeVisible();
  }

  async function signInAgain(page: Page): Promise<void> {
    await page.getByLabel("Email").fill("lou@couple.example");
    await page.getByLabel("Password", { exact: true }).fill(password);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
  }

  /** The stored answers to the homework at hand, and what Us shows of the words. */
  async function stored(words: string): Promise<{ answers: number; shown: number }> {
    const sql = "SELECT id FROM check_in WHERE occurrence_id = $1";
    const answers = await selectAs(lou.context, couple.practiceId, sql, [path.split("/").at(-1)]);
    const { shared } = await ask<{ shared: { words: string | null }[] }>(lou, "checkIns.us", {
      coupleId: couple.coupleId,
    });
    return { answers: answers.length, shown: shared.filter((one) => one.words === words).length };
  }

  test("survives a session that ended elsewhere: it says so, signs in again, comes back and is sent once", async () => {
    const { page } = lou;
    const words = unheard("We clapped for the bus.");
    await write(page, words);
    await ask(lou, "session.end", undefined, "mutation");
    await send(page);
    await expect(page.getByText("You are signed out.")).toBeVisible();
    await expect(page.getByText("What you wrote is kept on this phone.")).toBeVisible();
    await page.getByRole("link", { name: "Sign in again" }).click();
    await signInAgain(page);
    await expect(page).toHaveURL(path);
    await expect(page.getByText("What you wrote before is here again.")).toBeVisible();
    await expect(page.getByLabel(/What helped/)).toHaveValue(words);
    await send(page);
    await expectSent(page);
    expect(await stored(words)).toEqual({ answers: 1, shown: 1 });
  });

  test("survives being left alone for too long: the page asks, closes, and has the words after signing in", async () => {
    const words = unheard("Thirty minutes went by.");
    const page = await lou.context.newPage();
    await page.clock.install();
    await page.goto(path);
    await write(page, words);
    await page.clock.fastForward("28:30");
    await expect(page.getByRole("dialog", { name: "Are you still there?" })).toBeVisible();
    await page.clock.fastForward("02:00");
    await expect(page.getByText("The page locked itself while you were away.")).toBeVisible();
    await expect(page.locator("body")).not.toContainText(words);
    await page.getByLabel("Your password").fill(password);
    await page.getByRole("button", { name: "Unlock", exact: true }).click();
    await expect(page).toHaveURL(path);
    await expect(page.getByLabel(/What helped/)).toHaveValue(words);
    await page.close();
  });

  test("waits out a lost connection on the phone, and goes by itself when it is back, once", async () => {
    const { page, context } = lou;
    const words = unheard("In the tunnel.");
    await write(page, words);
    await context.setOffline(true);
    await send(page);
    await expect(page.getByText("Not sent. It is kept on this phone.")).toBeVisible();
    await context.setOffline(false);
    await expectSent(page);
    expect(await stored(words)).toEqual({ answers: 1, shown: 1 });
  });

  test("that arrived though its answer was lost is not stored twice", async () => {
    const { page } = lou;
    const words = unheard("Half way through.");
    await write(page, words);
    await page.route(
      /checkIns\.submit/,
      async (route) => {
        await route.fetch();
        await route.abort("connectionreset");
      },
      { times: 1 },
    );
    await send(page);
    await expect(page.getByText("Not sent. It is kept on this phone.")).toBeVisible();
    await page.getByRole("button", { name: "Try again" }).click();
    await expectSent(page);
    expect(await stored(words)).toEqual({ answers: 1, shown: 1 });
  });

  test("meets the one sent from another device: both are shown, and the person decides", async ({ browser }) => {
    const { page } = lou;
    const laptop = await arrive(browser, "lou@couple.example", desk);
    await laptop.page.goto(path);
    const [early, late, later] = [unheard("On the phone."), unheard("On the laptop."), unheard("On the phone again.")];
    await write(page, early);
    await write(laptop.page, late);
    await send(page);
    await expectSent(page);
    await send(laptop.page);
    await expectBoth(laptop.page, early, late);
    await laptop.page.getByRole("button", { name: "Use what is written here" }).click();
    await expect(laptop.page.getByText("Your changes are saved.")).toBeVisible();

    await page.getByRole("button", { name: "Edit" }).click();
    await page.getByLabel(/What helped/).fill(later);
    await page.getByRole("button", { name: "Save changes" }).click();
    await expectBoth(page, late, later);
    await page.getByRole("button", { name: "Keep what was sent" }).click();
    await expect(page.getByText(later)).toHaveCount(0);
    await expect(page.getByText(late)).toBeVisible();
    expect(await stored(late)).toEqual({ answers: 1, shown: 1 });
  });

  test("that two tabs took up and wrote on differently loses neither version", async () => {
    const first = lou.page;
    const second = await lou.context.newPage();
    const [early, late] = [unheard("First tab."), unheard("Second tab.")];
    await write(first, early);
    await second.goto(path);
    await expect(second.getByLabel(/What helped/)).toHaveValue(early);
    await second.getByLabel(/What helped/).fill(late);
    await send(second);
    await expectSent(second);
    await send(first);
    await expectBoth(first, late, early);
    await first.getByRole("button", { name: "Use what is written here" }).click();
    await expect(first.getByText("Your changes are saved.")).toBeVisible();
    expect(await stored(early)).toEqual({ answers: 1, shown: 1 });
    expect(await stored(late)).toEqual({ answers: 1, shown: 0 });
    await second.close();
  });

  test("is there again after the tab was closed, and lies on the phone only sealed", async () => {
    const words = unheard("The battery died.");
    const closed = await lou.context.newPage();
    await closed.goto(path);
    await write(closed, words);
    expect(await closed.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toContain(words);
    await closed.close();
    const { page } = lou;
    await page.goto(path);
    await expect(page.getByText("What you wrote before is here again.")).toBeVisible();
    await expect(page.getByLabel(/What helped/)).toHaveValue(words);
    await send(page);
    await expectSent(page);
    await page.reload();
    await expect(page.getByText(words)).toBeVisible();
    await expect(page.getByRole("button", { name: "Send check-in" })).toHaveCount(0);
  });

  test("for homework that ended meanwhile leaves the words there to copy", async () => {
    const { page } = lou;
    const words = unheard("Too late for this one.");
    await write(page, words);
    await endHomework(couple, assignmentId);
    await send(page);
    await expect(page.getByText("The time for this has passed.")).toBeVisible();
    await expect(page.getByText(words)).toBeVisible();
    await page.getByRole("button", { name: "Remove from this phone" }).click();
    await expect(page.getByText(words)).toHaveCount(0);
    expect(await stored(words)).toEqual({ answers: 0, shown: 0 });
  });

  test("cannot be sent empty: it says what is missing", async () => {
    await send(lou.page);
    await expect(lou.page.getByText("Choose how it went.")).toBeVisible();
  });
});

test.describe("an address", () => {
  const nobody = crypto.randomUUID();

  /** What a page says, and how the server answered. */
  async function seen(person: Person, path: string): Promise<string> {
    const answer = await person.page.goto(path);
    await expect(person.page.getByRole("heading", { level: 1, name: "This page is not here" })).toBeVisible();
    const said = await person.page.locator("main").ariaSnapshot();
    return [answer?.status(), await person.page.title(), said].join("\n");
  }

  test("that is malformed, unknown or somebody else's looks the same to a partner", async ({ browser }) => {
    const finn = await arrive(browser, "finn@couple.example", phone);
    const rio = await arrive(browser, "rio@couple.example", phone);
    const mine = new URL(finn.page.url()).pathname;
    const foreign = new URL(rio.page.url()).pathname;
    const homework = await rio.page
      .getByRole("link", { name: /^Begin/ })
      .first()
      .getAttribute("href");
    const occurrenceId = homework?.split("/").at(-1)?.split("?")[0];
    const places = [await seen(finn, `/couple/${nobody}`)];
    for (const path of ["/couple/not-an-id", "/couple/%00", foreign]) places.push(await seen(finn, path));
    const exercises = [await seen(finn, `${mine}/homework/${nobody}`)];
    for (const path of ["not-an-id", occurrenceId]) exercises.push(await seen(finn, `${mine}/homework/${path}`));
    expect(new Set(places).size).toBe(1);
    expect(new Set(exercises).size).toBe(1);
  });

  test("that is malformed, unknown or somebody else's looks the same to a therapist", async ({ browser }) => {
    const second = await arrive(browser, "second@harbor.example", desk);
    const other = await arrive(browser, "therapist@northside.example", desk);
    const mine = new URL(second.page.url()).pathname;
    const foreign = await other.page.getByRole("link", { name: /Rio/ }).first().getAttribute("href");
    const couple = foreign?.split("/").at(-1);
    const couples = [await seen(second, `${mine}/couples/${nobody}`)];
    for (const path of ["not-an-id", couple]) couples.push(await seen(second, `${mine}/couples/${path}`));
    const practices = [await seen(second, `/practice/${nobody}`)];
    for (const path of ["/practice/not-an-id", new URL(other.page.url()).pathname])
      practices.push(await seen(second, path));
    expect(new Set(couples).size).toBe(1);
    expect(new Set(practices).size).toBe(1);
  });
});
