import { v4 as uuidv4, v7 as uuidv7 } from "uuid";
import { currentConsent } from "@/content/consent";
import { renewRecoveryCodes } from "@/server/auth/second-factor";
import { beginAsStaff } from "@/server/auth/staff";
import { issueTicket } from "@/server/auth/tickets";
import { isTaken, makeLogin, proveAddress } from "@/server/auth/users";
import { now } from "@/server/clock";
import { sealBytes } from "@/server/crypto";
import { systemClient } from "@/server/db/clients";
import { loadPracticeKey, makePersonKey, practiceKey } from "@/server/db/keys";
import type { Tx } from "@/server/db/with-actor";
import { AppError, fromDatabase } from "@/server/errors";
import type { Context } from "@/server/trpc/context";
import { mailboxMark } from "../../invitations/links";
import { contactOf } from "../policy";
import { acceptedBy, type Invited, invitedBy, safeContactPlace, stateOf } from "../queries";
import type { Acceptance, Accepted, PartnerFields } from "../schema";
import { type JoiningLogin, joiningLogin } from "./login";

interface Joining {
  row: Invited;
  cameBy: "mail" | "seat";
  input: Acceptance;
  login: JoiningLogin;
  at: Date;
  /** The person's new key, plain and wrapped. */
  key: ReturnType<typeof makePersonKey>;
}

/** Locks the invitation if it is still open as it was read. Of two at once, the second waits and finds it used. */
async function lockOpen(tx: Tx, { row, at }: Joining): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM invitation WHERE practice_id = ${row.practiceId}::uuid AND id = ${row.id}::uuid AND accepted_at IS NULL
      AND revoked_at IS NULL AND expires_at > ${at}::timestamptz AND generation = ${row.generation} FOR UPDATE`;
  return rows.length === 1;
}

/** Of a couple's two, one joins after the other. */
async function takeTurn(tx: Tx, { row: { coupleId } }: Joining): Promise<void> {
  if (!coupleId) return;
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`joining ${coupleId}`}, 0))::text`;
}

/**
 * The marks of the mailboxes that are this partner's from now on: that of the invitation, and that of the login.
 * @throws AppError INVALID beside the address when the other partner has joined with the same one
 */
async function ownMailboxes(tx: Tx, { row, login }: Joining): Promise<string[]> {
  const { practiceId, coupleId, personId } = row;
  if (!coupleId) return [];
  const mine = mailboxMark(coupleId, login.email);
  const where = { practiceId, coupleId, personId: { not: personId }, mailboxes: { has: mine } };
  if (await tx.invitation.findFirst({ where, select: { id: true } }))
    throw new AppError("INVALID", { fields: { email: "sharedAddress" } });
  return [mine, ...(row.email ? [mailboxMark(coupleId, row.email)] : [])];
}

/** Ties the login to the person, once: nobody is two people of one practice. @throws AppError ALREADY_MEMBER; INVALID */
async function bind(tx: Tx, joining: Joining): Promise<void> {
  const { row, input, login, at } = joining;
  await takeTurn(tx, joining);
  const { practiceId, personId } = row;
  const { userId } = login;
  if (await tx.membership.findFirst({ where: { userId, practiceId } })) throw new AppError("ALREADY_MEMBER");
  const mailboxes = await ownMailboxes(tx, joining);
  const bound = await tx.person.updateMany({
    where: { practiceId, id: personId, userId: null, endedAt: null },
    data: { userId, displayName: input.name, pronouns: input.pronouns || null },
  });
  if (bound.count !== 1) throw new AppError("CONFLICT");
  await tx.membership.createMany({ data: [{ userId, practiceId, personId, staff: row.coupleId === null }] });
  await tx.invitation.updateMany({
    where: { practiceId, id: row.id },
    data: { acceptedAt: at, email: null, mailboxes, roomHash: null, roomExpiresAt: null },
  });
}

/** How to reach them from now on, the key for their words, and a question to an address that is not proven. */
async function settle(tx: Tx, { row, cameBy, input, login, at, key }: Joining): Promise<void> {
  const { practiceId, personId } = row;
  const { locale, timeZone, partner } = input;
  const contact = contactOf(login.email, { email: row.email, cameBy });
  const times = partner && { reminderHour: partner.hour, quietFrom: partner.quietFrom, quietTo: partner.quietTo };
  await tx.personPrivate.updateMany({
    where: { practiceId, personId },
    data: { ...contact, locale, timeZone, ...times },
  });
  await tx.personKey.createMany({ data: [{ practiceId, personId, wrapped: key.wrapped }] });
  if (contact.contactEmail) await proveAddress(tx, login.userId, contact.contactEmail);
  if (!contact.pendingEmail) return;
  const question = { kind: "ADDRESS_PROOF" as const, subject: `${personId}:0`, dueAt: at, createdAt: at };
  await tx.reminder.createMany({ data: [{ practiceId, id: uuidv7(), personId, ...question }] });
}

function sealedContact({ row, key }: Joining, coupleId: string, words: string) {
  const place = { ...safeContactPlace(coupleId), practiceId: row.practiceId };
  return words ? sealBytes(key.key, Buffer.from(words, "utf8"), place) : null;
}

/** A partner's place in the couple, and what they said and accepted. */
async function takePlace(tx: Tx, joining: Joining, coupleId: string, said: PartnerFields): Promise<void> {
  const { row, at } = joining;
  const { practiceId, personId } = row;
  await tx.couplePartner.updateMany({
    where: { practiceId, coupleId, personId, joinedAt: null },
    data: { joinedAt: at },
  });
  const accepted = {
    adultAt: at,
    consentVersion: said.consentVersion,
    consentAt: at,
    secretsPolicy: said.policy,
    secretsAt: at,
  };
  const place = { country: said.country, region: said.country === "US" ? said.region : null };
  const safeContact = sealedContact(joining, coupleId, said.safeContact);
  await tx.intake.createMany({
    data: [{ practiceId, coupleId, personId, ...place, ...accepted, safeContact, updatedAt: at }],
  });
}

/** The roles that somebody was invited to, at an instant that those who count seats can see. */
async function giveRoles(tx: Tx, { row: { practiceId, personId, roles }, at }: Joining): Promise<void> {
  await tx.$queryRaw`SELECT set_config('app.now', ${at.toISOString()}, true)`;
  await tx.staffRole.createMany({ data: roles.map((role) => ({ practiceId, personId, role })) });
}

/** Everything that joining changes, in one transaction of the system role. @returns whether the invitation was still open */
async function join(joining: Joining): Promise<boolean> {
  const { row, input, at } = joining;
  const { practiceId, personId, coupleId } = row;
  return systemClient().$transaction(async (tx) => {
    if (!(await lockOpen(tx, joining))) return false;
    if (joining.login.toMake) await makeLogin(tx, joining.login.toMake);
    await bind(tx, joining);
    await settle(tx, joining);
    if (coupleId && input.partner) await takePlace(tx, joining, coupleId, input.partner);
    else {
      await giveRoles(tx, joining);
      await beginAsStaff(tx, joining.login.userId, at);
    }
    const procedure = "join.accept";
    const category = "ACCESS_CHANGE";
    await tx.audit.createMany({
      data: [{ practiceId, id: uuidv4(), at, personId, coupleId, procedure, category, outcome: "ALLOWED" }],
    });
    return true;
  });
}

/** What a partner must have said, and to what. @throws AppError INVALID; CHANGED_MEANWHILE when the text or policy is another by now */
function ensureAgreed(row: Invited, { partner }: Acceptance): void {
  if ((row.coupleId !== null) !== (partner !== null)) throw new AppError("INVALID");
  if (!partner) return;
  if (partner.consentVersion !== currentConsent.version || partner.policy !== row.policy)
    throw new AppError("CHANGED_MEANWHILE");
}

/** Where it goes on. A login that was made just now is signed in; one that only a passkey opens gets its recovery codes. */
async function answer({ coupleId, practiceId }: Invited, { userId, toMake, live }: JoiningLogin): Promise<Accepted> {
  const next = coupleId ? `/couple/${coupleId}` : `/practice/${practiceId}`;
  const base = { state: "joined" as const, next, mustSignIn: !toMake && !live };
  if (!toMake) return { ...base, ticket: null, recoveryCodes: [] };
  const byPasskey = "passkey" in toMake.opensWith;
  return {
    ...base,
    ticket: await issueTicket({ userId, proof: byPasskey ? "PASSKEY" : "PASSWORD", twoFactor: byPasskey }),
    recoveryCodes: byPasskey ? await renewRecoveryCodes(userId) : [],
  };
}

/** The answer to somebody who sends again what has brought them in already; everyone else finds the invitation used. */
async function answerAgain(context: Context, input: Acceptance, row: Invited): Promise<Accepted> {
  const login = await joiningLogin(context, input, row, false).catch((error: unknown) => {
    if (error instanceof AppError && error.code !== "TOO_MANY") return null;
    throw error;
  });
  return login && (await acceptedBy(login.userId, row)) ? answer(row, login) : { state: "accepted" };
}

/**
 * Accepts an invitation: binds a login to the invited person and stores what they said; a new login comes to be with it or
 * not at all. The same person sending again gets the same answer; anyone else finds it used. Never for one that is revoked,
 * expired or used: its row is locked.
 * @throws AppError INVALID beside its field, SIGNED_OUT, TOO_MANY, ALREADY_MEMBER, CHANGED_MEANWHILE; EXPIRED or WRONG_CODE
 *   for a passkey's answer
 */
export async function acceptInvitation(context: Context, input: Acceptance): Promise<Accepted> {
  const found = await invitedBy(input.token);
  if (!found || found.way === "room") return { state: "unknown" };
  const { row, way: cameBy } = found;
  const at = now();
  const state = stateOf(row, at);
  if (state === "revoked" || state === "expired") return { state };
  if (state === "accepted") return answerAgain(context, input, row);
  ensureAgreed(row, input);
  const login = await joiningLogin(context, input, row, true);
  await loadPracticeKey(row.practiceId);
  const key = makePersonKey(practiceKey(row.practiceId), row.practiceId, row.personId);
  try {
    if (await join({ row, cameBy, input, login, at, key })) return answer(row, login);
  } catch (error) {
    if (isTaken(error)) throw new AppError("INVALID", { fields: { email: "hasLogin" } });
    // Two invitations of one practice, accepted by one login at once: the second meets the first one's key.
    if (fromDatabase(error)?.code === "CONFLICT") throw new AppError("ALREADY_MEMBER");
    throw error;
  }
  return (await invitedBy(input.token)) ? answerAgain(context, input, row) : { state: "unknown" };
}
