import { randomUUID } from "node:crypto";
import { TRPCError } from "@trpc/server";
import { Secret, TOTP } from "otpauth";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ownerClient } from "@/prisma/seed/owner";
import { letterToken } from "@/server/auth/letters";
import { giveRecovery } from "@/server/auth/recovery";
import { createSession } from "@/server/auth/sessions";
import { consumeTicket } from "@/server/auth/tickets";
import { now } from "@/server/clock";
import type { Client } from "@/server/db/clients";
import { AppError } from "@/server/errors";
import type { Context } from "@/server/trpc/context";
import { createCaller } from "@/server/trpc/root";
import { authenticator } from "@/tests/factories/authenticator";
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

const email = "sam@test.example";
const chosen = "quiet harbour lantern 71";
const coupleId = () => world.couple.id;
const userId = () => world.people.sam.userId;
beforeEach(async () => {
  await owner.throttle.deleteMany();
  await owner.letter.deleteMany({ where: { email } });
  await owner.credential.deleteMany({ where: { userId: userId(), kind: "TOTP" } });
});

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => "ok",
    (error: unknown) =>
      error instanceof TRPCError && error.cause instanceof AppError ? error.cause.code : String(error),
  );

/** A browser of one's own, signed in or not. */
function browser() {
  const context: Context = { secret: null, device: "test", browser: randomUUID() };
  const by = (secret: string | null = null) => createCaller({ ...context, secret });
  const arrive = async (step: SignInStep) => {
    if (step.step !== "done") throw new Error("a second factor is asked for");
    const proven = await consumeTicket(step.ticket);
    if (!proven) throw new Error("the ticket does not work");
    return by((await createSession(proven.userId, false, "test", proven)).secret);
  };
  return { by, arrive };
}
type Browser = ReturnType<typeof browser>;

async function letter(one: Browser, kind: "SIGN_IN" | "RESET") {
  await one.by().session.requestLetter({ kind, email });
  const { id } = await owner.letter.findFirstOrThrow({ where: { email, kind }, orderBy: { createdAt: "desc" } });
  return { token: letterToken(id) };
}
const reset = async (one: Browser) =>
  one.by().session.resetPassword({ proof: await letter(one, "RESET"), password: chosen });
const byMail = async (one: Browser) => one.by().session.signInByLetter({ proof: await letter(one, "SIGN_IN") });

/** A passkey of Sam's, and how a page's unlocking answers with it. */
async function passkey() {
  const device = authenticator();
  const own = browser().by((await createSession(userId(), false, "test", { proof: "PASSKEY" })).secret);
  const { challenge, options } = await own.account.beginPasskey();
  await own.account.addPasskey({ challenge, response: device.create(options), name: "Phone" });
  return async (api: ReturnType<Browser["by"]>) => {
    const asked = await api.session.unlockPasskey();
    const answer = { challenge: asked.challenge, response: device.get(asked.options) };
    return api.session.unlock({ by: "passkey", answer });
  };
}
const digits = async () => (await giveRecovery(userId(), world.practiceId, world.people.therapist.id)).code;

/** A one-time code set up, and the code of so many steps from now. */
async function authenticatorApp() {
  const own = browser().by((await createSession(userId(), false, "test", { proof: "PASSKEY" })).secret);
  const { challenge, secret } = await own.account.beginTotp();
  const totp = new TOTP({ secret: Secret.fromBase32(secret) });
  const code = (steps: number) => totp.generate({ timestamp: now().getTime() + steps * 30_000 });
  await own.account.confirmTotp({ challenge, code: code(-1) });
  return code;
}

/** What signing in with the password that the mailbox chose opens, somewhere else. */
async function opened(): Promise<string> {
  const elsewhere = browser();
  const api = await elsewhere.arrive(await elsewhere.by().session.signIn({ email, password: chosen }));
  return codeOf(api.pulse.page({ coupleId: coupleId() }));
}

describe("a password that somebody else's reading of the mailbox has set", () => {
  it("stays the mailbox's own when its owner unlocks with a passkey elsewhere", async () => {
    const unlock = await passkey();
    await reset(browser());
    const home = browser();
    const unlocked = await home.arrive(await unlock(await home.arrive(await byMail(home))));
    expect(await codeOf(unlocked.pulse.page({ coupleId: coupleId() }))).toBe("ok");
    expect(await opened()).toBe("UNLOCK_NEEDED");
  });

  it("stays so when its owner unlocks in the very browser in which it was set", async () => {
    const unlock = await passkey();
    const shared = browser();
    await reset(shared);
    await shared.arrive(await unlock(await shared.arrive(await byMail(shared))));
    expect(await opened()).toBe("UNLOCK_NEEDED");
  });

  it("stays so when its owner is handed digits by their therapist", async () => {
    await reset(browser());
    const home = browser();
    const api = await home.arrive(await byMail(home));
    await home.arrive(await api.session.unlock({ by: "recovery", code: await digits() }));
    expect(await opened()).toBe("UNLOCK_NEEDED");
  });

  it("stays so when its owner signs in by mail and gives a second factor", async () => {
    const code = await authenticatorApp();
    await reset(browser());
    const home = browser();
    const step = await byMail(home);
    if (step.step !== "secondFactor") throw new Error("no second factor is asked for");
    await home.arrive(await home.by().session.secondFactor({ challenge: step.challenge, code: code(0) }));
    expect(await owner.credential.findFirst({ where: { userId: userId(), kind: "PASSWORD" } })).toMatchObject({
      proven: false,
    });
  });

  it("stays so when a second reset took the place of the one that its owner goes on from", async () => {
    const home = browser();
    const api = await home.arrive(await reset(home));
    await reset(browser());
    expect(await codeOf(api.session.unlock({ by: "recovery", code: await digits() }))).toBe("SIGNED_OUT");
    expect(await opened()).toBe("UNLOCK_NEEDED");
  });
});

describe("a password that its owner has reset by mail", () => {
  it("counts once digits were given beside it, and opens then what the mailbox does not", async () => {
    const home = browser();
    const api = await home.arrive(await reset(home));
    expect(await opened()).toBe("UNLOCK_NEEDED");
    await home.arrive(await api.session.unlock({ by: "recovery", code: await digits() }));
    expect(await opened()).toBe("ok");
  });

  it("counts once its owner has signed in with it and unlocked with a passkey, also on another day and device", async () => {
    const unlock = await passkey();
    await reset(browser());
    const later = browser();
    await later.arrive(await unlock(await later.arrive(await later.by().session.signIn({ email, password: chosen }))));
    expect(await opened()).toBe("ok");
  });

  it("counts once the second factor was given with it, at once or when signing in", async () => {
    const code = await authenticatorApp();
    const home = browser();
    const step = await reset(home);
    if (step.step !== "secondFactor") throw new Error("no second factor is asked for");
    await home.arrive(await home.by().session.secondFactor({ challenge: step.challenge, code: code(0) }));
    await owner.credential.deleteMany({ where: { userId: userId(), kind: "TOTP" } });
    expect(await opened()).toBe("ok");
    expect(await codeOf(browser().by().session.signIn({ email, password: testPassword }))).toBe("WRONG_SIGN_IN");
  });
});
