import { randomUUID } from "node:crypto";
import { TRPCError } from "@trpc/server";
import { Secret, TOTP } from "otpauth";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ownerClient } from "@/prisma/seed/owner";
import { letterToken } from "@/server/auth/letters";
import { createSession } from "@/server/auth/sessions";
import { now } from "@/server/clock";
import type { Client } from "@/server/db/clients";
import { AppError } from "@/server/errors";
import type { Context } from "@/server/trpc/context";
import { createCaller } from "@/server/trpc/root";
import { authenticator } from "@/tests/factories/authenticator";
import { type TwoPractices, testPassword, twoPractices } from "@/tests/factories/two-practices";
import { invitationToken } from "../invitations/links";
import type { Acceptance, PartnerFields } from "../joining/schema";

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
beforeEach(() => owner.throttle.deleteMany());

/** One network address for all: as behind the router of a family, a clinic, or an attacker's. */
const address = "203.0.113.7";
const browser = (secret: string | null = null) => {
  const context: Context = { secret, device: "test", browser: randomUUID(), address };
  return createCaller(context);
};
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => "ok",
    (error: unknown) =>
      error instanceof TRPCError && error.cause instanceof AppError ? error.cause.code : String(error),
  );
const all = (count: number, one: (index: number) => Promise<string>) =>
  Promise.all(Array.from({ length: count }, (_, index) => one(index)));
const count = (answers: string[], answer: string) => answers.filter((one) => one === answer).length;
const email = "alex@test.example";
const signIn = (api = browser(), password = testPassword) => codeOf(api.session.signIn({ email, password }));

const said: PartnerFields = {
  ...{ adult: true, safeContact: "", hour: 8, quietFrom: 21, quietTo: 7 },
  ...{ consentVersion: "2026-11", policy: "CONFIDENTIAL", country: "US", region: "NY" },
};

/** An invitation by mail, and what it is accepted with. */
async function invited() {
  const { practiceId } = world;
  const invitedAs = `${randomUUID()}@joining.example`;
  const partners = [{ name: "Sky", by: "mail" as const, email: invitedAs, locale: "en" as const }];
  const couple = { practiceId, clientId: randomUUID(), personId: world.people.therapist.id };
  await world.as("therapist").invitations.inviteCouple({ ...couple, policy: "CONFIDENTIAL", partners });
  const { id } = await owner.invitation.findFirstOrThrow({ where: { email: invitedAs } });
  const token = invitationToken({ practiceId, id }, 1);
  const with_ = (account: Acceptance["account"]): Acceptance => ({
    ...{ token, account, name: "Sky", pronouns: "", locale: "en", timeZone: "UTC", partner: said },
  });
  return { token, accept: (typed: string, password: string) => with_({ how: "new", email: typed, password }) };
}
/** What stands beside the address that was tried. */
const besideAddress = (promise: Promise<unknown>) =>
  promise.then(
    () => "ok",
    (error: unknown) => {
      const cause = error instanceof TRPCError ? error.cause : error;
      return cause instanceof AppError ? (cause.details.fields?.email ?? cause.code) : String(error);
    },
  );

describe("tries that arrive at once", () => {
  /** A login with an authenticator, and a first step that waits for its code. */
  async function waiting() {
    const { userId } = world.people.second;
    if ((await owner.credential.count({ where: { userId, kind: "TOTP" } })) === 0) {
      const own = browser((await createSession(userId, false, "test")).secret);
      const { challenge, secret } = await own.account.beginTotp();
      const totp = new TOTP({ secret: Secret.fromBase32(secret) });
      await own.account.confirmTotp({ challenge, code: totp.generate({ timestamp: now().getTime() }) });
    }
    const api = browser();
    const step = await api.session.signIn({ email: "second@test.example", password: testPassword });
    if (step.step !== "secondFactor") throw new Error("no second factor is asked for");
    return (code: string) => codeOf(api.session.secondFactor({ challenge: step.challenge, code }));
  }
  const wrong = (index: number) => `${String(index).padStart(5, "0")}x`;

  it("at one question for a second factor are five, and then it is over", async () => {
    const give = await waiting();
    const answers = await all(20, (index) => give(wrong(index)));
    expect([count(answers, "WRONG_CODE"), count(answers, "EXPIRED")]).toEqual([5, 15]);
  });

  it("at many questions for a second factor are eight", async () => {
    const questions = await Promise.all(Array.from({ length: 4 }, waiting));
    const answers = await all(20, (index) => questions[index % 4]?.(wrong(index)) ?? Promise.resolve("none"));
    expect([count(answers, "WRONG_CODE"), count(answers, "TOO_MANY")]).toEqual([8, 12]);
  });

  it("at setting an authenticator up are five", async () => {
    const own = browser(world.secrets.sam);
    const { challenge } = await own.account.beginTotp();
    const answers = await all(15, () => codeOf(own.account.confirmTotp({ challenge, code: "000000" })));
    expect([count(answers, "WRONG_CODE"), count(answers, "EXPIRED")]).toEqual([5, 10]);
  });

  it("at a password share one budget: by the sign-in and by invitations", async () => {
    const invitations = await Promise.all(Array.from({ length: 4 }, invited));
    const guess = (index: number) => {
      const accept = invitations[(index >> 1) % 4]?.accept(email, `a guess number ${index}`);
      if (!accept) return Promise.resolve("none");
      return index % 2 ? signIn(browser(), "a guess") : besideAddress(browser().join.accept(accept));
    };
    const answers = await all(24, guess);
    expect(count(answers, "hasLogin") + count(answers, "WRONG_SIGN_IN")).toBe(10);
    expect(count(answers, "TOO_MANY")).toBe(14);
    expect(await signIn()).toBe("TOO_MANY");
  });
});

describe("asking by an invitation who has a login", () => {
  it("ends after five addresses, with the same words for one that has a login and one that has none", async () => {
    const { token } = await invited();
    const check = (typed: string) =>
      besideAddress(browser().join.check({ token, email: typed, password: "quiet harbour lantern 71" }));
    const answers = await all(12, (index) => check(index % 2 ? `nobody${index}@test.example` : email));
    expect(count(answers, "tooManyAddresses")).toBeGreaterThan(0);
    const strangers = await all(8, (index) => check(`somebody${index}@test.example`));
    expect(strangers.slice(-3)).toEqual(Array.from({ length: 3 }, () => "tooManyAddresses"));
    expect(await check("sam@test.example")).toBe("tooManyAddresses");
    expect(await check("sam@test.example")).toBe("tooManyAddresses");
  });

  it("is counted the same by checking, by a passkey's question and by joining itself", async () => {
    const { token, accept } = await invited();
    const ways = [
      (typed: string) => browser().join.check({ token, email: typed, password: null }),
      (typed: string) => browser().join.beginPasskey({ token, email: typed }),
      (typed: string) => browser().join.accept(accept(typed, "quiet harbour lantern 71")),
    ];
    const taken = ["sam", "alex", "therapist", "owner", "second"].map((name) => `${name}@test.example`);
    for (const [index, typed] of taken.entries()) {
      expect(await besideAddress(ways[index % 3]?.(typed) ?? Promise.resolve())).toBe("hasLogin");
    }
    for (const way of ways)
      for (const typed of ["coordinator@test.example", "nobody@test.example"])
        expect(await besideAddress(way(typed))).toBe("tooManyAddresses");
  });

  it("leaves room for a slip of one's own: the same address again costs nothing", async () => {
    const { token, accept } = await invited();
    const mine = `${randomUUID()}@joining.example`;
    const check = (typed: string) => besideAddress(browser().join.check({ token, email: typed, password: null }));
    for (const typed of ["sam@test.example", mine, mine, ` ${mine.toUpperCase()} `, mine, mine, mine])
      expect(await check(typed)).toBe(typed === "sam@test.example" ? "hasLogin" : "ok");
    expect(await besideAddress(browser().join.beginPasskey({ token, email: mine }))).toBe("ok");
    expect(await besideAddress(browser().join.accept(accept(mine, "quiet harbour lantern 71")))).toBe("ok");
  });

  it("is counted by network address as well, over many invitations", async () => {
    const invitations = await Promise.all(Array.from({ length: 7 }, invited));
    const answers = await all(35, (index) =>
      besideAddress(
        browser().join.check({
          token: invitations[index % 7]?.token ?? "",
          email: `n${index}@a.example`,
          password: null,
        }),
      ),
    );
    expect([count(answers, "ok"), count(answers, "tooManyAddresses")]).toEqual([30, 5]);
  });
});

describe("a device that its login knows, behind a network address whose tries are used up", () => {
  /** Strangers behind the same address have used up everything that is counted by it, and by the login's address. */
  async function besieged() {
    const guesses = await all(120, (index) =>
      codeOf(browser().session.signIn({ email: `${index % 20}@test.example`, password: "a guess" })),
    );
    expect(count(guesses, "TOO_MANY")).toBeGreaterThanOrEqual(20);
    await all(10, () => codeOf(browser().session.requestLetter({ kind: "SIGN_IN", email })));
    expect(await codeOf(browser().session.requestLetter({ kind: "SIGN_IN", email }))).toBe("TOO_MANY");
    expect(await signIn()).toBe("TOO_MANY");
  }
  const token = async (kind: "SIGN_IN" | "RESET") => {
    const { id } = await owner.letter.findFirstOrThrow({ where: { email, kind }, orderBy: { createdAt: "desc" } });
    return letterToken(id);
  };

  it("still signs in by password, mail and passkey", async () => {
    const home = browser();
    expect(await signIn(home)).toBe("ok");
    const device = authenticator();
    const own = browser((await createSession(world.people.alex.userId, false, "test")).secret);
    const { challenge, options } = await own.account.beginPasskey();
    await own.account.addPasskey({ challenge, response: device.create(options), name: "Phone" });
    await besieged();
    expect(await signIn(home, "wrong")).toBe("WRONG_SIGN_IN");
    expect(await signIn(home)).toBe("ok");
    expect(await codeOf(home.session.requestLetter({ kind: "SIGN_IN", email }))).toBe("ok");
    expect(await codeOf(home.session.signInByLetter({ proof: { token: await token("SIGN_IN") } }))).toBe("ok");
    const asked = await home.session.passkeyOptions();
    const answer = { challenge: asked.challenge, response: device.get(asked.options) };
    expect(await codeOf(home.session.passkeySignIn(answer))).toBe("ok");
    expect(await codeOf(home.session.requestLetter({ kind: "RESET", email }))).toBe("ok");
    const proof = { token: await token("RESET") };
    expect(await codeOf(home.session.resetPassword({ proof, password: testPassword }))).toBe("ok");
  });

  it("has limits of its own, for passwords and for mails", async () => {
    const home = browser();
    await signIn(home);
    const guesses = await all(14, () => signIn(home, "wrong"));
    expect([count(guesses, "WRONG_SIGN_IN"), count(guesses, "TOO_MANY")]).toEqual([10, 4]);
    const mails = await all(7, () => codeOf(home.session.requestLetter({ kind: "SIGN_IN", email })));
    expect([count(mails, "ok"), count(mails, "TOO_MANY")]).toEqual([5, 2]);
  });

  it("uses nothing of the network's up for others by succeeding, nor does a first sign-in there", async () => {
    for (let round = 0; round < 3; round++) await signIn();
    await browser().session.requestLetter({ kind: "SIGN_IN", email });
    await browser().session.signInByLetter({ proof: { token: await token("SIGN_IN") } });
    const counted = await owner.throttle.findMany();
    expect(counted.filter(({ key, points }) => key.startsWith("proof.address") && points > 0)).toEqual([]);
  });
});
