import { expect, type Page } from "@playwright/test";

export type Readers =
  | "Only you"
  | "You and your therapist"
  | "You, Alex and your therapist"
  | "You, Sam and your therapist";

/** Opens one homework of Today by its title. */
export async function openHomework(page: Page, title: string): Promise<void> {
  const card = page.getByRole("article").filter({ has: page.getByRole("heading", { name: title }) });
  const link =
    (await card.count()) > 0
      ? card.getByRole("link", { name: /^Begin/ }).first()
      : page.getByRole("link", { name: new RegExp(title) }).first();
  await link.click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
}

/** Checks in as a person would: the result, how it was, who may read it, the words. */
export async function checkIn(
  page: Page,
  answer: { result: string; difficulty: number; usefulness: number; readers: Readers; words: string },
): Promise<void> {
  const form = page.locator("#check-in");
  await form.getByRole("radio", { name: answer.result, exact: true }).check({ force: true });
  await form
    .getByRole("group", { name: "How hard was it?" })
    .getByRole("radio", { name: new RegExp(`^${answer.difficulty}\\b`) })
    .check({ force: true });
  await form
    .getByRole("group", { name: "Was it useful?" })
    .getByRole("radio", { name: new RegExp(`^${answer.usefulness}\\b`) })
    .check({ force: true });
  await form.getByRole("radio", { name: answer.readers }).check({ force: true });
  await form.getByLabel(/What helped/).fill(answer.words);
  await page.getByRole("button", { name: "Send check-in" }).click();
  await expect(page.getByText("Sent. Thank you.")).toBeVisible();
}
