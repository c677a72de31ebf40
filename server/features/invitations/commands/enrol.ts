import { v4 as uuidv4, v7 as uuidv7 } from "uuid";
import { civilDate, toColumn } from "@/server/clock";
import type { Tx } from "@/server/db/with-actor";
import { AppError } from "@/server/errors";
import type { Member } from "@/server/trpc/ladder";
import { ensureMayAddTherapist, ensureMayEnrol as ensureMayBegin } from "../../billing/queries";
import { couplePeople } from "../../people/queries";
import { invitationEnd } from "../policy";
import { coupleInvitations, enrolsForOthers, ensureMayEnrol, ensureOwnMailbox, therapistsOf } from "../queries";
import type { CoupleInvitations, Invitee, NewCouple, NewPartner, NewStaff } from "../schema";
import { ensureMailsLeft, oweInvitation } from "./send";

const morning = 9;

/** @throws AppError NOT_FOUND for somebody who is no therapist here; LICENCE_NEEDED without a verified, current licence */
async function ensureLicensed(tx: Tx, actor: Member, therapistId: string): Promise<void> {
  const therapist = (await therapistsOf(tx, actor)).find((one) => one.personId === therapistId);
  if (!therapist) throw new AppError("NOT_FOUND");
  if (!therapist.licensed) throw new AppError("LICENCE_NEEDED");
}

interface Newcomer {
  personId: string;
  invitationId: string;
  name: string;
  email: string | null;
  locale: "en" | "es";
}

const newcomer = (one: Invitee, personId: string = uuidv7()): Newcomer => ({
  personId,
  invitationId: uuidv4(),
  name: one.name,
  email: one.by === "mail" ? one.email.trim() : null,
  locale: one.locale,
});

/** People without a login yet, with the language that their mail is written in. */
async function addPeople(tx: Tx, { practiceId, at, timeZone }: Member, people: Newcomer[]): Promise<void> {
  await tx.person.createMany({
    data: people.map(({ personId: id, name: displayName }) => ({ practiceId, id, displayName, createdAt: at })),
  });
  await tx.personPrivate.createMany({
    data: people.map(({ personId, locale }) => ({ practiceId, personId, locale, timeZone, reminderHour: morning })),
  });
}

/** Their invitations, and the mails of those who have an address. */
async function invite(
  tx: Tx,
  actor: Member,
  people: Newcomer[],
  aim: { coupleId: string } | { roles: NewStaff["roles"] },
): Promise<void> {
  const { practiceId, personId: createdById, at } = actor;
  const given = "roles" in aim ? { roles: aim.roles } : { coupleId: aim.coupleId, roles: [] };
  await tx.invitation.createMany({
    data: people.map(({ invitationId: id, personId, email }) => ({
      practiceId,
      id,
      personId,
      ...given,
      email,
      sends: email ? 1 : 0,
      createdById,
      createdAt: at,
      sentAt: at,
      expiresAt: invitationEnd(at),
    })),
  });
  for (const { invitationId, personId, email } of people)
    if (email) await oweInvitation(tx, actor, { invitationId, personId, send: 1 });
}

/**
 * Enrols a couple: its people, their places, its first clinician, and an invitation for each. Sending the same form again
 * enrols nobody twice.
 * @throws AppError LICENCE_NEEDED; PLAN_NEEDED; NOT_FOUND for a therapist who is not theirs to choose; INVITATIONS_SPENT
 */
export async function inviteCouple(tx: Tx, actor: Member, input: NewCouple): Promise<CoupleInvitations> {
  const { practiceId, personId: createdById, at } = actor;
  const { clientId: coupleId, personId: primaryId, policy: secretsPolicy } = input;
  const where = { practiceId, id: coupleId, createdById };
  if (await tx.couple.findFirst({ where, select: { id: true } })) return coupleInvitations(tx, actor, coupleId);
  if (primaryId !== createdById && !enrolsForOthers(actor)) throw new AppError("NOT_FOUND");
  await ensureLicensed(tx, actor, primaryId);
  await ensureMayBegin(tx, actor);
  const people = input.partners.map((one) => newcomer(one));
  await ensureMailsLeft(tx, actor, people.filter((one) => one.email).length);
  await addPeople(tx, actor, people);
  const startedOn = toColumn(civilDate(at, actor.timeZone));
  const couple = { practiceId, id: coupleId, state: "ACTIVE" as const, startedOn, createdAt: at, createdById };
  await tx.couple.createMany({ data: [{ ...couple, secretsPolicy }] });
  await tx.couplePartner.createMany({
    data: people.map(({ personId }, index) => ({ practiceId, coupleId, personId, position: index + 1 })),
  });
  await tx.coupleClinician.createMany({
    data: [{ practiceId, coupleId, personId: primaryId, role: "PRIMARY", startsAt: at, addedById: createdById }],
  });
  await invite(tx, actor, people, { coupleId });
  return coupleInvitations(tx, actor, coupleId);
}

/**
 * Adds the second partner of a couple that has one.
 * @throws AppError NOT_FOUND; CLOSED when the couple has ended or both places are taken; CLINICIAN_NEEDED; LICENCE_NEEDED;
 *   INVALID with the field when the address is the other's
 */
export async function addPartner(tx: Tx, actor: Member, input: NewPartner): Promise<CoupleInvitations> {
  const { coupleId, clientId, partner } = input;
  const { practiceId } = actor;
  const [couple] = await couplePeople(tx, actor, [coupleId]);
  if (!couple) throw new AppError("NOT_FOUND");
  const [present] = couple.partners;
  if (couple.partners.some((one) => one.personId === clientId)) return coupleInvitations(tx, actor, coupleId);
  if (couple.state === "ENDED" || couple.partners.length > 1) throw new AppError("CLOSED");
  await ensureMayEnrol(tx, actor, coupleId);
  const primary = couple.clinicians.find((one) => one.role === "PRIMARY");
  await ensureLicensed(tx, actor, primary?.personId ?? "");
  await ensureOwnMailbox(tx, actor, { coupleId, email: partner.by === "mail" ? partner.email : null, personId: null });
  const person = newcomer(partner, clientId);
  await ensureMailsLeft(tx, actor, person.email ? 1 : 0);
  await addPeople(tx, actor, [person]);
  const position = present?.position === 1 ? 2 : 1;
  await tx.couplePartner.createMany({ data: [{ practiceId, coupleId, personId: person.personId, position }] });
  await invite(tx, actor, [person], { coupleId });
  return coupleInvitations(tx, actor, coupleId);
}

/**
 * Invites somebody onto the staff. Sending the same form again invites nobody twice.
 * @throws AppError PLAN_NEEDED for one more therapist than the plan has; INVITATIONS_SPENT
 */
export async function inviteStaff(tx: Tx, actor: Member, input: NewStaff): Promise<void> {
  const { clientId: personId, name, email, locale, roles } = input;
  const where = { practiceId: actor.practiceId, id: personId };
  if (await tx.person.findFirst({ where, select: { id: true } })) return;
  if (roles.includes("THERAPIST")) await ensureMayAddTherapist(tx, actor);
  await ensureMailsLeft(tx, actor, 1);
  const person: Newcomer = { personId, invitationId: uuidv4(), name, email: email.trim(), locale };
  await addPeople(tx, actor, [person]);
  await invite(tx, actor, [person], { roles: [...new Set(roles)] });
}
