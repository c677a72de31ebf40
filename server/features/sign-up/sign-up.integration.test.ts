import { TRPCError } from "@trpc/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ownerClient } from "@/prisma/seed/owner";
import { letterCode, letterToken } from "@/server/auth/letters";
import { createSession } from "@/server/auth/sessions";
import { consumeTicket } from "@/server/auth/tickets";
import { hashSecret, newSecret } from "@/server/crypto";
import type { Client } from "@/server/db/clients";
import { AppError } from "@/server/errors";
import { createCaller } from "@/server/trpc/root";
import { type TwoPractices, testPassword, twoPractices } from "@/tests/factories/two-practices";

let world: TwoPractices;
let owner: Client;
beforeAll(async () => {
  world = await twoPractices();
  owner = ownerClient(world.ownerUrl);
});
afterAll(async () => {
  await owner.$disconnect();
  await world.close();
});

const password = "quiet harbour lantern 71";
const someAddress = () => `${crypto.randomUUID()}@test.example`;
const inBrowser = (browser: string | null) => createCaller({ secret: null, device: "test", browser });
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => "ok",
    (error: unknown) =>
      error instanceof TRPCError && error.cause instanceof AppError ? error.cause.code : String(error),
  );
const letterTo = (email: string, kind: "SIGN_UP" | "SECURITY_NOTICE" = "SIGN_UP") =>
  owner.letter.findFirstOrThrow({ where: { email, kind }, orderBy: { createdAt: "desc" } });

/** A sign-up that waits for its proof. */
async function begun() {
  const [email, browser] = [someAddress(), newSecret()];
  await inBrowser(browser).signUp.begin({ email, password });
  const letter = await letterTo(email);
  return { email, browser, letter, token: letterToken(letter.id), code: letterCode(letter.id) };
}
const wrongCode = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, "0");

describe("asking for an account", () => {
  it("is answered in the same bytes, and leaves as many rows, whether the address is known or not", async () => {
    const ask = async (email: string) => {
      const before = await owner.letter.count();
      const answer = JSON.stringify(await inBrowser(newSecret()).signUp.begin({ email, password }));
      return [answer, (await owner.letter.count()) - before];
    };
    expect(await ask("sam@test.example")).toEqual(await ask(someAddress()));
  });

  it("sends the proof to an unknown address, and to a known one only that somebody tried", async () => {
    const { email } = await begun();
    await inBrowser(newSecret()).signUp.begin({ email: "ALEX@test.example", password });
    const states = async (address: string) => [
      (await letterTo(address)).state,
      (await letterTo(address, "SECURITY_NOTICE")).state,
    ];
    expect(await states(email)).toEqual(["OWED", "SKIPPED"]);
    expect(await states("alex@test.example")).toEqual(["SKIPPED", "OWED"]);
    expect((await letterTo("alex@test.example", "SECURITY_NOTICE")).topic).toBe("signUpTried");
  });

  it("says beside the field what is wrong with a password, and keeps neither address nor password", async () => {
    const email = someAddress();
    const faultOf = async (text: string) => {
      const error = await inBrowser(newSecret())
        .signUp.begin({ email, password: text })
        .catch((one: TRPCError) => one);
      return (error as TRPCError).cause instanceof AppError
        ? ((error as TRPCError).cause as AppError).details.fields
        : "zod";
    };
    expect(await faultOf("password123")).toHaveProperty("password");
    expect(await faultOf(`${email.split("@")[0]}`)).toEqual({ password: "passwordGuessable" });
    expect(await faultOf("short")).toBe("zod");
    expect(await owner.letter.count({ where: { email } })).toBe(0);
    const { letter } = await begun();
    expect(JSON.stringify(letter)).not.toContain(password);
    expect(await owner.user.count({ where: { email: letter.email } })).toBe(0);
  });

  it("is bounded for each address", async () => {
    const email = someAddress();
    const answers: string[] = [];
    for (let tries = 0; tries < 6; tries++)
      answers.push(await codeOf(inBrowser(newSecret()).signUp.begin({ email, password })));
    expect([new Set(answers.slice(0, 5)), answers[5]]).toEqual([new Set(["ok"]), "TOO_MANY"]);
  });
});

describe("proving the address", () => {
  it("by the digits, in the browser that asked: a login that is signed in at once with its own password", async () => {
    const { email, browser, code } = await begun();
    const step = await inBrowser(browser).signUp.confirm({ proof: { email, code }, password });
    const proven = await consumeTicket(step.step === "done" ? step.ticket : "");
    expect(proven).toMatchObject({ proof: "PASSWORD", twoFactor: false });
    expect((await owner.user.findUniqueOrThrow({ where: { email } })).id).toBe(proven?.userId);
    expect(await codeOf(inBrowser(null).session.signIn({ email, password }))).toBe("ok");
  });

  it("by the link, in any browser, with the password that is given there", async () => {
    const { email, token, browser } = await begun();
    expect(await inBrowser(browser).signUp.show({ token })).toEqual({ state: "open", email, sameBrowser: true });
    expect(await inBrowser(null).signUp.show({ token })).toEqual({ state: "open", email, sameBrowser: false });
    await inBrowser(newSecret()).signUp.confirm({ proof: { token }, password: "another copper river 44" });
    expect(await codeOf(inBrowser(null).session.signIn({ email, password }))).toBe("WRONG_SIGN_IN");
    expect(await codeOf(inBrowser(null).session.signIn({ email, password: "another copper river 44" }))).toBe("ok");
  });

  it("shows a link as often as one likes, and takes it once", async () => {
    const { token, browser } = await begun();
    const show = () => inBrowser(browser).signUp.show({ token });
    expect([(await show()).state, (await show()).state]).toEqual(["open", "open"]);
    const confirm = () => codeOf(inBrowser(browser).signUp.confirm({ proof: { token }, password }));
    expect((await Promise.all([confirm(), confirm(), confirm()])).sort()).toEqual(["EXPIRED", "EXPIRED", "ok"]);
    expect((await show()).state).toBe("used");
    expect((await inBrowser(browser).signUp.show({ token: `${token}x` })).state).toBe("unknown");
  });

  it("refuses a late link and late digits", async () => {
    const { email, token, code, browser, letter } = await begun();
    await owner.letter.update({ where: { id: letter.id }, data: { expiresAt: new Date("2020-01-01") } });
    expect((await inBrowser(browser).signUp.show({ token })).state).toBe("expired");
    expect(await codeOf(inBrowser(browser).signUp.confirm({ proof: { token }, password }))).toBe("EXPIRED");
    expect(await codeOf(inBrowser(browser).signUp.confirm({ proof: { email, code }, password }))).toBe("WRONG_CODE");
    expect(await owner.user.count({ where: { email } })).toBe(0);
  });

  it("is over after five wrong digits: even the right ones and the link come too late", async () => {
    const { email, token, code, browser } = await begun();
    const type = (digits: string) =>
      codeOf(inBrowser(browser).signUp.confirm({ proof: { email, code: digits }, password }));
    for (let tries = 0; tries < 5; tries++) expect(await type(wrongCode(code))).toBe("WRONG_CODE");
    expect(await type(code)).toBe("EXPIRED");
    expect(await codeOf(inBrowser(browser).signUp.confirm({ proof: { token }, password }))).toBe("EXPIRED");
  });

  it("takes digits only in the browser that asked, and answers a known address like an unknown one", async () => {
    const { email, code } = await begun();
    expect(await codeOf(inBrowser(newSecret()).signUp.confirm({ proof: { email, code }, password }))).toBe(
      "WRONG_CODE",
    );
    const browser = newSecret();
    await inBrowser(browser).signUp.begin({ email: "second@test.example", password });
    const { id } = await letterTo("second@test.example");
    const type = () =>
      codeOf(
        inBrowser(browser).signUp.confirm({ proof: { email: "second@test.example", code: letterCode(id) }, password }),
      );
    const answers = [];
    for (let tries = 0; tries < 6; tries++) answers.push(await type());
    expect(answers).toEqual([...Array(5).fill("WRONG_CODE"), "EXPIRED"]);
    expect((await inBrowser(browser).signUp.show({ token: letterToken(id) })).state).toBe("unknown");
    expect(await codeOf(inBrowser(null).session.signIn({ email: "second@test.example", password: testPassword }))).toBe(
      "ok",
    );
  });

  it("keeps the letter when the password does not do, so that another can be chosen", async () => {
    const { token, browser } = await begun();
    const confirm = (text: string) => codeOf(inBrowser(browser).signUp.confirm({ proof: { token }, password: text }));
    expect([await confirm("password123"), await confirm(password)]).toEqual(["INVALID", "ok"]);
  });

  it("says so when the address got a login meanwhile", async () => {
    const [one, other] = [await begun(), newSecret()];
    await inBrowser(other).signUp.begin({ email: one.email, password });
    const second = await owner.letter.findFirstOrThrow({
      where: { email: one.email, kind: "SIGN_UP", browserHash: hashSecret(other) },
    });
    await inBrowser(one.browser).signUp.confirm({ proof: { token: one.token }, password });
    const late = inBrowser(other).signUp.confirm({ proof: { token: letterToken(second.id) }, password });
    expect(await codeOf(late)).toBe("TAKEN");
  });

  it("leads a login without a practice to an empty home", async () => {
    const { email, token, browser } = await begun();
    await inBrowser(browser).signUp.confirm({ proof: { token }, password });
    const user = await owner.user.findUniqueOrThrow({ where: { email } });
    const { secret } = await createSession(user.id, false, "test");
    expect(await createCaller({ secret, device: "test" }).home.places()).toEqual({ locale: null, places: [] });
  });
});
