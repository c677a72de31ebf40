import { expect, test } from "@playwright/test";
import { callProcedure } from "../fixtures/attack";
import { arrive, type Person, phone } from "../fixtures/people";

/** The server's clock, by which tools run: it stands in the page once, behind whether they may be used. */
const clock = /(writable\\":(?:true|false),\\"at\\":\\"\$D)[^\\]+/g;

/** A page as the browser gets it, without what is new in every answer: the nonce of its policy, and the time. */
async function html({ context }: Person, path: string): Promise<string> {
  const answer = await context.request.get(path);
  expect([path, answer.status()]).toEqual([path, 200]);
  const [, nonce = "none"] = /'nonce-([^']+)'/.exec(answer.headers()["content-security-policy"] ?? "") ?? [];
  return (await answer.text()).replaceAll(nonce, "nonce").replace(clock, "$1now");
}

/** The first window of a partner that is open and not answered. */
async function openWindow(person: Person, coupleId: string): Promise<string> {
  const { body } = await callProcedure(person.context, "homework.today", { coupleId });
  const [, occurrenceId = ""] = /"occurrenceId":"([^"]+)"/.exec(body) ?? [];
  return occurrenceId;
}

test("no page of a partner changes by a letter when the other answers privately or for the therapist", async ({
  browser,
}) => {
  const noor = await arrive(browser, "noor@couple.example", phone);
  const coupleId = new URL(noor.page.url()).pathname.split("/")[2] ?? "";
  const ines = await arrive(browser, "ines@couple.example", phone);
  const home = `/couple/${coupleId}`;
  const exercise = `${home}/homework/${await openWindow(noor, coupleId)}`;
  const paths = [home, `${home}/us`, `${home}/me`, exercise];
  const read = async () =>
    Object.fromEntries(await Promise.all(paths.map(async (path) => [path, await html(noor, path)])));
  const before = await read();
  expect(await read()).toEqual(before);

  const occurrenceId = await openWindow(ines, coupleId);
  const fields = { result: "PARTLY", difficulty: 9, usefulness: 1, words: "canary-of-ines" };
  const submit = { coupleId, occurrenceId, clientId: crypto.randomUUID(), ...fields, visibility: "PRIVATE" };
  const sent = await callProcedure(ines.context, "checkIns.submit", submit, "mutation");
  expect(sent.status).toBe(200);
  const [, checkInId] = /"checkInId":"([^"]+)"/.exec(sent.body) ?? [];
  const ratings = { trust: 0, communication: 10, intimacy: null, connection: 3 };
  expect((await callProcedure(ines.context, "pulse.save", { coupleId, ...ratings }, "mutation")).status).toBe(200);
  expect(await read()).toEqual(before);

  const edit = { coupleId, checkInId, ...fields };
  const told = await callProcedure(
    ines.context,
    "checkIns.edit",
    { ...edit, version: 1, visibility: "THERAPIST" },
    "mutation",
  );
  expect(told.status).toBe(200);
  expect(await read()).toEqual(before);

  // The twin: what is shared does show.
  const shared = await callProcedure(
    ines.context,
    "checkIns.edit",
    { ...edit, version: 2, visibility: "SHARED" },
    "mutation",
  );
  expect(shared.status).toBe(200);
  expect((await html(noor, `${home}/us`)).includes("canary-of-ines")).toBe(true);
});
