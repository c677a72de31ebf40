import { askForPasskey, checkPasskey } from "@/server/auth/passkeys";
import { verifyPassword } from "@/server/auth/passwords";
import { findLogin } from "@/server/auth/users";
import { AppError } from "@/server/errors";
import type { Context } from "@/server/trpc/context";
import type { SignInStep } from "../schema";
import { afterFirstProof, complete } from "./complete";
import { ensurePasskeyTryLeft, spendPasskeyTry, spendPasswordTry } from "./tries";

/**
 * Proves an address and a password. Strangers can use up the tries of an address, but not those of a device that it knows.
 * @throws AppError WRONG_SIGN_IN: the same words after the same work whether the address is known or not; TOO_MANY
 */
export async function signInWithPassword(
  ctx: Context,
  fields: { email: string; password: string; remember?: boolean | undefined },
): Promise<SignInStep> {
  const user = await findLogin(fields.email);
  const settle = await spendPasswordTry(ctx, user?.id ?? null, fields.email);
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
  await ensurePasskeyTryLeft(ctx);
  return askForPasskey(null);
}

/** Signs in with a passkey: it names the login, and is two factors in one. @throws AppError WRONG_SIGN_IN, EXPIRED */
export async function signInWithPasskey(
  ctx: Context,
  fields: { challenge: string; response: unknown; remember?: boolean | undefined },
): Promise<SignInStep> {
  const settle = await spendPasskeyTry(ctx);
  const userId = await checkPasskey(fields.challenge, fields.response);
  await settle();
  return complete(ctx, { userId, proof: "PASSKEY", twoFactor: true, remember: fields.remember });
}
