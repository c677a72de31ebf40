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
import { addressProofToken, invitationToken, seatToken } from "../invitations/links";
import type { SignInStep } from "../sessions/schema";

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
const partner = {
  ...{ adult: true as const, safeContact: "", hour: 8, quietFrom: 21, quietTo: 7, country: "US", region: "NY" },
  ...{ consentVersion: "2026-11", policy: "CONFIDENTIAL" as const },
};
let count = 0;
const browser = () => {
  const context = { device: "test", browser: randomUUID() };
  return (secret: string | null = null) => createCaller({ ...context, secret });
};
const anyone = () => browser()();
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => "ok",
    (error: unknown) =>
      error instanceof TRPCError && error.cause instanceof AppError ? error.cause.code : String(error),
  );
const ticketOf = (step: SignInStep) => (step.step === "done" ? step.ticket : "");
async function enter(ticket: string | null) {
  const proven = await consumeTicket(ticket ?? "");
  if (!proven) throw new Error("the ticket opens nothing");
  return (await createSession(proven.userId, false, "test", proven)).secret;
}

/** An invitation to be one of a couple, by mail to an address. */
async function invited(email: string) {
  const { practiceId } = world;
  const partners = [{ name: "Mal", by: "mail" as const, email, locale: "en" as const }];
  const couple = { practiceId, clientId: randomUUID(), personId: world.people.therapist.id, policy: partner.policy };
  await world.as("therapist").invitations.inviteCouple({ ...couple, partners });
  const { id, personId, coupleId } = await owner.invitation.findFirstOrThrow({ where: { email } });
  return { practiceId, id, personId, coupleId: coupleId ?? "" };
}
const acceptance = (token: string, email: string) => ({
  ...{ token, account: { how: "new" as const, email, password }, name: "Mal", pronouns: "" },
  ...{ locale: "en" as const, timeZone: "UTC", partner },
});

/** Somebody joins in the room with an address that is another's, and sets up every way back in that there is. */
async function planted() {
  const email = `victim${count++}@mailbox.example`;
  const one = await invited(email);
  const here = browser();
  const joined = await here().join.accept(acceptance(seatToken(one, 1), email));
  const secret = await enter(joined.state === "joined" ? joined.ticket : null);
  const { userId } = await owner.membership.findFirstOrThrow({ where: { personId: one.personId } });
  const device = authenticator();
  const { challenge, options } = await here(secret).account.beginPasskey();
  const { recoveryCodes } = await here(secret).account.addPasskey({
    ...{ challenge, response: device.create(options), name: "Planted" },
  });
  await here(secret).account.setPin({ pin: "739164" });
  const byPasskey = async () => {
    const question = await anyone().session.passkeyOptions();
    const answer = { challenge: question.challenge, response: device.get(question.options) };
    return codeOf(anyone().session.passkeySignIn(answer));
  };
  const byPassword = () => codeOf(anyone().session.signIn({ email, password }));
  const proof = addressProofToken(one.practiceId, one.personId, email);
  return { ...one, email, userId, here, secret, recoveryCodes, byPasskey, byPassword, proof };
}

const waysInto = async (userId: string) => ({
  passwords: await owner.credential.count({ where: { userId } }),
  passkeys: await owner.passkey.count({ where: { userId } }),
  codes: await owner.recoveryCode.count({ where: { userId } }),
  devices: await owner.device.count({ where: { userId } }),
  sessions: await owner.session.count({ where: { userId, revokedAt: null } }),
});
const noWays = { passwords: 0, passkeys: 0, codes: 0, devices: 0, sessions: 0 };

async function byMail(email: string) {
  await anyone().session.requestLetter({ kind: "SIGN_IN", email });
  const where = { email, kind: "SIGN_IN" as const };
  const { id, state } = await owner.letter.findFirstOrThrow({ where, orderBy: { createdAt: "desc" } });
  return { state, signIn: () => anyone().session.signInByLetter({ proof: { token: letterToken(id) } }) };
}

describe("a login that was made with somebody else's address", () => {
  it("is opened by no mail, however often whoever reads the mailbox says that it is theirs", async () => {
    const mal = await planted();
    expect(await anyone().join.confirmAddress({ token: mal.proof })).toEqual({ state: "signIn" });
    const stranger = browser()(world.secrets.alex);
    expect(await stranger.join.confirmAddress({ token: mal.proof })).toEqual({ state: "signIn" });
    const mail = await byMail(mal.email);
    expect([mail.state, await codeOf(mail.signIn())]).toEqual(["SKIPPED", "EXPIRED"]);
    expect((await owner.user.findUniqueOrThrow({ where: { id: mal.userId } })).emailProven).toBe(false);
  });

  it("is confirmed in one step where it is signed in, and keeps what opens it", async () => {
    const mal = await planted();
    expect(await mal.here(mal.secret).join.confirmAddress({ token: mal.proof })).toEqual({ state: "confirmed" });
    expect([await mal.byPasskey(), await mal.byPassword(), (await byMail(mal.email)).state]).toEqual([
      "ok",
      "ok",
      "OWED",
    ]);
  });

  it("keeps no passkey, password, PIN, code, device or session once its person has proven mailbox and face elsewhere", async () => {
    const mal = await planted();
    const confirm = (code: string) => anyone().join.confirmAddress({ token: mal.proof, code });
    expect(await codeOf(confirm("00000000"))).toBe("WRONG_CODE");
    expect(Object.values(await waysInto(mal.userId)).every((ways) => ways > 0)).toBe(true);
    const { practiceId, coupleId, personId } = mal;
    const { code } = await world.as("therapist").recovery.give({ practiceId, coupleId, personId });
    expect(await confirm(code)).toEqual({ state: "startedOver" });
    expect(await waysInto(mal.userId)).toEqual(noWays);
    expect(await codeOf(mal.here(mal.secret).account.page())).toBe("SIGNED_OUT");
    expect([await mal.byPasskey(), await mal.byPassword()]).toEqual(["WRONG_SIGN_IN", "WRONG_SIGN_IN"]);
    expect(await codeOf(mal.here().session.unlock({ by: "pin", pin: "739164" }))).toBe("SIGNED_OUT");
    const mail = await byMail(mal.email);
    const back = browser()(await enter(ticketOf(await mail.signIn())));
    const { recoveryCodes } = mal;
    expect(await codeOf(back.session.unlock({ by: "code", code: recoveryCodes[0] ?? "" }))).toBe("WRONG_CODE");
    expect(await codeOf(back.pulse.page({ coupleId }))).toBe("UNLOCK_NEEDED");
  });

  it("loses the address to a login of the mailbox's owner, which nothing planted opens", async () => {
    const mal = await planted();
    expect(await codeOf(anyone().signUp.begin({ email: mal.email, password: `${password} mine` }))).toBe("ok");
    expect(await owner.letter.count({ where: { email: mal.email, kind: "SIGN_UP", state: "OWED" } })).toBe(0);
    await anyone().join.disownAddress({ token: mal.proof });
    expect((await mal.here(mal.secret).account.page()).emailDisowned).toBe(true);
    await anyone().signUp.begin({ email: mal.email, password: `${password} mine` });
    const where = { email: mal.email, kind: "SIGN_UP" as const, state: "OWED" as const };
    const { id } = await owner.letter.findFirstOrThrow({ where });
    const made = await anyone().signUp.confirm({ proof: { token: letterToken(id) }, password: `${password} mine` });
    const proven = await consumeTicket(ticketOf(made));
    expect(proven?.userId).not.toBe(mal.userId);
    expect(await waysInto(proven?.userId ?? "")).toEqual({ ...noWays, passwords: 1, devices: 1 });
    expect(await mal.byPassword()).toBe("WRONG_SIGN_IN");
    expect(await owner.membership.count({ where: { userId: proven?.userId ?? "" } })).toBe(0);
    // What was made with it stays its maker's, without the address.
    expect((await mal.here(mal.secret).account.page()).email).toBeNull();
    expect(await mal.byPasskey()).toBe("ok");
  });

  it("is no hindrance to its owner who is invited by mail themselves", async () => {
    const mal = await planted();
    const invitation = await invited(mal.email);
    const join = () => anyone().join.accept(acceptance(invitationToken(invitation, 1), mal.email));
    const account = { ...acceptance("", mal.email).account, password: "another lantern 4711" };
    const accept = async () =>
      anyone().join.accept({ ...acceptance(invitationToken(invitation, 1), mal.email), account });
    expect(await codeOf(accept())).toBe("INVALID");
    await anyone().join.disownAddress({ token: mal.proof });
    expect(await accept()).toMatchObject({ state: "joined", mustSignIn: false });
    expect(await join()).toEqual({ state: "accepted" });
    const user = await owner.user.findUniqueOrThrow({ where: { email: mal.email }, include: { memberships: true } });
    expect([user.emailProven, user.memberships.map((one) => one.personId)]).toEqual([true, [invitation.personId]]);
  });
});

describe("another sign-in address", () => {
  it("is not lent to a login by somebody who only reads the mailbox", async () => {
    const mal = await planted();
    const email = `lent${count++}@mailbox.example`;
    await mal.here(mal.secret).account.askForAddress({ email });
    const { id } = await owner.letter.findFirstOrThrow({ where: { email, kind: "ADDRESS_CHANGE" } });
    const take = (api: ReturnType<typeof anyone>) => codeOf(api.account.takeAddress({ token: letterToken(id) }));
    expect([await take(anyone()), await take(browser()(world.secrets.alex))]).toEqual(["SIGNED_OUT", "SIGNED_OUT"]);
    expect(await owner.user.count({ where: { email } })).toBe(0);
    expect([await take(mal.here(mal.secret)), await owner.user.count({ where: { email, emailProven: true } })]).toEqual(
      ["ok", 1],
    );
  });
});
