import { randomUUID } from "node:crypto";
import { TRPCError } from "@trpc/server";
import { Secret, TOTP } from "otpauth";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ownerClient } from "@/prisma/seed/owner";
import { letterCode, letterToken } from "@/server/auth/letters";
import { authOptions } from "@/server/auth/options";
import { giveRecovery } from "@/server/auth/recovery";
import { createSession } from "@/server/auth/sessions";
import { consumeTicket } from "@/server/auth/tickets";
import { now } from "@/server/clock";
import { hashSecret } from "@/server/crypto";
import type { Client } from "@/server/db/clients";
import { AppError } from "@/server/errors";
import type { Context } from "@/server/trpc/context";
import { createCaller } from "@/server/trpc/root";
import { type TwoPractices, testPassword, twoPractices } from "@/tests/factories/two-practices";
import type { SignInStep } from "./schema";

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

/** A browser of one's own; what it is told is in `context`. */
function browser(secret: string | null = null, address: string | null = null) {
  const context: Context = { secret, device: "test", browser: randomUUID(), address };
  return { context, api: createCaller(context), with: (next: string) => createCaller({ ...context, secret: next }) };
}
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => "ok",
    (error: unknown) =>
      error instanceof TRPCError && error.cause instanceof AppError ? error.cause.code : String(error),
  );

/** Turns a finished sign-in into a session, as NextAuth's provider does. */
async function sessionOf(step: SignInStep): Promise<string> {
  if (step.step !== "done") throw new Error("a second factor is asked for");
  const proven = await consumeTicket(step.ticket);
  if (!proven) throw new Error("the ticket does not work");
  return (await createSession(proven.userId, false, "test", proven)).secret;
}

type Authorize = (given: { ticket: string }, request: object) => Promise<{ secret: string } | null>;

const letterTo = (email: string) => owner.letter.findFirstOrThrow({ where: { email }, orderBy: { createdAt: "desc" } });
const coupleId = () => world.couple.id;

/** A session of Sam's that has proven no more than the mailbox, in a browser of its own. */
async function mailboxSession() {
  const one = browser();
  await one.api.session.requestLetter({ kind: "SIGN_IN", email: "sam@test.example" });
  const { id } = await letterTo("sam@test.example");
  const secret = await sessionOf(await one.api.session.signInByLetter({ proof: { token: letterToken(id) } }));
  await owner.throttle.deleteMany();
  return { ...one, secret, api: one.with(secret) };
}

describe("signing in by mail", () => {
  it("works once by the link, and says whose login it is before it is used", async () => {
    const { api } = browser();
    await api.session.requestLetter({ kind: "SIGN_IN", email: " SAM@test.example" });
    const token = letterToken((await letterTo("sam@test.example")).id);
    const shown = { state: "open", email: "sam@test.example", sameBrowser: true };
    expect(await api.session.showLetter({ kind: "SIGN_IN", token })).toEqual(shown);
    expect(await browser().api.session.showLetter({ kind: "SIGN_IN", token })).toEqual({
      ...shown,
      sameBrowser: false,
    });
    expect(await codeOf(api.session.signInByLetter({ proof: { token } }))).toBe("ok");
    expect(await codeOf(api.session.signInByLetter({ proof: { token } }))).toBe("EXPIRED");
    expect((await api.session.showLetter({ kind: "SIGN_IN", token })).state).toBe("used");
  });

  it("takes the digits only in the browser that asked, and no more than five times", async () => {
    const { api } = browser();
    await api.session.requestLetter({ kind: "SIGN_IN", email: "sam@test.example" });
    const { id, email } = await letterTo("sam@test.example");
    const code = letterCode(id);
    const wrong = code === "000000" ? "111111" : "000000";
    const type = (one: typeof api, digits: string) =>
      codeOf(one.session.signInByLetter({ proof: { email, code: digits } }));
    expect(await type(browser().api, code)).toBe("WRONG_CODE");
    const tries = await Promise.all(Array.from({ length: 8 }, () => type(api, wrong)));
    expect(tries.filter((one) => one === "WRONG_CODE")).toHaveLength(5);
    expect(await type(api, code)).toBe("EXPIRED");
  });

  it("says the same of an address that nobody has, and writes to nobody", async () => {
    const { api } = browser();
    const email = "nobody@test.example";
    expect(await api.session.requestLetter({ kind: "SIGN_IN", email })).toEqual({});
    const letter = await letterTo(email);
    expect(letter.state).toBe("SKIPPED");
    expect(await codeOf(api.session.signInByLetter({ proof: { email, code: letterCode(letter.id) } }))).toBe(
      "WRONG_CODE",
    );
    expect((await api.session.showLetter({ kind: "SIGN_IN", token: letterToken(letter.id) })).state).toBe("unknown");
  });

  it("takes no link for another purpose, no late one, and no altered one", async () => {
    const { api } = browser();
    await owner.throttle.deleteMany();
    await api.session.requestLetter({ kind: "SIGN_IN", email: "sam@test.example" });
    const { id } = await letterTo("sam@test.example");
    const token = letterToken(id);
    // Not its last character: of that one, base64 leaves bits unused.
    const altered = (token.startsWith("A") ? "B" : "A") + token.slice(1);
    const password = "quiet harbour lantern 71";
    expect(await codeOf(api.session.resetPassword({ proof: { token }, password }))).toBe("EXPIRED");
    expect(await codeOf(api.session.signInByLetter({ proof: { token: altered } }))).toBe("EXPIRED");
    await owner.letter.update({ where: { id }, data: { expiresAt: new Date("2020-01-01") } });
    expect(await codeOf(api.session.signInByLetter({ proof: { token } }))).toBe("EXPIRED");
  });

  it("stops after five mails to one address in an hour", async () => {
    const { api } = browser();
    const ask = () => codeOf(api.session.requestLetter({ kind: "RESET", email: "many@test.example" }));
    const answers = await Promise.all(Array.from({ length: 7 }, ask));
    expect(answers.filter((one) => one === "ok")).toHaveLength(5);
    expect(answers.filter((one) => one === "TOO_MANY")).toHaveLength(2);
  });
});

describe("a mailbox alone", () => {
  it("opens today and what is shared, and asks for more before anything private or for the therapist", async () => {
    const { api } = await mailboxSession();
    const [occurrence] = world.open.sam;
    expect(await codeOf(api.homework.today({ coupleId: coupleId() }))).toBe("ok");
    expect(await codeOf(api.checkIns.us({ coupleId: coupleId() }))).toBe("ok");
    expect(await codeOf(api.pulse.page({ coupleId: coupleId() }))).toBe("UNLOCK_NEEDED");
    const occurrenceId = occurrence?.id ?? "";
    expect(await codeOf(api.homework.open({ coupleId: coupleId(), occurrenceId }))).toBe("UNLOCK_NEEDED");
  });

  it("is opened by a code that the therapist hands over, once, and the password that it set counts from then on", async () => {
    const one = browser();
    await one.api.session.requestLetter({ kind: "RESET", email: "sam@test.example" });
    const proof = { token: letterToken((await letterTo("sam@test.example")).id) };
    const api = one.with(await sessionOf(await one.api.session.resetPassword({ proof, password: testPassword })));
    const signIn = async () => {
      const step = await browser().api.session.signIn({ email: "sam@test.example", password: testPassword });
      return (await consumeTicket(step.step === "done" ? step.ticket : ""))?.proof;
    };
    expect(await signIn()).toBe("MAILBOX");
    expect((await api.session.unlockWays()).recovery).toBe(false);
    const { code } = await world.as("therapist").recovery.give({
      practiceId: world.practiceId,
      coupleId: coupleId(),
      personId: world.people.sam.id,
    });
    expect((await api.session.unlockWays()).recovery).toBe(true);
    expect(await codeOf(api.session.unlock({ by: "recovery", code: "00000000" }))).toBe("WRONG_CODE");
    const secret = await sessionOf(await api.session.unlock({ by: "recovery", code }));
    expect(await codeOf(api.session.unlock({ by: "recovery", code }))).toBe("WRONG_CODE");
    expect(await codeOf(one.with(secret).pulse.page({ coupleId: coupleId() }))).toBe("ok");
    expect(await signIn()).toBe("PASSWORD");
  });

  it("of staff is opened by digits that the operator hands over, and makes them staff again", async () => {
    const { userId } = world.people.coordinator;
    const { secret } = await createSession(userId, true, "test", { proof: "MAILBOX" });
    const api = createCaller({ secret, device: "test", browser: randomUUID() });
    const list = { practiceId: world.practiceId };
    expect(await codeOf(api.couples.list(list))).toBe("UNLOCK_NEEDED");
    const { code } = await giveRecovery(userId, null, null);
    const unlocked = await sessionOf(await api.session.unlock({ by: "recovery", code }));
    expect(await codeOf(createCaller({ secret: unlocked, device: "test" }).couples.list(list))).toBe("ok");
  });

  it("sets a password that opens no more than the mailbox, and ends every session", async () => {
    const { api } = browser();
    const { secret: before } = await createSession(world.people.formerPartner.userId, false, "test");
    await api.session.requestLetter({ kind: "RESET", email: "former@test.example" });
    const token = letterToken((await letterTo("former@test.example")).id);
    const reset = (password: string) => api.session.resetPassword({ proof: { token }, password });
    expect(await codeOf(reset("former@test.example"))).toBe("INVALID");
    const password = "quiet harbour lantern 71";
    expect((await reset(password)).step).toBe("done");
    expect(await codeOf(createCaller({ secret: before, device: "test" }).home.places())).toBe("SIGNED_OUT");
    const secret = await sessionOf(await api.session.signIn({ email: "former@test.example", password }));
    const row = await owner.session.findFirstOrThrow({
      where: { userId: world.people.formerPartner.userId },
      orderBy: { createdAt: "desc" },
    });
    expect([row.proof, row.unlockedAt]).toEqual(["MAILBOX", null]);
    expect((await createCaller({ secret, device: "test" }).session.unlockWays()).password).toBe(false);
  });
});

describe("a second factor", () => {
  it("is asked for after the password, each code once, and recovery codes once each", async () => {
    const { context, api } = browser();
    const first = await sessionOf(await api.session.signIn({ email: "second@test.example", password: testPassword }));
    const own = createCaller({ ...context, secret: first });
    const { challenge, secret: seed } = await own.account.beginTotp();
    const totp = new TOTP({ secret: Secret.fromBase32(seed) });
    const code = (steps: number) => totp.generate({ timestamp: now().getTime() + steps * 30_000 });
    expect(await codeOf(own.account.confirmTotp({ challenge, code: "000000" }))).toBe("WRONG_CODE");
    const { recoveryCodes } = await own.account.confirmTotp({ challenge, code: code(-1) });
    expect(recoveryCodes).toHaveLength(10);
    const enter = async (typed: string) => {
      const step = await api.session.signIn({ email: "second@test.example", password: testPassword });
      if (step.step !== "secondFactor") throw new Error("no second factor is asked for");
      return codeOf(api.session.secondFactor({ challenge: step.challenge, code: typed }));
    };
    expect([await enter(code(-1)), await enter(code(0)), await enter(code(0))]).toEqual([
      "WRONG_CODE",
      "ok",
      "WRONG_CODE",
    ]);
    const kept = recoveryCodes[0]?.toUpperCase().replace("-", " ") ?? "";
    expect([await enter(kept), await enter(kept)]).toEqual(["ok", "WRONG_CODE"]);
    const stored = JSON.stringify([await owner.credential.findMany(), await owner.recoveryCode.findMany()]);
    for (const secret of [seed, ...recoveryCodes]) expect(stored).not.toContain(secret);
  });

  it("stops after eight wrong codes, whatever the challenges", async () => {
    await owner.throttle.deleteMany();
    const { api } = browser();
    const answers: string[] = [];
    for (let round = 0; round < 10; round++) {
      const step = await api.session.signIn({ email: "second@test.example", password: testPassword });
      if (step.step === "secondFactor")
        answers.push(await codeOf(api.session.secondFactor({ challenge: step.challenge, code: "000000" })));
    }
    expect(answers.slice(0, 8)).toEqual(Array.from({ length: 8 }, () => "WRONG_CODE"));
    expect(answers.slice(8)).toEqual(["TOO_MANY", "TOO_MANY"]);
  });

  it("is what staff must have where the practice asks for it: without it no role counts, in SQL either", async () => {
    await owner.practice.update({ where: { id: world.practiceId }, data: { requiresTwoFactor: true } });
    const page = (secret: string) =>
      codeOf(
        createCaller({ secret, device: "test" }).couples.page({ practiceId: world.practiceId, coupleId: coupleId() }),
      );
    const { userId } = world.people.therapist;
    expect(await page((await createSession(userId, true, "test")).secret)).toBe("SECOND_FACTOR_NEEDED");
    expect(await page((await createSession(userId, true, "test", { proof: "MAILBOX" })).secret)).toBe("UNLOCK_NEEDED");
    expect(await page((await createSession(userId, true, "test", { twoFactor: true })).secret)).toBe("ok");
    const partner = createCaller({ secret: world.secrets.alex, device: "test" });
    expect(await codeOf(partner.homework.today({ coupleId: coupleId() }))).toBe("ok");
    await owner.practice.update({ where: { id: world.practiceId }, data: { requiresTwoFactor: false } });
  });
});

describe("a remembered device", () => {
  it("comes back with its PIN after the session ended idle, and forgets it after five wrong ones", async () => {
    const one = browser();
    const secret = await sessionOf(
      await one.api.session.signIn({ email: "alex@test.example", password: testPassword, remember: true }),
    );
    await one.with(secret).account.setPin({ pin: "739164" });
    await owner.session.updateMany({
      where: { userId: world.people.alex.userId },
      data: { idleExpiresAt: new Date(0) },
    });
    expect(await one.with(secret).session.unlockWays()).toMatchObject({
      email: "al…@test.example",
      live: false,
      pin: true,
      code: false,
    });
    const unlocked = await sessionOf(await one.with(secret).session.unlock({ by: "pin", pin: "739164" }));
    expect(unlocked).not.toBe(secret);
    expect(await codeOf(one.with(unlocked).pulse.page({ coupleId: coupleId() }))).toBe("ok");
    const wrong = () => codeOf(one.api.session.unlock({ by: "pin", pin: "739165" }));
    expect(await Promise.all([1, 2, 3, 4, 5].map(wrong))).toEqual(Array.from({ length: 5 }, () => "WRONG_CODE"));
    expect(await codeOf(one.api.session.unlock({ by: "pin", pin: "739164" }))).toBe("WRONG_CODE");
    expect((await one.api.session.unlockWays()).pin).toBe(false);
    expect((await browser().api.session.unlockWays()).email).toBeNull();
  });

  describe("and its short way back", () => {
    /** A remembered browser with a PIN. */
    async function withPin(email: string, shared: ReturnType<typeof browser> = browser()) {
      const step = await shared.api.session.signIn({ email, password: testPassword, remember: true });
      const secret = await sessionOf(step);
      await shared.with(secret).account.setPin({ pin: "739164" });
      return { ...shared, secret, own: shared.with(secret) };
    }
    const byPin = { by: "pin", pin: "739164" } as const;
    const idle = (secret: string) =>
      owner.session.updateMany({ where: { tokenHash: hashSecret(secret) }, data: { idleExpiresAt: new Date(0) } });

    it("stay when one signs in again in the same browser by mail, digits or password, and nothing is said of the device", async () => {
      const email = "alex@test.example";
      const one = await withPin(email);
      const { api } = one;
      const letter = async () => {
        await api.session.requestLetter({ kind: "SIGN_IN", email });
        return (await letterTo(email)).id;
      };
      const ways: (() => Promise<SignInStep>)[] = [
        async () => api.session.signInByLetter({ proof: { token: letterToken(await letter()) } }),
        async () => api.session.signInByLetter({ proof: { email, code: letterCode(await letter()) } }),
        () => api.session.signIn({ email, password: testPassword }),
      ];
      for (const way of ways) {
        const own = one.with(await sessionOf(await way()));
        expect(await own.session.unlockWays()).toMatchObject({ pin: true });
        expect((await own.session.unlock(byPin)).step).toBe("done");
      }
    });

    it("end when the sign-in says that this device is not to be remembered", async () => {
      const email = "alex@test.example";
      const one = await withPin(email);
      await one.api.session.signIn({ email, password: testPassword, remember: false });
      expect(await one.api.session.unlockWays()).toMatchObject({ email: null, pin: false });
    });

    it("end when somebody signs out or leaves quickly, also from a page that has locked already", async () => {
      for (const locked of [false, true]) {
        const one = await withPin("alex@test.example");
        if (locked) await idle(one.secret);
        expect((await one.own.session.unlockWays()).pin).toBe(true);
        await one.own.session.end();
        expect(await one.own.session.unlockWays()).toMatchObject({ email: null, pin: false });
        expect(await codeOf(one.own.session.unlock(byPin))).toBe("SIGNED_OUT");
      }
    });

    it("end when the locked page is left without any session", async () => {
      const one = await withPin("alex@test.example");
      await idle(one.secret);
      await one.api.session.end();
      expect(await codeOf(one.api.session.unlock(byPin))).toBe("SIGNED_OUT");
    });

    it("stay for another who is remembered in the same browser, who learns nothing of it", async () => {
      const sam = await withPin("sam@test.example");
      const alex = await withPin("alex@test.example", sam);
      await alex.own.session.end();
      await idle(sam.secret);
      expect(await sam.own.session.unlockWays()).toMatchObject({ email: "sa…@test.example", pin: true });
      expect((await sam.own.session.unlock(byPin)).step).toBe("done");
    });

    it("end on a device that was signed out from another one, and on all others with a new password", async () => {
      const phone = await withPin("alex@test.example");
      const laptop = await withPin("alex@test.example");
      const { sessions } = await laptop.own.account.page();
      const tokenHash = hashSecret(phone.secret);
      const { id: sessionId } = await owner.session.findUniqueOrThrow({ where: { tokenHash } });
      expect(sessions.map((one) => one.sessionId)).toContain(sessionId);
      await laptop.own.account.endSession({ sessionId });
      expect(await codeOf(phone.own.session.unlock(byPin))).toBe("SIGNED_OUT");
      const tablet = await withPin("alex@test.example");
      await tablet.own.account.changePassword({ password: testPassword });
      expect(await codeOf(laptop.own.session.unlock(byPin))).toBe("SIGNED_OUT");
      await idle(tablet.secret);
      expect((await tablet.own.session.unlock(byPin)).step).toBe("done");
    });
  });

  it("is never kept for staff, whose idle sessions end", async () => {
    const one = browser();
    const secret = await sessionOf(
      await one.api.session.signIn({ email: "therapist@test.example", password: testPassword, remember: true }),
    );
    expect(await codeOf(one.with(secret).account.setPin({ pin: "739164" }))).toBe("NOT_FOUND");
    expect((await one.with("none").session.unlockWays()).email).toBeNull();
  });

  it("is not locked out by strangers who guess its owner's password", async () => {
    // All behind one network address, whose hundred tries are used up as well.
    const here = () => browser(null, "203.0.113.7");
    const home = here();
    await sessionOf(await home.api.session.signIn({ email: "sam@test.example", password: testPassword }));
    const guess = () => codeOf(here().api.session.signIn({ email: "sam@test.example", password: "wrong" }));
    const guesses = await Promise.all(Array.from({ length: 104 }, guess));
    expect(guesses.filter((one) => one === "WRONG_SIGN_IN")).toHaveLength(10);
    expect(guesses.filter((one) => one === "TOO_MANY")).toHaveLength(94);
    expect(await codeOf(here().api.session.signIn({ email: "alex@test.example", password: testPassword }))).toBe(
      "TOO_MANY",
    );
    expect(await codeOf(browser().api.session.signIn({ email: "sam@test.example", password: testPassword }))).toBe(
      "TOO_MANY",
    );
    expect(await codeOf(home.api.session.signIn({ email: "sam@test.example", password: testPassword }))).toBe("ok");
  });
});

describe("stepping up", () => {
  it("gives a new session, and the old one is over", async () => {
    const { api, secret, context } = await mailboxSession();
    const step = await api.session.unlock({ by: "password", password: testPassword });
    const ticket = step.step === "done" ? step.ticket : "";
    const provider = authOptions().providers[0] as unknown as { options: { authorize: Authorize } };
    const session = await provider.options.authorize({ ticket }, { headers: {} });
    expect(await codeOf(api.home.places())).toBe("SIGNED_OUT");
    expect(session?.secret).not.toBe(secret);
    const renewed = createCaller({ ...context, secret: session?.secret ?? null });
    expect(await codeOf(renewed.pulse.page({ coupleId: coupleId() }))).toBe("ok");
    expect(await provider.options.authorize({ ticket }, { headers: {} })).toBeNull();
  });

  it("is asked for again after ten minutes before one's ways of signing in may be changed", async () => {
    const { id, secret } = await createSession(world.people.alex.userId, false, "test");
    const api = browser().with(secret);
    expect(await codeOf(api.account.beginTotp())).toBe("ok");
    await owner.session.update({ where: { id }, data: { unlockedAt: new Date(Date.now() - 10 * 60_000) } });
    expect(await codeOf(api.account.beginTotp())).toBe("UNLOCK_NEEDED");
    expect((await api.account.page()).fresh).toBe(false);
  });
});
