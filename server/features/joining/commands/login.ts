import { passwordFault } from "@/server/auth/password-policy";
import { verifyPassword } from "@/server/auth/passwords";
import { createLogin, findLogin } from "@/server/auth/users";
import { systemClient } from "@/server/db/clients";
import { AppError } from "@/server/errors";
import { countFailure, ensureLeft } from "@/server/throttle";
import type { Context } from "@/server/trpc/context";
import { liveLogin } from "../queries";
import type { JoinAccount, NewLogin } from "../schema";

/** Whose login joins. */
export interface JoiningLogin {
  userId: string;
  email: string;
  /** Made just now: its password was chosen here, so it may be signed in at once. */
  made: boolean;
  /** This browser is signed in with it. */
  live: boolean;
}

/** @throws AppError INVALID with the fault beside its field */
export function ensureGoodPassword({ email, password }: NewLogin, hints: string[]): void {
  const fault = passwordFault(password, [email, ...hints]);
  if (fault) throw new AppError("INVALID", { fields: { password: fault } });
}

/** @throws AppError INVALID beside the address when it has a login already */
export async function ensureNewAddress(email: string): Promise<void> {
  if (await findLogin(email)) throw new AppError("INVALID", { fields: { email: "hasLogin" } });
}

/**
 * A login of that address with that very password: of somebody whose first answer got lost, or who forgot that they had
 * one. Guesses are counted as at the sign-in.
 * @throws AppError TOO_MANY; INVALID beside the address
 */
async function ownedLogin({ email, password }: NewLogin): Promise<JoiningLogin> {
  const login = await findLogin(email);
  const refused = new AppError("INVALID", { fields: { email: "hasLogin" } });
  if (!login) throw refused;
  await ensureLeft("password.account", login.id);
  const stored = login.credentials.find((one) => one.kind === "PASSWORD")?.secret;
  if (!(await verifyPassword(stored, password))) {
    await countFailure("password.account", login.id);
    throw refused;
  }
  return { userId: login.id, email: login.email, made: false, live: false };
}

/** The login that a browser is signed in with. @throws AppError SIGNED_OUT */
async function sessionLogin({ secret }: Context): Promise<JoiningLogin> {
  const live = await liveLogin(secret);
  if (!live) throw new AppError("SIGNED_OUT");
  return { ...live, made: false, live: true };
}

/**
 * The login that joins: the browser's own, an existing one whose password was given, or a new one.
 * @param mayMake false once the invitation is used: then only whoever used it gets an answer
 * @throws AppError SIGNED_OUT, INVALID beside the field, TOO_MANY
 */
export async function joiningLogin(
  context: Context,
  account: JoinAccount,
  hints: string[],
  mayMake: boolean,
): Promise<JoiningLogin> {
  if (account.how === "session") return sessionLogin(context);
  if (!mayMake || (await findLogin(account.email))) return ownedLogin(account);
  ensureGoodPassword(account, hints);
  const made = await createLogin(account, false);
  return made === "taken"
    ? ownedLogin(account)
    : { userId: made.userId, email: account.email.trim().toLowerCase(), made: true, live: false };
}

/** Takes a login back that was made for an invitation which somebody else used first: nobody else's name is in the way then. */
export async function forgetLogin({ userId, made }: JoiningLogin): Promise<void> {
  if (made) await systemClient().user.deleteMany({ where: { id: userId, memberships: { none: {} } } });
}
