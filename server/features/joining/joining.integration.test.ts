import { TRPCError } from "@trpc/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ownerClient } from "@/prisma/seed/owner";
import { createSession } from "@/server/auth/sessions";
import { consumeTicket } from "@/server/auth/tickets";
import { createLogin } from "@/server/auth/users";
import type { Client } from "@/server/db/clients";
import { AppError } from "@/server/errors";
import { createCaller } from "@/server/trpc/root";
import { type TwoPractices, twoPractices } from "@/tests/factories/two-practices";
import { addressProofToken, invitationToken, seatToken } from "../invitations/links";
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

const anyone = (secret: string | null = null, browser?: string) => createCaller({ secret, device: "test", browser });
const password = "quiet harbour lantern 71";
let count = 0;
const address = () => `person${count++}@joining.example`;

const said: PartnerFields = {
  adult: true,
  safeContact: "canary-safe-contact: text only",
  hour: 8,
  quietFrom: 21,
  quietTo: 7,
  consentVersion: "2026-11",
  policy: "CONFIDENTIAL",
  country: "US",
  region: "NY",
};

interface Invited {
  coupleId: string;
  invitationId: string;
  personId: string;
  email: string;
  token: string;
}

/** A couple of one who is invited by mail, or of two. */
async function invited(names = ["Sky"]): Promise<Invited[]> {
  const emails = names.map(address);
  const { coupleId, partners } = await world.as("therapist").invitations.inviteCouple({
    practiceId: world.practiceId,
    clientId: crypto.randomUUID(),
    personId: world.people.therapist.id,
    policy: "CONFIDENTIAL",
    partners: names.map((name, index) => ({ name, by: "mail", email: emails[index] ?? "", locale: "en" })),
  });
  return partners.map(({ personId, invitation }, index) => {
    const invitationId = invitation?.invitationId ?? "";
    const token = invitationToken({ practiceId: world.practiceId, id: invitationId }, 1);
    return { coupleId, invitationId, personId, email: emails[index] ?? "", token };
  });
}

const first = async () => {
  const [one] = await invited();
  if (!one) throw new Error("nobody invited");
  return one;
};

const acceptance = (one: Invited, change: Partial<Acceptance> = {}): Acceptance => ({
  token: one.token,
  account: { how: "new", email: one.email, password },
  name: "Sky Lee",
  pronouns: "they",
  locale: "es",
  timeZone: "Asia/Kathmandu",
  partner: said,
  ...change,
});

const refusalOf = async (answer: Promise<unknown>) => {
  const error = await answer.then(
    (value) => value,
    (refused: unknown) => refused,
  );
  const cause = error instanceof TRPCError ? error.cause : error;
  return cause instanceof AppError ? [cause.code, cause.details.fields ?? null] : cause;
};

/** The secret of a session that a ticket opens. */
async function enter(ticket: string | null): Promise<string> {
  const proven = await consumeTicket(ticket ?? "");
  if (!proven) throw new Error("the ticket opens nothing");
  return (await createSession(proven.userId, false, "test", proven)).secret;
}

describe("joining by the mail's link", () => {
  it("shows who invites, then lets the person straight in, with their words sealed and the typed address erased", async () => {
    const one = await first();
    expect(await anyone().join.open({ token: one.token })).toMatchObject({
      state: "open",
      kind: "partner",
      practiceName: "Harbor",
      name: "Sky",
      email: one.email,
      policy: "CONFIDENTIAL",
      signedInAs: null,
    });
    const answer = await anyone().join.accept(acceptance(one));
    if (answer.state !== "joined") throw new Error(answer.state);
    expect([answer.next, answer.mustSignIn, await consumeTicket(answer.ticket ?? "")]).toEqual([
      `/couple/${one.coupleId}`,
      false,
      expect.objectContaining({ proof: "PASSWORD", twoFactor: false }),
    ]);
    const row = await owner.invitation.findFirstOrThrow({ where: { id: one.invitationId } });
    expect([row.email, row.roomHash, row.acceptedAt !== null]).toEqual([null, null, true]);
    const private_ = await owner.personPrivate.findFirstOrThrow({ where: { personId: one.personId } });
    expect(private_).toMatchObject({ contactEmail: one.email, pendingEmail: null, locale: "es", reminderHour: 8 });
    const intake = await owner.intake.findFirstOrThrow({ where: { personId: one.personId } });
    expect(intake).toMatchObject({
      country: "US",
      region: "NY",
      consentVersion: "2026-11",
      secretsPolicy: "CONFIDENTIAL",
    });
    expect(Buffer.from(intake.safeContact ?? []).toString("latin1")).not.toContain("canary");
    const at = { practiceId: world.practiceId, coupleId: one.coupleId };
    const { partners } = await world.as("therapist").joining.contacts(at);
    expect(partners[0]).toMatchObject({ name: "Sky Lee", pronouns: "they", safeContact: said.safeContact });
    const audited = await owner.audit.findFirst({ where: { procedure: "join.accept", coupleId: one.coupleId } });
    expect(audited).toMatchObject({ personId: one.personId, outcome: "ALLOWED" });
  });

  it("refuses the link to whoever comes second, and answers the same person again alike", async () => {
    const one = await first();
    await anyone().join.accept(acceptance(one));
    const other = acceptance(one, { account: { how: "new", email: address(), password } });
    expect(await anyone().join.accept(other)).toEqual({ state: "accepted" });
    expect(await anyone().join.open({ token: one.token })).toEqual({ state: "accepted" });
    expect(await anyone().join.accept(acceptance(one))).toMatchObject({
      state: "joined",
      ticket: null,
      mustSignIn: true,
    });
    const wrong = acceptance(one, { account: { how: "new", email: one.email, password: "another lantern 4711" } });
    expect(await anyone().join.accept(wrong)).toEqual({ state: "accepted" });
  });

  it("lets one of two in who accept at the same moment", async () => {
    const one = await first();
    const emails = [address(), address(), address()];
    const tries = await Promise.all(
      emails.map((email) => anyone().join.accept(acceptance(one, { account: { how: "new", email, password } }))),
    );
    expect(tries.map((answer) => answer.state).sort()).toEqual(["accepted", "accepted", "joined"]);
    expect(await owner.membership.count({ where: { personId: one.personId } })).toBe(1);
    const logins = await owner.user.findMany({ where: { email: { in: emails } }, include: { memberships: true } });
    expect(logins.map((login) => login.memberships.length)).toEqual([1]);
  });

  it("opens nothing once it is taken back, run out, corrected, or cut short", async () => {
    const [revoked, late, corrected] = [await first(), await first(), await first()];
    const practiceId = world.practiceId;
    await world.as("therapist").invitations.revoke({ practiceId, invitationId: revoked.invitationId });
    await owner.invitation.updateMany({
      where: { id: late.invitationId },
      data: { expiresAt: new Date(Date.now() - 1) },
    });
    await world
      .as("therapist")
      .invitations.sendAgain({ practiceId, invitationId: corrected.invitationId, email: address() });
    for (const [one, state] of [
      [revoked, "revoked"],
      [late, "expired"],
      [corrected, "unknown"],
    ] as const) {
      expect(await anyone().join.open({ token: one.token })).toEqual({ state });
      expect(await anyone().join.accept(acceptance(one))).toEqual({ state });
      expect(await owner.user.count({ where: { email: one.email } })).toBe(0);
    }
    for (const token of [revoked.token.slice(0, -1), "x.y", "x", `${late.token}x`]) {
      expect(await anyone().join.open({ token })).toEqual({ state: "unknown" });
    }
  });

  it("asks for a good password, an address without a login, a place and the agreed texts", async () => {
    const one = await first();
    const check = (email: string, weak: string) =>
      refusalOf(anyone().join.check({ token: one.token, email, password: weak }));
    expect(await check(one.email, "short")).toEqual(["INVALID", { password: "passwordShort" }]);
    expect(await check("alex@test.example", password)).toEqual(["INVALID", { email: "hasLogin" }]);
    expect(await check(one.email, password)).toEqual({});
    const weak = acceptance(one, { account: { how: "new", email: one.email, password: "aaaaaaaaaaaa" } });
    expect(await refusalOf(anyone().join.accept(weak))).toEqual(["INVALID", { password: expect.any(String) }]);
    const old = acceptance(one, { partner: { ...said, consentVersion: "2025-01" } });
    expect(await refusalOf(anyone().join.accept(old))).toEqual(["CHANGED_MEANWHILE", null]);
    const otherPolicy = acceptance(one, { partner: { ...said, policy: "NO_SECRETS" } });
    expect(await refusalOf(anyone().join.accept(otherPolicy))).toEqual(["CHANGED_MEANWHILE", null]);
    expect(await refusalOf(anyone().join.accept(acceptance(one, { partner: null })))).toEqual(["INVALID", null]);
    expect((await owner.person.findFirstOrThrow({ where: { id: one.personId } })).userId).toBeNull();
    expect((await anyone().join.accept(acceptance(one))).state).toBe("joined");
  });
});

describe("joining with a login that was there before", () => {
  it("names whose login it is, and refuses one that is somebody of this practice already", async () => {
    for (const name of ["alex", "coordinator"] as const) {
      const one = await first();
      const api = world.as(name);
      expect(await api.join.open({ token: one.token })).toMatchObject({ signedInAs: `${name}@test.example` });
      expect(await refusalOf(api.join.accept(acceptance(one, { account: { how: "session" } })))).toEqual([
        "ALREADY_MEMBER",
        null,
      ]);
      expect((await owner.invitation.findFirstOrThrow({ where: { id: one.invitationId } })).acceptedAt).toBeNull();
    }
  });

  it("never makes the two partners one login, also when both accept at once", async () => {
    const [one, two] = await invited(["Uno", "Dos"]);
    if (!one || !two) throw new Error("nobody invited");
    const session = { account: { how: "session" as const } };
    const stranger = world.as("otherPartner");
    const answers = await Promise.all(
      [one, two].map((each) => refusalOf(stranger.join.accept(acceptance(each, session)))),
    );
    expect(answers).toContainEqual(["ALREADY_MEMBER", null]);
    expect(await owner.couplePartner.count({ where: { coupleId: one.coupleId, joinedAt: { not: null } } })).toBe(1);
  });

  it("keeps a mailbox to the one who joined with it: the other is neither invited there nor joins with it", async () => {
    const one = await first();
    const own = address();
    await anyone().join.accept(acceptance(one, { account: { how: "new", email: own, password } }));
    const kept = await owner.invitation.findFirstOrThrow({ where: { id: one.invitationId } });
    expect([kept.email, kept.mailboxes.length]).toEqual([null, 2]);
    expect(JSON.stringify(kept)).not.toContain("@");
    const tagged = (email: string) => email.replace("@", "+b@");
    const at = { practiceId: world.practiceId, coupleId: one.coupleId, clientId: crypto.randomUUID() };
    const add = (email: string) =>
      world.as("therapist").invitations.addPartner({ ...at, partner: { name: "Bo", by: "mail", email, locale: "en" } });
    for (const email of [one.email, tagged(one.email), own, tagged(own)])
      expect(await refusalOf(add(email))).toEqual(["INVALID", { email: "sharedAddress" }]);
    const email = address();
    const added = await add(email);
    expect(JSON.stringify(added)).not.toContain(kept.mailboxes[0]);
    const invitationId = added.partners.find(({ name }) => name === "Bo")?.invitation?.invitationId ?? "";
    const again = world.as("therapist").invitations.sendAgain;
    expect(await refusalOf(again({ practiceId: world.practiceId, invitationId, email: tagged(own) }))).toEqual([
      "INVALID",
      { email: "sharedAddress" },
    ]);
    const token = invitationToken({ practiceId: world.practiceId, id: invitationId }, 1);
    const join = (typed: string) =>
      anyone().join.accept(acceptance({ ...one, token }, { account: { how: "new", email: typed, password } }));
    expect(await refusalOf(join(tagged(own)))).toEqual(["INVALID", { email: "sharedAddress" }]);
    expect(await owner.user.count({ where: { email: tagged(own) } })).toBe(0);
    expect(await join(email)).toMatchObject({ state: "joined" });
  });

  it("ends a partner's open sessions as those of staff once they join the staff, and remembers no device", async () => {
    const made = await createLogin({ email: address(), password }, true);
    if (made === "taken") throw new Error("taken");
    const { userId } = made;
    const opened = await createSession(userId, false, "phone");
    const until = new Date(Date.now() + 86_400_000);
    const times = { createdAt: new Date(), lastSeenAt: new Date(), rememberedUntil: until };
    const device = { id: crypto.randomUUID(), userId, tokenHash: Buffer.from(opened.id), label: "phone", ...times };
    await owner.device.create({ data: { ...device, pinHash: "a PIN" } });
    const { practiceId } = world;
    const staff = { name: "Lou", email: address(), locale: "en" as const, roles: ["COORDINATOR" as const] };
    const clientId = crypto.randomUUID();
    await world.as("owner").invitations.inviteStaff({ practiceId, clientId, ...staff });
    const { id } = await owner.invitation.findFirstOrThrow({ where: { email: staff.email } });
    const token = invitationToken({ practiceId, id }, 1);
    const input = {
      token,
      name: "Lou",
      pronouns: "",
      locale: "en",
      timeZone: "Asia/Kathmandu",
      partner: null,
    } as const;
    const answer = await anyone(opened.secret).join.accept({ ...input, account: { how: "session" } });
    expect(answer).toMatchObject({ state: "joined", mustSignIn: false });
    const row = await owner.session.findUniqueOrThrow({ where: { id: opened.id } });
    expect([row.idleMinutes, row.idleExpiresAt.getTime() - Date.now() <= 15 * 60_000]).toEqual([15, true]);
    expect((await anyone(opened.secret).session.timeLeft()).left?.idle).toBeGreaterThan(60_000);
    expect(await owner.device.findUniqueOrThrow({ where: { id: device.id } })).toMatchObject({
      rememberedUntil: null,
      pinHash: null,
    });
  });

  it("asks whoever is signed out to sign in", async () => {
    const one = await first();
    expect(await refusalOf(anyone().join.accept(acceptance(one, { account: { how: "session" } })))).toEqual([
      "SIGNED_OUT",
      null,
    ]);
  });
});

describe("joining in the room", () => {
  const show = (one: Invited) =>
    world.as("therapist").invitations.room({ practiceId: world.practiceId, invitationId: one.invitationId });
  const stateOf = async (one: Invited) =>
    (
      await world
        .as("therapist")
        .invitations.roomState({ practiceId: world.practiceId, invitationId: one.invitationId })
    ).state;

  it("opens by the digits, once, and the therapist's screen follows", async () => {
    const one = await first();
    const { code } = await show(one);
    expect(await stateOf(one)).toBe("waiting");
    const opened = await anyone().join.code({ code: `${code.slice(0, 3)} ${code.slice(3)}` });
    if (opened.state !== "open") throw new Error(opened.state);
    expect(opened.email).toBeNull();
    expect(await stateOf(one)).toBe("opened");
    expect(await anyone().join.code({ code })).toEqual({ state: "unknown" });
    await anyone().join.accept(acceptance({ ...one, token: opened.token }));
    expect(await stateOf(one)).toBe("joined");
  });

  it("opens by the picture, once; new digits make the old ones worthless; none are stored", async () => {
    const one = await first();
    const [old, fresh] = [await show(one), await show(one)];
    const tokenIn = (link: string) => new URL(link).hash.slice(1);
    expect(await anyone().join.open({ token: tokenIn(old.link) })).toEqual({ state: "unknown" });
    expect(await anyone().join.code({ code: old.code })).toEqual({ state: "unknown" });
    const row = await owner.invitation.findFirstOrThrow({ where: { id: one.invitationId } });
    expect(Buffer.from(row.roomHash ?? []).toString("latin1")).not.toContain(fresh.code);
    expect(await anyone().join.open({ token: tokenIn(fresh.link) })).toMatchObject({ state: "open" });
    expect(await anyone().join.open({ token: tokenIn(fresh.link) })).toEqual({ state: "unknown" });
    expect(await anyone().join.accept(acceptance({ ...one, token: tokenIn(fresh.link) }))).toEqual({
      state: "unknown",
    });
  });

  it("runs out after ten minutes", async () => {
    const one = await first();
    const { code, link } = await show(one);
    await owner.invitation.updateMany({
      where: { id: one.invitationId },
      data: { roomExpiresAt: new Date(Date.now() - 1) },
    });
    expect(await anyone().join.code({ code })).toEqual({ state: "unknown" });
    expect(await anyone().join.open({ token: new URL(link).hash.slice(1) })).toEqual({ state: "unknown" });
    expect(await stateOf(one)).toBe("over");
  });

  it("stops a browser that guesses, before the right digits help it", async () => {
    const one = await first();
    const { code } = await show(one);
    const guesser = anyone(null, "a browser that guesses");
    const guesses = ["000001", "000002", "000003", "000004", "000005"].filter((guess) => guess !== code);
    for (const guess of guesses) await guesser.join.code({ code: guess }).catch(() => undefined);
    expect(await refusalOf(guesser.join.code({ code }))).toEqual(["TOO_MANY", null]);
    expect(await anyone(null, "another browser").join.code({ code })).toMatchObject({ state: "open" });
  });

  it("proves no mailbox: the address is asked first, and mail comes only once it is confirmed", async () => {
    const one = await first();
    const name = { practiceId: world.practiceId, id: one.invitationId };
    const answer = await anyone().join.accept(acceptance({ ...one, token: seatToken(name, 1) }));
    const stored = () => owner.personPrivate.findFirstOrThrow({ where: { personId: one.personId } });
    expect(await stored()).toMatchObject({ contactEmail: null, pendingEmail: one.email });
    expect(await owner.reminder.count({ where: { personId: one.personId, kind: "ADDRESS_PROOF" } })).toBe(1);
    const me = createCaller({ secret: await enter(answer.state === "joined" ? answer.ticket : null), device: "test" });
    expect(await me.joining.about({ coupleId: one.coupleId })).toMatchObject({ pendingEmail: one.email });
    const wrong = addressProofToken(world.practiceId, one.personId, "else@joining.example");
    expect(await me.join.confirmAddress({ token: wrong })).toEqual({ state: "unknown" });
    const token = addressProofToken(world.practiceId, one.personId, one.email);
    expect(await anyone().join.confirmAddress({ token })).toEqual({ state: "signIn" });
    expect(await stored()).toMatchObject({ contactEmail: null, pendingEmail: one.email });
    expect(await me.join.confirmAddress({ token })).toEqual({ state: "confirmed" });
    expect(await anyone().join.confirmAddress({ token })).toEqual({ state: "confirmed" });
    expect(await stored()).toMatchObject({ contactEmail: one.email, pendingEmail: null });
  });

  it("takes a sign-in address that nothing of the login is mailed to, until its owner says that it is theirs", async () => {
    const one = await first();
    const token = seatToken({ practiceId: world.practiceId, id: one.invitationId }, 1);
    const answer = await anyone().join.accept(acceptance({ ...one, token }));
    const me = createCaller({ secret: await enter(answer.state === "joined" ? answer.ticket : null), device: "test" });
    await me.account.changePassword({ password: `${password} again` });
    for (const kind of ["SIGN_IN", "RESET"] as const) await anyone().session.requestLetter({ kind, email: one.email });
    await anyone().signUp.begin({ email: one.email, password });
    const letters = () => owner.letter.findMany({ where: { email: one.email } });
    expect((await letters()).length).toBeGreaterThanOrEqual(5);
    expect((await letters()).filter((letter) => letter.state !== "SKIPPED")).toEqual([]);
    // It is asked again instead, once an hour at most.
    const asked = { personId: one.personId, kind: "ADDRESS_PROOF" as const };
    expect(await owner.reminder.count({ where: asked })).toBe(2);
    // The password that was chosen in the room goes on working.
    const step = await anyone().session.signIn({ email: one.email, password: `${password} again` });
    expect(step.step).toBe("done");
    await me.join.confirmAddress({ token: addressProofToken(world.practiceId, one.personId, one.email) });
    await anyone().session.requestLetter({ kind: "RESET", email: one.email });
    expect((await letters()).filter((letter) => letter.state === "OWED").map((letter) => letter.kind)).toEqual([
      "RESET",
    ]);
  });

  it("is no worry for whoever came by the link in their own mailbox: it has proven the address", async () => {
    const one = await first();
    await anyone().join.accept(acceptance(one));
    await anyone().session.requestLetter({ kind: "SIGN_IN", email: one.email });
    expect(await owner.letter.count({ where: { email: one.email, state: "OWED" } })).toBe(1);
    const other = await first();
    const typed = `else-${other.email}`;
    await anyone().join.accept(acceptance(other, { account: { how: "new", email: typed, password } }));
    await anyone().session.requestLetter({ kind: "SIGN_IN", email: typed });
    expect(await owner.letter.count({ where: { email: typed, state: "OWED" } })).toBe(0);
  });
});

describe("what the first partner sees", () => {
  it("does not change when the other is invited, invited again, opens the invitation or is taken back", async () => {
    const [one, two] = await invited(["Ana", "Ben"]);
    if (!one || !two) throw new Error("nobody invited");
    const joined = await anyone().join.accept(acceptance(one));
    const me = createCaller({ secret: await enter(joined.state === "joined" ? joined.ticket : null), device: "test" });
    const pages = async () => {
      const at = { coupleId: one.coupleId };
      const all = [
        await me.homework.today(at),
        await me.checkIns.us(at),
        await me.pulse.page(at),
        await me.reminders.me(at),
        await me.joining.about(at),
      ];
      return JSON.stringify(all);
    };
    const before = await pages();
    expect(before).not.toContain("Ben");
    const at = { practiceId: world.practiceId, invitationId: two.invitationId };
    const steps = [
      () => anyone().join.open({ token: two.token }),
      () => world.as("therapist").invitations.sendAgain({ ...at, email: address() }),
      () => world.as("therapist").invitations.room(at),
      () => world.as("therapist").invitations.revoke(at),
    ];
    for (const step of steps) {
      await step();
      expect(await pages()).toBe(before);
    }
    expect(await owner.reminder.count({ where: { personId: one.personId, kind: { not: "INVITATION" } } })).toBe(0);
  });
});

describe("joining the staff", () => {
  it("gives the roles that the owner chose, and asks nothing of a partner", async () => {
    const email = address();
    const personId = crypto.randomUUID();
    const practiceId = world.practiceId;
    const fields = { name: "Lou", email, locale: "en" as const, roles: ["THERAPIST" as const, "COORDINATOR" as const] };
    await world.as("owner").invitations.inviteStaff({ practiceId, clientId: personId, ...fields });
    const row = await owner.invitation.findFirstOrThrow({ where: { personId } });
    const token = invitationToken({ practiceId, id: row.id }, 1);
    expect(await anyone().join.open({ token })).toMatchObject({ state: "open", kind: "staff", policy: null });
    const one = { coupleId: "", invitationId: row.id, personId, email, token };
    const answer = await anyone().join.accept(acceptance(one, { partner: null, pronouns: "" }));
    expect(answer).toMatchObject({ state: "joined", next: `/practice/${practiceId}` });
    const roles = await owner.staffRole.findMany({ where: { personId } });
    expect(roles.map((role) => role.role).sort()).toEqual(["COORDINATOR", "THERAPIST"]);
    expect((await owner.membership.findFirstOrThrow({ where: { personId } })).staff).toBe(true);
  });
});

describe("about me", () => {
  it("changes what I said and keeps what I accepted", async () => {
    const one = await first();
    const joined = await anyone().join.accept(acceptance(one));
    const me = createCaller({ secret: await enter(joined.state === "joined" ? joined.ticket : null), device: "test" });
    const at = { coupleId: one.coupleId };
    const before = await me.joining.about(at);
    await me.joining.saveAbout({ ...at, name: "Sky B", pronouns: "", country: "CA", region: "", safeContact: "" });
    expect(await me.joining.about(at)).toEqual({
      ...before,
      name: "Sky B",
      pronouns: "",
      country: "CA",
      region: "",
      safeContact: "",
    });
    const fault = me.joining.saveAbout({
      ...at,
      name: "Sky",
      pronouns: "",
      country: "US",
      region: "",
      safeContact: "",
    });
    await expect(fault).rejects.toMatchObject({ code: "BAD_REQUEST" });
  });
});
