import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/server";
import { z } from "zod";

const emailText = z.string().trim().min(1, "enterEmail").max(254, "tooLong");
const secret = z.string().min(1).max(200);

/** A mail address that can be written to. */
export const emailAddress = emailText.pipe(z.email("notAnEmail"));

/**
 * Whether an idle session may only lock on this device, for a partner. Where nothing is said the device stays as it is: who
 * signs in once more by mail keeps their PIN. False ends the short way back.
 */
export const remember = z.boolean().optional();

/** A new password; how good it is, the server judges beside it (`passwordFault`). */
export const newPassword = z.string().min(10, "passwordShort").max(256, "tooLong");

/** The sign-in form. Lengths are bounded so that hashing is. */
export const signInFields = z.object({
  email: emailText,
  password: z.string().min(1, "enterPassword").max(256, "tooLong"),
  remember,
});
export type SignInFields = z.input<typeof signInFields>;

/** What signing in leads to: a ticket for a session, or the question for the second factor. */
export const signInStep = z.discriminatedUnion("step", [
  z.object({ step: z.literal("done"), ticket: z.string() }),
  z.object({ step: z.literal("secondFactor"), challenge: z.string() }),
]);
export type SignInStep = z.infer<typeof signInStep>;

/** A code of the authenticator app, or a recovery code. */
export const factorCode = z.string().trim().min(6, "enterCode").max(20, "enterCode");
export const secondFactorFields = z.object({ challenge: secret, code: factorCode });

export const letterRequest = z.object({ kind: z.enum(["SIGN_IN", "RESET"]), email: emailAddress });

/** The six digits of a letter, as people type them. */
export const sixDigits = z
  .string()
  .trim()
  .regex(/^\d{3}[\s-]?\d{3}$/, "enterCode");

/** A letter's link, or its digits in the browser that asked for it. */
export const letterProof = z.union([z.object({ token: secret }), z.object({ email: emailAddress, code: sixDigits })]);
export const letterSignIn = z.object({ proof: letterProof, remember });
export const resetFields = z.object({ proof: letterProof, password: newPassword });

/** What a letter's page shows before anything is used up. */
export const shownLetter = z.object({
  state: z.enum(["open", "used", "expired", "unknown"]),
  email: z.string().nullable(),
  sameBrowser: z.boolean(),
});

/** Six digits that are neither one repeated nor a row. */
export const pin = z
  .string()
  .regex(/^\d{6}$/, "pinDigits")
  .refine((value) => !/^(\d)\1+$/.test(value) && !"0123456789876543210".includes(value), "pinSimple");

/** What a browser's authenticator is asked: as @simplewebauthn made it. */
export const passkeyQuestion = z.object({
  challenge: z.string(),
  options: z.custom<PublicKeyCredentialRequestOptionsJSON>(),
});
export const newPasskeyQuestion = z.object({
  challenge: z.string(),
  options: z.custom<PublicKeyCredentialCreationOptionsJSON>(),
});

/** An answer of the browser's authenticator; @simplewebauthn looks into it. */
export const authenticatorAnswer = z.object({ challenge: secret, response: z.record(z.string(), z.unknown()) });

/** The ways in which whoever sits here can prove more than the mailbox. */
export const unlockWays = z.object({
  /** The login, shortened so that a bystander learns little; null where nobody is known. */
  email: z.string().nullable(),
  /** A session is live; else only a remembered device is. */
  live: z.boolean(),
  /** The session has proven more than the mailbox already. */
  strong: z.boolean(),
  password: z.boolean(),
  pin: z.boolean(),
  passkey: z.boolean(),
  /** A code of the authenticator app, or a recovery code. */
  code: z.boolean(),
  /** There is such an app. */
  app: z.boolean(),
  /** A code from one's therapist, given in person. */
  recovery: z.boolean(),
});
export type UnlockWays = z.infer<typeof unlockWays>;

/** How one proves more than the mailbox. */
export const unlockProof = z.discriminatedUnion("by", [
  z.object({ by: z.literal("password"), password: z.string().min(1, "enterPassword").max(256, "tooLong") }),
  z.object({ by: z.literal("pin"), pin: z.string().regex(/^\d{6}$/, "pinDigits") }),
  z.object({ by: z.literal("passkey"), answer: authenticatorAnswer }),
  z.object({ by: z.literal("code"), code: factorCode }),
  z.object({ by: z.literal("recovery"), code: z.string().trim().min(8, "enterCode").max(12, "enterCode") }),
]);
export type UnlockProof = z.infer<typeof unlockProof>;

/** How long a session still lasts, in milliseconds: without a gesture, and whatever happens. */
export const sessionTimeLeft = z.object({ idle: z.number(), absolute: z.number() });
export type SessionTimeLeft = z.infer<typeof sessionTimeLeft>;
