import { z } from "zod";
import { countries } from "@/content/countries";
import { usStates } from "@/content/us-states";
import { locales } from "@/messages/locales";
import { emailAddress, personName, secretsPolicy } from "../people/schema";
import { hours, knownZone } from "../reminders/schema";
import { authenticatorAnswer } from "../sessions/schema";

export const joinToken = z.string().min(1).max(200);

/** Six digits, however they were grouped. */
export const typedCode = z
  .string()
  .transform((text) => text.replace(/[\s-]/g, ""))
  .pipe(z.string().regex(/^\d{6}$/, "sixDigits"));

const over = z.object({ state: z.enum(["accepted", "revoked", "expired", "unknown"]) });

/** `join.open`, `join.code`: who invites whom, and to what. What is over says no more than that. */
export const openedInvitation = z.discriminatedUnion("state", [
  z.object({
    state: z.literal("open"),
    /** Goes on from here, also after a reload: the one from the room is used up. */
    token: joinToken,
    kind: z.enum(["partner", "staff"]),
    practiceName: z.string(),
    name: z.string(),
    /** The address that the mail went to; null in the room. */
    email: z.string().nullable(),
    locale: z.enum(locales),
    timeZone: z.string(),
    country: z.string(),
    policy: secretsPolicy.nullable(),
    /** The address of the login that this browser is signed in with. */
    signedInAs: z.string().nullable(),
  }),
  over,
]);
export type OpenedInvitation = z.infer<typeof openedInvitation>;
export type OpenInvitation = Extract<OpenedInvitation, { state: "open" }>;
export type OverState = z.infer<typeof over>["state"];

/** A login to be made; its password is judged on the server. */
export const newLogin = z.object({
  email: emailAddress,
  password: z.string().min(1, "enterPassword").max(256, "tooLong"),
});
export type NewLogin = z.infer<typeof newLogin>;

/** `join.check`: without a password where a passkey will open it. */
export const loginCheck = newLogin.extend({ token: joinToken, password: newLogin.shape.password.nullable() });

/** Whose login it will be: a new one with a password or a passkey, or the one that this browser is signed in with. */
export const joinAccount = z.discriminatedUnion("how", [
  newLogin.extend({ how: z.literal("new") }),
  authenticatorAnswer.extend({ how: z.literal("passkey"), email: emailAddress, device: z.string().trim().max(60) }),
  z.object({ how: z.literal("session") }),
]);
export type JoinAccount = z.infer<typeof joinAccount>;

const pronouns = z.string().trim().max(40, "tooLong");

/** Where somebody is when they use this: for the therapist's licence. */
export const place = z
  .object({
    country: z.string().refine((code) => countries.includes(code), "chooseCountry"),
    region: z.string().max(8),
  })
  .refine(({ country, region }) => country !== "US" || region in usStates, {
    path: ["region"],
    message: "chooseState",
  });
export const safeContact = z.string().trim().max(1_000, "tooLong");

/** What a partner says of themselves, and may change later. */
export const aboutFields = z.object({ name: personName, pronouns, safeContact }).and(place);
export type AboutFields = z.infer<typeof aboutFields>;

/** What a partner says on joining. */
export const partnerFields = z
  .object({
    adult: z.literal(true, "mustBeAdult"),
    safeContact,
    hour: hours,
    quietFrom: hours.nullable(),
    quietTo: hours.nullable(),
    consentVersion: z.string().max(20),
    /** The couple's policy as it was shown. */
    policy: secretsPolicy,
  })
  .and(place);
export type PartnerFields = z.infer<typeof partnerFields>;

/** `join.accept`. */
export const acceptance = z.object({
  token: joinToken,
  account: joinAccount,
  name: personName,
  pronouns,
  locale: z.enum(locales),
  timeZone: z.string().max(64).refine(knownZone, "unknownZone"),
  partner: partnerFields.nullable(),
});
export type Acceptance = z.infer<typeof acceptance>;

/** What came of it: where to go, and a ticket that signs in; null where somebody is signed in, or has to sign in first. */
export const accepted = z.discriminatedUnion("state", [
  z.object({
    state: z.literal("joined"),
    ticket: z.string().nullable(),
    next: z.string(),
    mustSignIn: z.boolean(),
    /** Of a login that a passkey alone opens: ways back in, shown this once. */
    recoveryCodes: z.array(z.string()),
  }),
  over,
]);
export type Accepted = z.infer<typeof accepted>;

/** `joining.about`: what I said on joining and accepted then. */
export const about = z.object({
  name: z.string(),
  pronouns: z.string(),
  country: z.string(),
  region: z.string(),
  safeContact: z.string(),
  /** The session shows no more than the mailbox: the words of safe contact stay closed until more is proven. */
  locked: z.boolean(),
  policy: secretsPolicy,
  consentVersion: z.string(),
  acceptedAt: z.date(),
  /** An address that waits to be confirmed. */
  pendingEmail: z.string().nullable(),
  /** The question did not reach it. */
  pendingReturned: z.boolean(),
});
export type About = z.infer<typeof about>;

/** `joining.contacts`: how each partner wants to be reached, for the couple's clinicians. */
export const contacts = z.object({
  partners: z.array(
    z.object({
      personId: z.uuid(),
      name: z.string(),
      pronouns: z.string().nullable(),
      country: z.string().nullable(),
      region: z.string().nullable(),
      safeContact: z.string().nullable(),
      updatedAt: z.date().nullable(),
    }),
  ),
});
export type Contacts = z.infer<typeof contacts>;

/** `join.confirmAddress`: done; done by starting the login over; to be confirmed where the login is signed in; or no such link. */
export const addressAnswer = z.enum(["confirmed", "startedOver", "signIn", "unknown"]);
export type AddressAnswer = z.infer<typeof addressAnswer>;

/** Eight digits that somebody was given in person. */
export const givenDigits = z
  .string()
  .transform((text) => text.replace(/\D/g, ""))
  .pipe(z.string().length(8, "enterCode"));
