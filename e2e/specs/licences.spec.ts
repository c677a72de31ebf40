import { expect, test } from "@playwright/test";
import { arrive, desk, type Person } from "../fixtures/people";

// One story on one database: begun again it would meet its own traces.
test.describe.configure({ mode: "serial", retries: 0 });

const npi = "1790000008";
const number = "37MF00421";
let newcomer: Person;
let owner: Person;
let assignPath = "";

test.beforeAll(async ({ browser }) => {
  newcomer = await arrive(browser, "newcomer@harbor.example", desk);
});

test("a therapist without a licence is told above every page, and cannot assign", async () => {
  const { page } = newcomer;
  await expect(page.getByText(/You have no verified licence/)).toBeVisible();
  await page
    .getByRole("link", { name: / (and|&) / })
    .first()
    .click();
  await page.getByRole("link", { name: "Assign homework" }).click();
  await expect(page).toHaveURL(/\/assign$/);
  assignPath = new URL(page.url()).pathname;
  await page.getByRole("button", { name: /^Listen actively/ }).click();
  await expect(page.getByText("You cannot assign right now.")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Assign/ })).toBeDisabled();
});

test("the way leads to the licences, where every fault stands beside its field", async () => {
  const { page } = newcomer;
  await page.getByRole("main").getByRole("link", { name: "Look at your licences" }).last().click();
  await expect(page.getByRole("heading", { level: 1, name: "Licences" })).toBeVisible();
  await page.getByRole("button", { name: "Add a licence" }).click();
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(page.getByText("Enter the number as it stands on your licence.")).toBeVisible();
  await page.getByLabel("Kind").selectOption({ label: "Marriage and family therapist (LMFT)" });
  await page.getByLabel("Given in").selectOption({ label: "New York" });
  await page.getByLabel("Licence number").fill(number);
  await page.getByLabel("Last day").fill("2099-01-31");
  await page.getByLabel("NPI").fill("1234567890");
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(page.getByText(/its ten digits do not add up/)).toBeVisible();
  await expect(page.getByLabel("Licence number")).toHaveValue(number);
  await page.getByLabel("NPI").fill(npi);
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(page.getByText("An owner of the practice looks it up at the board.")).toBeVisible();
});

test("the registry's answer arrives by itself, and verifies nothing", async () => {
  const { page } = newcomer;
  await expect(page.getByText("The NPI belongs to this person. That alone does not verify the licence.")).toBeVisible({
    timeout: 30_000,
  });
  await expect(page.getByText("Waiting", { exact: true })).toBeVisible();
});

test("an owner sees what was typed beside what the registry holds, and verifies with how it was confirmed", async ({
  browser,
}) => {
  owner = await arrive(browser, "owner@harbor.example", desk);
  const { page } = owner;
  await page.getByRole("link", { name: "Licences", exact: true }).click();
  const card = page.getByRole("article", { name: "Nadia Farouk" });
  await expect(card.getByRole("row", { name: /Licence number/ })).toContainText(number);
  await card.getByRole("button", { name: "Verify" }).click();
  await expect(card.getByText("Say how you made sure.")).toBeVisible();
  await card.getByRole("radio", { name: /^On the board’s website/ }).check({ force: true });
  await card.getByRole("button", { name: "Verify" }).click();
  await expect(card.getByText(/Say what you found/)).toBeVisible();
  await card.getByLabel("What you found").fill("Active, expires 31 January 2099");
  await card.getByRole("button", { name: "Verify" }).click();
  await expect(page.getByText("Nadia Farouk’s licence is verified", { exact: true })).toBeVisible();
  await expect(card).toHaveCount(0);
});

test("and the therapist assigns", async () => {
  const { page } = newcomer;
  await page.goto(assignPath);
  await page.getByRole("button", { name: /^Listen actively/ }).click();
  await page.getByRole("radio", { name: /^Each on their own/ }).check({ force: true });
  await page.getByRole("button", { name: /^Assign/ }).click();
  await expect(page.getByText(/Record first that each of the two was asked alone/)).toBeVisible();
  await page.getByRole("button", { name: "Record whether joint work is possible" }).click();
  await page.getByRole("radio", { name: /^Joint work/ }).check({ force: true });
  await page.getByRole("button", { name: "Record this" }).click();
  await expect(page.getByText("Joint work needs that each was asked alone.")).toBeVisible();
  await page.getByRole("checkbox", { name: /^I asked each of them alone/ }).check();
  await page.getByRole("button", { name: "Record this" }).click();
  await expect(page.getByText(/^Joint work is possible/)).toBeVisible();
  await page.getByRole("button", { name: /^Assign/ }).click();
  await expect(page).toHaveURL(/\/couples\/[\w-]+$/);
  await expect(page.getByText(/You have no verified licence/)).toHaveCount(0);
});

test("a partner who lives elsewhere brings a warning, and a reason that is asked once", async ({ browser }) => {
  const { page } = await arrive(browser, "therapist@harbor.example", desk);
  await page.getByRole("link", { name: /Ola/ }).first().click();
  await expect(page).toHaveURL(/\/couples\/[\w-]+$/);
  const couple = new URL(page.url()).pathname;
  await expect(page.getByText(/Emre lives in New Jersey/)).toBeVisible();
  await page.getByRole("button", { name: "Record the reason" }).click();
  await expect(page.getByText("Say why you may work with this person where they live.")).toBeVisible();
  const choose = async () => {
    await page.goto(`${couple}/assign`);
    await page.getByRole("button", { name: /^Be curious/ }).click();
    await page.getByRole("radio", { name: /^Each on their own/ }).check({ force: true });
  };
  await choose();
  await expect(page.getByText(/Emre lives in New Jersey/)).toBeVisible();
  await page.getByRole("button", { name: /^Assign/ }).click();
  await expect(page.getByText("Say why you may work with this person where they live.")).toBeVisible();
  await page.getByLabel(/^Why you may work with Emre/).selectOption({ label: "I am registered there for telehealth" });
  await page.getByRole("button", { name: /^Assign/ }).click();
  await expect(page).toHaveURL(new RegExp(`${couple}$`));
  await choose();
  await expect(page.getByText(/Your reason: I am registered there for telehealth/)).toBeVisible();
  await page.goto(couple);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByText(/Emre lives in New Jersey/)).toHaveCount(0);
});
