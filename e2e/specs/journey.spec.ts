import { expect, test } from "@playwright/test";
import { callProcedure, selectAs } from "../fixtures/attack";
import { mailTo, waitForMail } from "../fixtures/mailbox";
import { arrive, desk, type Person, phone } from "../fixtures/people";
import { checkIn, openHomework } from "../pages/couple-portal";

// One story on one database: begun again it would meet its own traces.
test.describe.configure({ mode: "serial", retries: 0 });

const note = "Ten minutes, phones in another room.";
const alexWords = "I kept preparing my answer instead of listening.";
const samWords = "I felt heard for the first time this month.";
const answer = "What did you notice just before you spoke?";

let therapist: Person;
let alex: Person;
let sam: Person;
let practiceId = "";
let coupleId = "";
let mails = { alex: 0, sam: 0 };

test.beforeAll(async ({ browser }) => {
  therapist = await arrive(browser, "therapist@harbor.example", desk);
});

test("the therapist signs in, lands on the caseload, and finds Alex and Sam further down", async () => {
  const { page } = therapist;
  await expect(page.getByRole("heading", { level: 1, name: "Caseload" })).toBeVisible();
  const couples = page.getByRole("link", { name: / (and|&) / });
  await expect(couples.first()).toBeVisible();
  expect(await couples.first().innerText()).not.toMatch(/Alex/);
  await page.getByRole("link", { name: /Alex/ }).first().click();
  await expect(page).toHaveURL(/\/practice\/[\w-]+\/couples\/[\w-]+$/);
  [, practiceId = "", coupleId = ""] = /practice\/([\w-]+)\/couples\/([\w-]+)/.exec(page.url()) ?? [];
});

test("assigns Listen actively to both: weekly, from today, with a note", async () => {
  mails = { alex: (await mailTo("alex@couple.example")).length, sam: (await mailTo("sam@couple.example")).length };
  const { page } = therapist;
  await page.getByRole("link", { name: "Assign homework" }).click();
  await page.getByRole("button", { name: /^Listen actively/ }).click();
  await page.getByRole("radio", { name: /^Each on their own/ }).check({ force: true });
  await page.getByRole("radio", { name: "Each week" }).check({ force: true });
  await page.getByLabel("Times").selectOption({ label: "once" });
  await page.getByLabel("A note from you").fill(note);
  await page.getByRole("button", { name: /^Assign/ }).click();
  await expect(page).toHaveURL(new RegExp(`couples/${coupleId}$`));
  await expect(page.getByText("Listen actively").first()).toBeVisible();
});

test("a neutral reminder reaches each partner's mailbox", async () => {
  for (const [name, address] of [
    ["alex", "alex@couple.example"],
    ["sam", "sam@couple.example"],
  ] as const) {
    const mail = await waitForMail(address, mails[name] + 1);
    const everything = [
      mail.subject,
      mail.text,
      mail.html,
      mail.from[0]?.name,
      JSON.stringify(mail.headers).replaceAll(address, ""),
    ].join(" ");
    expect(everything).not.toMatch(
      /therap|couple|partner|homework|Listen actively|\b(Alex|Sam)\b|phones in another room/i,
    );
    expect(mail.from[0]?.name).toBe("Harbor");
    expect(mail.headers["list-unsubscribe-post"]).toBe("List-Unsubscribe=One-Click");
  }
});

test("one click in the mail stops its kind without signing in; opening the page alone does not", async ({
  page,
  request,
}) => {
  const mail = await waitForMail("sam@couple.example", mails.sam + 1);
  const link = /https?:\/\/\S+\/unsubscribe\/[\w.-]+/.exec(mail.text)?.[0] ?? "";
  await page.goto(link);
  await expect(page.getByRole("button", { name: "Stop these emails" })).toBeVisible();
  await expect(page.locator("body")).not.toContainText("sam@couple.example");
  const post = /<([^>]+)>/.exec(mail.headers["list-unsubscribe"] ?? "")?.[1] ?? "";
  expect((await request.post(post, { form: { "List-Unsubscribe": "One-Click" } })).status()).toBe(200);
  await page.getByRole("button", { name: "Stop these emails" }).click();
  await expect(page.getByText("You will not get these emails any more.")).toBeVisible();
  await page.getByRole("button", { name: "Let them come again" }).click();
  await expect(page.getByRole("heading", { name: "They come again" })).toBeVisible();
});

test("Alex does it on a phone and checks in for the therapist alone", async ({ browser }) => {
  alex = await arrive(browser, "alex@couple.example", phone);
  await openHomework(alex.page, "Listen actively");
  await expect(alex.page.getByText(note)).toBeVisible();
  await checkIn(alex.page, {
    result: "Partly",
    difficulty: 8,
    usefulness: 6,
    readers: "You and your therapist",
    words: alexWords,
  });
});

test("Sam checks in and shares it", async ({ browser }) => {
  sam = await arrive(browser, "sam@couple.example", phone);
  await openHomework(sam.page, "Listen actively");
  await checkIn(sam.page, {
    result: "Done",
    difficulty: 4,
    usefulness: 9,
    readers: "You, Alex and your therapist",
    words: samWords,
  });
});

test("the couple has risen to the top with its reason in words; the therapist reads both, replies and marks reviewed", async () => {
  const { page } = therapist;
  await page.goto(`/practice/${practiceId}`);
  const couples = page.getByRole("link", { name: / (and|&) / });
  await expect(page.getByText("2 to read").first()).toBeVisible();
  // At the top, but for the couple that another story may be raising at the same time.
  const names = await couples.allTextContents();
  const ours = names.filter((name) => !/Noor/.test(name)).findIndex((name) => /Alex/.test(name));
  expect(ours).toBe(0);
  await couples.filter({ hasText: /Alex/ }).first().click();
  await expect(page.getByText(alexWords)).toBeVisible();
  await expect(page.getByText(samWords)).toBeVisible();
  const card = page.getByRole("article").filter({ hasText: alexWords });
  await card.getByRole("button", { name: /^Reply/ }).click();
  await card.getByLabel(/Your reply/).fill(answer);
  await card.getByRole("button", { name: "Send reply" }).click();
  await expect(card.getByText(answer)).toBeVisible();
  for (const words of [alexWords, samWords]) {
    await page.getByRole("article").filter({ hasText: words }).getByRole("button", { name: /^Mark/ }).click();
  }
  await expect(page.getByRole("button", { name: /^Mark .* as reviewed/ })).toHaveCount(0);
});

test("Alex sees the reply, and Sam does not", async () => {
  await alex.page.goto(`/couple/${coupleId}`);
  await expect(alex.page.getByText(answer)).toBeVisible();
  for (const path of ["", "/us", "/me"]) {
    await sam.page.goto(`/couple/${coupleId}${path}`);
    await expect(sam.page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(sam.page.locator("body")).not.toContainText(answer);
  }
});

test("Sam finds no trace of what Alex wrote for the therapist: on no page, over no procedure, in no table", async () => {
  const ids = (await selectAs(
    alex.context,
    practiceId,
    "SELECT id, occurrence_id FROM check_in WHERE author_id = guard.app_person() AND shared_at IS NULL",
    [],
  )) as {
    id: string;
    occurrence_id: string;
  }[];
  expect(ids.length).toBeGreaterThan(0);
  for (const path of ["", "/us", "/me", "/pulse"]) {
    const html = await (await sam.context.request.get(`/couple/${coupleId}${path}`)).text();
    for (const trace of [alexWords, ...ids.map((row) => row.id)]) expect(html).not.toContain(trace);
  }
  const [newest] = ids;
  const guesses = [
    callProcedure(sam.context, "homework.open", { coupleId, occurrenceId: newest?.occurrence_id }),
    callProcedure(sam.context, "couples.page", { practiceId, coupleId }),
    callProcedure(
      sam.context,
      "checkIns.edit",
      {
        coupleId,
        checkInId: newest?.id,
        version: 1,
        result: "DONE",
        difficulty: null,
        usefulness: null,
        visibility: "SHARED",
        words: "",
      },
      "mutation",
    ),
  ];
  const unknown = await callProcedure(sam.context, "homework.open", { coupleId, occurrenceId: crypto.randomUUID() });
  for (const guess of await Promise.all(guesses))
    expect([guess.status, guess.body]).toEqual([404, guess.body.replaceAll(alexWords, "")]);
  expect((await Promise.all(guesses))[0]?.body).toBe(unknown.body);
  const seen = await selectAs(
    sam.context,
    practiceId,
    "SELECT id FROM check_in WHERE id = ANY ($1) UNION ALL SELECT id FROM entry WHERE check_in_id = ANY ($1) UNION ALL SELECT id FROM reply WHERE check_in_id = ANY ($1)",
    [ids.map((row) => row.id)],
  );
  expect(seen).toEqual([]);
});

test("the therapist of the other practice gets NOT_FOUND for all of it, and nothing in SQL", async ({ browser }) => {
  const other = await arrive(browser, "therapist@northside.example", desk);
  const foreign = { practiceId, coupleId };
  const calls: [string, Record<string, unknown>, "query" | "mutation"][] = [
    ["caseload.page", { practiceId }, "query"],
    ["couples.list", { practiceId }, "query"],
    ["couples.page", foreign, "query"],
    ["homework.assignForm", foreign, "query"],
    ["homework.today", { coupleId }, "query"],
    ["checkIns.us", { coupleId }, "query"],
  ];
  for (const [path, input, kind] of calls) {
    const { status, body } = await callProcedure(other.context, path, input, kind);
    expect([path, status, body.includes('"NOT_FOUND"')]).toEqual([path, 404, true]);
  }
  for (const table of ["couple", "assignment", "occurrence", "check_in", "entry", "reply", "pulse"]) {
    expect([table, await selectAs(other.context, practiceId, `SELECT 1 FROM ${table}`, [])]).toEqual([table, []]);
  }
  await other.page.goto(`/practice/${practiceId}/couples/${coupleId}`);
  await expect(other.page.getByRole("heading", { name: "This page is not here" })).toBeVisible();
});
