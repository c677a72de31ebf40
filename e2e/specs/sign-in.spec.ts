import { type Browser, expect, type Page, test } from "@playwright/test";
import { newContext } from "../fixtures/contexts";
import { letterAfter } from "../fixtures/letters";
import { arrive, desk, phone } from "../fixtures/people";

const signInSubject = "Your sign-in link";

/** Asks for a mail instead of typing a password. */
async function askForLetter(page: Page, email: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("Email").fill(email);
  await page.getByRole("button", { name: "Mail me a link instead" }).click();
  await expect(page.getByRole("heading", { name: "A mail is on its way" })).toBeFocused();
}

async function freshPage(browser: Browser): Promise<Page> {
  return (await newContext(browser, phone)).newPage();
}

test.describe("a mail to sign in", () => {
  test("opens its account once, where it was asked for, and its token leaves the address bar", async ({ page }) => {
    const email = "noor@couple.example";
    const { link } = await letterAfter(email, signInSubject, () => askForLetter(page, email));
    await page.goto(link);
    await expect(page.getByText(email, { exact: true })).toBeVisible();
    await expect(page).toHaveURL(/\/sign-in\/link$/);
    await page.getByRole("button", { name: "Sign in to this account" }).click();
    await expect(page).toHaveURL(/\/couple\//);
    await page.goto(link);
    await expect(page.getByRole("heading", { name: "This link was used already" })).toBeVisible();
    await page.getByRole("link", { name: "Ask for a new link" }).click();
    await expect(page.getByLabel("Email")).toBeVisible();
  });

  test("in another browser says so, and goes on only when told knowingly", async ({ browser, page }) => {
    const email = "tess@couple.example";
    const { link } = await letterAfter(email, signInSubject, () => askForLetter(page, email));
    const elsewhere = await freshPage(browser);
    await elsewhere.goto(link);
    await expect(elsewhere.getByText("This mail was asked for in another browser.")).toBeVisible();
    const go = elsewhere.getByRole("button", { name: "Sign in to this account" });
    await expect(go).toBeDisabled();
    await elsewhere.getByRole("checkbox", { name: `${email} is my account` }).check();
    await go.click();
    await expect(elsewhere).toHaveURL(/\/couple\//);
  });

  test("goes on in the same tab with its digits, and opens nothing that needs more than a mailbox", async ({
    page,
  }) => {
    const email = "ola@couple.example";
    const { digits } = await letterAfter(email, signInSubject, () => askForLetter(page, email));
    const wrong = digits === "111222" ? "222111" : "111222";
    await page.getByLabel("Six digits from the mail").fill(wrong);
    await page.getByRole("button", { name: "Go on" }).click();
    await expect(page.getByText("That code does not fit.")).toBeVisible();
    await page.getByLabel("Six digits from the mail").fill(`${digits.slice(0, 3)} ${digits.slice(3)}`);
    await page.getByRole("button", { name: "Go on" }).click();
    await expect(page).toHaveURL(/\/couple\/[\w-]+$/);
    const home = page.url();

    await page.goto(`${home}/me`);
    await expect(page.getByText("Unlock to read your words, your ratings and the replies to you.")).toBeVisible();
    await page.goto(`${home}/pulse`);
    await expect(page).toHaveURL(/\/unlock\?(reason=expired&)?next=/);
    await page.getByLabel("Your password").fill("reconnect-demo");
    await page.getByRole("button", { name: "Unlock" }).click();
    await expect(page).toHaveURL(`${home}/pulse`);
  });

  test("is promised in the same words whether the address has an account", async ({ page }) => {
    const said: string[] = [];
    for (const email of ["emre@couple.example", "nobody@couple.example"]) {
      await askForLetter(page, email);
      said.push((await page.locator("main").ariaSnapshot()).replaceAll(email, "…"));
    }
    expect(said[1]).toBe(said[0]);
  });

  test("asks for an address first, beside its field", async ({ page }) => {
    await page.goto("/sign-in");
    await page.getByLabel("Email").fill("no address");
    await page.getByRole("button", { name: "Mail me a link instead" }).click();
    await expect(page.getByLabel("Email")).toHaveAccessibleDescription("This does not look like an email address.");
    await expect(page.getByLabel("Email")).toHaveValue("no address");
  });
});

test("a new password comes by mail; private words stay closed until the therapist helps in person", async ({
  browser,
  page,
}) => {
  const email = "tess@couple.example";
  const password = `quiet harbour lantern ${crypto.randomUUID().slice(0, 6)}`;
  await page.goto("/sign-in");
  await page.getByLabel("Email").fill(email);
  await page.getByRole("link", { name: "Forgot the password?" }).click();
  await expect(page.getByLabel("Email")).toHaveValue(email);
  const { link } = await letterAfter(email, "Choose a new password", () =>
    page.getByRole("button", { name: "Mail me a link" }).click(),
  );
  await page.goto(link);
  await expect(page.getByText(email, { exact: true })).toBeVisible();
  await page.getByRole("textbox", { name: "New password" }).fill("aaaaaaaaaaaa");
  await expect(page.getByText("Easy to guess so far.")).toBeVisible();
  await page.getByRole("button", { name: "Save and sign in" }).click();
  await expect(page.getByRole("textbox", { name: "New password" })).toHaveAccessibleDescription(/easy to guess/);
  await page.getByRole("textbox", { name: "New password" }).fill(password);
  await page.getByRole("button", { name: "Save and sign in" }).click();
  await expect(page).toHaveURL(/\/couple\//);

  await page.getByRole("link", { name: "Me", exact: true }).click();
  const written = page.locator("section").filter({ hasText: "What you have written" });
  await written.getByRole("button", { name: "Unlock", exact: true }).click();
  await expect(page.getByRole("heading", { name: "No way is set up here yet" })).toBeVisible();

  const therapist = await arrive(browser, "therapist@harbor.example", desk);
  await therapist.page.getByRole("link", { name: /Tess/ }).first().click();
  await therapist.page.getByRole("button", { name: "Help Tess back in" }).click();
  await expect(therapist.page.getByText("Hand them over in person only")).toBeVisible();
  await therapist.page.getByRole("button", { name: "Show the digits" }).click();
  const shown = therapist.page.getByText(/^\d{4} \d{4}$/);
  await expect(shown).toBeVisible();
  await expect(therapist.page.getByText(/^Good for 1[45]:\d\d$/)).toBeVisible();

  await page.getByLabel("Code from your therapist").fill((await shown.textContent()) ?? "");
  await page.getByRole("dialog").getByRole("button", { name: "Unlock" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(page.getByText("Unlock to read your words")).toBeHidden();
});
