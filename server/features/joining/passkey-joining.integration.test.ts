import { randomUUID } from "node:crypto";
import { TRPCError } from "@trpc/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ownerClient } from "@/prisma/seed/owner";
import { letterToken } from "@/server/auth/letters";
import { createSession } from "@/server/auth/sessions";
import { consumeTicket } from "@/server/auth/tickets";
import type { Client } from "@/server/db/clients";
import { AppError } from "@/server/errors";
import { createCaller } from "@/server/trpc/root";
import { authenticator } from "@/tests/factories/authenticator";
import { type TwoPractices, twoPractices } from "@/tests/factories/two-practices";
import { invitationToken } from "../invitations/links";
import type { Acceptance, PartnerFields } from "./schema";

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

const anyone = (secret: string | null = null) => createCaller({ secret, device: "test", browser: randomUUID() });
let count = 0;
const address = () => `key${count++}@joining.example`;
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => "ok",
    (error: unknown) =>
      error instanceof TRPCError && error.cause instanceof AppError ? error.cause.code : String(error),
  );

const said: PartnerFields = {
  ...{ adult: true, safeContact: "", hour: 8, quietFrom: 21, quietTo: 7 },
  ...{ consentVersion: "2026-11", policy: "CONFIDENTIAL", country: "US", region: "NY" },
};

/** Somebody who is invited by mail: one of a couple, or staff. */
async function invited(staff = false) {
  const { practiceId } = world;
  const email = address();
  const clientId = randomUUID();
  const locale = "en" as const;
  if (staff) {
    const roles = ["THERAPIST" as const];
    await world.as("owner").invitations.inviteStaff({ practiceId, clientId, name: "Lou", email, locale, roles });
  } else {
    const partners = [{ name: "Sky", by: "mail" as const, email, locale }];
    const couple = { practiceId, clientId, personId: world.people.therapist.id, policy: "CONFIDENTIAL" as const };
    await world.as("therapist").invitations.inviteCouple({ ...couple, partners });
  }
  const row = await owner.invitation.findFirstOrThrow({ where: { email } });
  return { email, row, token: invitationToken({ practiceId, id: row.id }, 1), staff };
}
type Invited = Awaited<ReturnType<typeof invited>>;

const acceptance = ({ token, staff }: Invited, account: Acceptance["account"]): Acceptance => ({
  ...{ token, account, name: "Sky Lee", pronouns: "", locale: "en", timeZone: "UTC" },
  partner: staff ? null : said,
});

/** What a device makes on the way in. */
async function madeBy(one: Invited, device = authenticator(), email = one.email) {
  const { challenge, options } = await anyone().join.beginPasskey({ token: one.token, email });
  return { how: "passkey" as const, email, challenge, response: device.create(options), device: "Phone" };
}
const trace = async (one: Invited) => ({
  logins: await owner.user.count({ where: { email: one.email } }),
  joined: (await owner.invitation.findFirstOrThrow({ where: { id: one.row.id } })).acceptedAt !== null,
});

/** The secret of a session for what was proven. */
async function enter(ticket: string | null) {
  const proven = await consumeTicket(ticket ?? "");
  if (!proven) throw new Error("the ticket opens nothing");
  return { proven, secret: (await createSession(proven.userId, false, "test", proven)).secret };
}

describe("joining with a passkey and no password", () => {
  it.each([false, true])(
    "makes login and passkey in one, signs in with both factors, and gives ten codes (staff: %s)",
    async (staff) => {
      const one = await invited(staff);
      const device = authenticator();
      const account = await madeBy(one, device);
      expect(await trace(one)).toEqual({ logins: 0, joined: false });
      const answer = await anyone().join.accept(acceptance(one, account));
      if (answer.state !== "joined") throw new Error(answer.state);
      expect([answer.mustSignIn, answer.recoveryCodes.length]).toEqual([false, 10]);
      const { proven } = await enter(answer.ticket);
      expect(proven).toMatchObject({ proof: "PASSKEY", twoFactor: true });
      const { userId } = proven;
      expect(await owner.credential.count({ where: { userId } })).toBe(0);
      expect(await owner.passkey.findMany({ where: { userId }, select: { name: true } })).toEqual([{ name: "Phone" }]);
      const question = await anyone().session.passkeyOptions();
      const back = { challenge: question.challenge, response: device.get(question.options) };
      const step = await anyone().session.passkeySignIn(back);
      expect((await enter(step.step === "done" ? step.ticket : null)).proven.userId).toBe(userId);
    },
  );

  it("leaves nothing when the device's answer is late, used, of another invitation or address, or does not verify", async () => {
    const [one, two] = [await invited(), await invited()];
    const accept = (account: Acceptance["account"], at = one) => codeOf(anyone().join.accept(acceptance(at, account)));
    expect(await accept(await madeBy(two), one)).toBe("EXPIRED");
    expect(await accept({ ...(await madeBy(one)), email: address() })).toBe("EXPIRED");
    const answer = await madeBy(one);
    expect(await accept({ ...answer, response: authenticator().create({ challenge: "bm90IHRoYXQgb25l" }) })).toBe(
      "WRONG_CODE",
    );
    expect(await accept(answer)).toBe("EXPIRED");
    await owner.challenge.updateMany({ where: { kind: "PASSKEY_JOIN" }, data: { expiresAt: new Date(0) } });
    expect(await accept({ ...answer, challenge: "unknown" })).toBe("EXPIRED");
    expect([await trace(one), await trace(two)]).toEqual([
      { logins: 0, joined: false },
      { logins: 0, joined: false },
    ]);
    expect(await accept(await madeBy(one))).toBe("ok");
  });

  it("leaves no login behind when joining itself fails: both are of one transaction", async () => {
    const one = await invited();
    const device = authenticator();
    await anyone().join.accept(acceptance(one, await madeBy(one, device)));
    const two = await invited();
    expect(await codeOf(anyone().join.accept(acceptance(two, await madeBy(two, device))))).not.toBe("ok");
    expect(await trace(two)).toEqual({ logins: 0, joined: false });
  });

  it("asks for a sign-in where the address has a login, and begins nothing without an open invitation", async () => {
    const one = await invited();
    expect(await codeOf(madeBy(one, authenticator(), "alex@test.example"))).toBe("INVALID");
    const { practiceId } = world;
    await world.as("therapist").invitations.revoke({ practiceId, invitationId: one.row.id });
    expect(await codeOf(madeBy(one))).toBe("EXPIRED");
  });

  it("answers the same person again alike when the first answer got lost, and nobody else", async () => {
    const one = await invited();
    const account = await madeBy(one);
    const send = (with_ = account) => anyone().join.accept(acceptance(one, with_));
    await send();
    expect(await send()).toMatchObject({ state: "joined", ticket: null, mustSignIn: true, recoveryCodes: [] });
    expect(await send({ ...account, challenge: "guessed" })).toEqual({ state: "accepted" });
  });

  it("has ways back when the device is lost: the mailbox opens the door, a recovery code or the therapist the drawer", async () => {
    const one = await invited();
    const answer = await anyone().join.accept(acceptance(one, await madeBy(one)));
    if (answer.state !== "joined") throw new Error(answer.state);
    const coupleId = one.row.coupleId ?? "";
    const byMail = async () => {
      await anyone().session.requestLetter({ kind: "SIGN_IN", email: one.email });
      const { id } = await owner.letter.findFirstOrThrow({
        where: { email: one.email, kind: "SIGN_IN" },
        orderBy: { createdAt: "desc" },
      });
      const step = await anyone().session.signInByLetter({ proof: { token: letterToken(id) } });
      return anyone((await enter(step.step === "done" ? step.ticket : null)).secret);
    };
    const api = await byMail();
    expect(await codeOf(api.pulse.page({ coupleId }))).toBe("UNLOCK_NEEDED");
    expect(await api.session.unlockWays()).toMatchObject({ code: true, app: false, passkey: true, password: false });
    const [code = ""] = answer.recoveryCodes;
    const step = await api.session.unlock({ by: "code", code });
    const unlocked = anyone((await enter(step.step === "done" ? step.ticket : null)).secret);
    expect(await codeOf(unlocked.pulse.page({ coupleId }))).toBe("ok");
    const again = await byMail();
    expect(await codeOf(again.session.unlock({ by: "code", code }))).toBe("WRONG_CODE");
    const { practiceId } = world;
    const { personId } = one.row;
    const { code: digits } = await world.as("therapist").recovery.give({ practiceId, coupleId, personId });
    const opened = await again.session.unlock({ by: "recovery", code: digits });
    const helped = anyone((await enter(opened.step === "done" ? opened.ticket : null)).secret);
    expect(await codeOf(helped.pulse.page({ coupleId }))).toBe("ok");
  });
});
