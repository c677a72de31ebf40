import { knownDevice } from "@/server/auth/devices";
import { askForPasskey, checkPasskey } from "@/server/auth/passkeys";
import { verifyPassword } from "@/server/auth/passwords";
import { findLogin, signInAddress } from "@/server/auth/users";
import { AppError } from "@/server/errors";
import { ensureLeft, forgive, giveBack, type LimitName, spend } from "@/server/throttle";
import type { Context } from "@/server/trpc/context";
import type { SignInStep } from "../schema";
import { afterFirstProof, complete } from "./complete";

/** One try is used up before the password is looked at, and given back when it was right: many at once gain nothing. */
export async function spendTry(ctx: Context, limit: LimitName, key: string): Promise<() => Promise<void>> {
  if (ctx.address) await spend("proof.address", ctx.address);
  await spend(limit, key);
  return async () => {
    await forgive(limit, key);
    if (ctx.address) await giveBack("proof.address", ctx.address);
  };
}

/**
 * Proves an address and a password. Strangers can use up the tries of an address, but not those of a device that it knows.
 * @throws AppError WRONG_SIGN_IN: the same words after the same work whether the address is known or not; TOO_MANY
 */
export async function signInWithPassword(
  ctx: Context,
  fields: { email: string; password: string; remember?: boolean | undefined },
): Promise<SignInStep> {
  const user = await findLogin(fields.email);
  const device = user && (await knownDevice(user.id, ctx.browser ?? null));
  const settle = device
    ? await spendTry(ctx, "password.device", device.id)
    : await spendTry(ctx, "password.account", signInAddress(fields.email));
  const credential = user?.credentials.find((one) => one.kind === "PASSWORD");
  const matches = await verifyPassword(credential?.secret, fields.password);
  if (!user || !credential || !matches) throw new AppError("WRONG_SIGN_IN");
  await settle();
  const { proven, resetId } = credential;
  const proof = proven ? "PASSWORD" : "MAILBOX";
  return afterFirstProof(ctx, { userId: user.id, proof, twoFactor: false, remember: fields.remember, resetId });
}

/** Asks the browser for any of its passkeys for this site. */
export async function passkeyOptions(ctx: Context) {
  if (ctx.address) await ensureLeft("proof.address", ctx.address);
  return askForPasskey(null);
}

/** Signs in with a passkey: it names the login, and is two factors in one. @throws AppError WRONG_SIGN_IN, EXPIRED */
export async function signInWithPasskey(
  ctx: Context,
  fields: { challenge: string; response: unknown; remember?: boolean | undefined },
): Promise<SignInStep> {
  if (ctx.address) await spend("proof.address", ctx.address);
  const userId = await checkPasskey(fields.challenge, fields.response);
  return complete(ctx, { userId, proof: "PASSKEY", twoFactor: true, remember: fields.remember });
}
