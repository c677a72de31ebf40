import { z } from "zod";
import { emailAddress, factorCode, newPassword, pin } from "../sessions/schema";

/** `account.page`: how one signs in, and where one is signed in. */
export const accountPage = z.object({
  /** The instant of which all this is told. */
  at: z.date(),
  /** Null when whoever reads the mailbox has taken the address for a login of their own. */
  email: z.string().nullable(),
  /** Whoever reads that mailbox says that this login is not theirs. */
  emailDisowned: z.boolean(),
  /** More than the mailbox was proven within the last ten minutes: changes are open. */
  fresh: z.boolean(),
  strong: z.boolean(),
  /** Holds a staff role somewhere: idle sessions end, and a PIN is not offered. */
  staff: z.boolean(),
  /** A practice of theirs asks staff for a second factor. */
  twoFactorRequired: z.boolean(),
  twoFactor: z.boolean(),
  password: z.object({ set: z.boolean(), proven: z.boolean(), changedAt: z.date().nullable() }),
  totp: z.boolean(),
  recoveryCodesLeft: z.number(),
  passkeys: z.array(
    z.object({
      passkeyId: z.uuid(),
      name: z.string(),
      createdAt: z.date(),
      lastUsedAt: z.date().nullable(),
      synced: z.boolean(),
    }),
  ),
  device: z.object({ remembered: z.boolean(), rememberedUntil: z.date().nullable(), pin: z.boolean() }),
  sessions: z.array(
    z.object({
      sessionId: z.uuid(),
      device: z.string(),
      current: z.boolean(),
      createdAt: z.date(),
      lastSeenAt: z.date(),
    }),
  ),
});
export type AccountPage = z.infer<typeof accountPage>;

export const changePasswordFields = z.object({ password: newPassword });
export const changeAddressFields = z.object({ email: emailAddress });
export const confirmTotpFields = z.object({ challenge: z.string().max(200), code: factorCode });
export const addPasskeyFields = z.object({
  challenge: z.string().max(200),
  response: z.record(z.string(), z.unknown()),
  name: z.string().trim().min(1, "enterName").max(60, "tooLong"),
});
export const passkeyName = z.object({
  passkeyId: z.uuid(),
  name: z.string().trim().min(1, "enterName").max(60, "tooLong"),
});
export const pinFields = z.object({ pin });

/** A second factor is set up: a ticket for the session that has it, and recovery codes, shown this once. */
export const factorAdded = z.object({ ticket: z.string(), recoveryCodes: z.array(z.string()) });
