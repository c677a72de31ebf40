import { usedChallenge } from "@/server/auth/challenges";
import { beginJoiningPasskey, type JoiningPasskey, takeJoiningPasskey } from "@/server/auth/passkeys";
import { passwordFault } from "@/server/auth/password-policy";
import { verifyPassword } from "@/server/auth/passwords";
import { findLogin, holderOf, type LoginToMake, loginWithPassword, signInAddress } from "@/server/auth/users";
import { now } from "@/server/clock";
import { AppError } from "@/server/errors";
import { spend, used } from "@/server/throttle";
import type { Context } from "@/server/trpc/context";
import { spendPasswordTry } from "../../sessions/commands/tries";
import { type Invited, invitedBy, liveLogin, stateOf } from "../queries";
import type { Acceptance, JoinAccount, NewLogin } from "../schema";

type PasskeyAccount = Extract<JoinAccount, { how: "passkey" }>;

/** Whose login joins. */
export interface JoiningLogin {
  userId: string;
  email: string;
  /** What it is to be made of, in the same transaction as the rest; null for one that was there before. */
  toMake: LoginToMake | null;
  /** This browser is signed in with it. */
  live: boolean;
}

/** @throws AppError INVALID with the fault beside its field */
export function ensureGoodPassword({ email, password }: NewLogin, hints: string[]): void {
  const fault = passwordFault(password, [email, ...hints]);
  if (fault) throw new AppError("INVALID", { fields: { password: fault } });
}

/**
 * Counts an address that is tried with an invitation, before it is looked at: the answer tells whether it has a login, and
 * nobody may ask for many. Trying the same one again costs nothing, so that a password, a passkey and a reload do not.
 * @throws AppError INVALID beside the address when too many were tried, the same whether this one has a login or not
 */
export async function spendAddressTry(context: Context, { id, generation }: Invited, email: string): Promise<void> {
  const key = `${id}:${generation}`;
  const same = `${key}:${signInAddress(email)}`;
  try {
    if ((await used("joinAddress.again", same)) === 0) {
      await spend("joinAddress.invitation", key);
      if (context.address) await spend("joinAddress.address", context.address);
    }
    await spend("joinAddress.again", same);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "TOO_MANY") throw error;
    throw new AppError("INVALID", { fields: { email: "tooManyAddresses" } });
  }
}

/** @throws AppError INVALID beside the address when it has a login already, or when too many were tried */
export async function ensureNewAddress(context: Context, row: Invited, email: string): Promise<void> {
  await spendAddressTry(context, row, email);
  if (await holderOf(email)) throw new AppError("INVALID", { fields: { email: "hasLogin" } });
}

/**
 * A login of that address with that very password: of somebody whose first answer got lost, or who forgot that they had
 * one. Guesses share the sign-in's one budget.
 * @throws AppError TOO_MANY; INVALID beside the address
 */
async function ownedLogin(context: Context, { email, password }: NewLogin): Promise<JoiningLogin> {
  const login = await findLogin(email);
  const settle = await spendPasswordTry(context, login?.id ?? null, email);
  const stored = login?.credentials.find((one) => one.kind === "PASSWORD")?.secret;
  const matches = await verifyPassword(stored, password);
  if (!login || !matches) throw new AppError("INVALID", { fields: { email: "hasLogin" } });
  await settle();
  return { userId: login.id, email: login.email, toMake: null, live: false };
}

/** The login that a browser is signed in with. @throws AppError SIGNED_OUT */
async function sessionLogin({ secret }: Context): Promise<JoiningLogin> {
  const live = await liveLogin(secret);
  if (!live) throw new AppError("SIGNED_OUT");
  return { ...live, toMake: null, live: true };
}

/**
 * A login that a passkey opens, and no password: to be made, or made by this very answer before.
 * @throws AppError EXPIRED for an answer that is late, used or of another invitation; WRONG_CODE for one that does not verify
 */
async function passkeyLogin(
  context: Context,
  account: PasskeyAccount,
  row: Invited,
  mayMake: boolean,
): Promise<JoiningLogin> {
  const { id } = row;
  const { challenge, response, device } = account;
  if (!mayMake) {
    const used = await usedChallenge<JoiningPasskey>("PASSKEY_JOIN", challenge);
    if (used?.invitationId !== id) throw new AppError("EXPIRED");
    return { userId: used.userId, email: used.email, toMake: null, live: false };
  }
  await ensureNewAddress(context, row, account.email);
  const { userId, email, invitationId, passkey } = await takeJoiningPasskey(challenge, response, device);
  if (invitationId !== id || email !== signInAddress(account.email)) throw new AppError("EXPIRED");
  return { userId, email, toMake: { userId, email, emailProven: false, opensWith: { passkey } }, live: false };
}

/**
 * The login that joins: the browser's own, an existing one whose password was given, or a new one that is still to be made.
 * @param mayMake false once the invitation is used: then only whoever used it gets an answer
 * @throws AppError SIGNED_OUT, INVALID beside the field, TOO_MANY, EXPIRED, WRONG_CODE
 */
export async function joiningLogin(
  context: Context,
  { account, name }: Acceptance,
  row: Invited,
  mayMake: boolean,
): Promise<JoiningLogin> {
  if (account.how === "session") return sessionLogin(context);
  if (account.how === "passkey") return passkeyLogin(context, account, row, mayMake);
  if (mayMake) await spendAddressTry(context, row, account.email);
  if (!mayMake || (await holderOf(account.email))) return ownedLogin(context, account);
  ensureGoodPassword(account, [name, row.practiceName]);
  const toMake = await loginWithPassword(account, false);
  return { userId: toMake.userId, email: toMake.email, toMake, live: false };
}

/**
 * What a device is asked for a passkey that is to open a new login.
 * @throws AppError EXPIRED unless the invitation is open; INVALID beside the address; TOO_MANY
 */
export async function beginJoining(context: Context, token: string, email: string) {
  if (context.address) await spend("proof.address", context.address);
  const found = await invitedBy(token);
  if (!found || found.way === "room" || stateOf(found.row, now()) !== "open") throw new AppError("EXPIRED");
  await ensureNewAddress(context, found.row, email);
  return beginJoiningPasskey(signInAddress(email), found.row.id);
}
