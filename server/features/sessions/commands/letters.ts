import { v4 as uuidv4 } from "uuid";
import { endShortWays, knownDevice } from "@/server/auth/devices";
import { consumeLetter, type LetterProof, oweLetter, readLetter } from "@/server/auth/letters";
import { passwordFault } from "@/server/auth/password-policy";
import { revokeSessionsOf } from "@/server/auth/sessions";
import { findLogin, setPassword } from "@/server/auth/users";
import { AppError } from "@/server/errors";
import type { Context } from "@/server/trpc/context";
import { askUnproven } from "../../joining/commands/address";
import type { SignInStep } from "../schema";
import { afterFirstProof, browserOf } from "./complete";
import { spendLetter, spendLetterTry } from "./tries";

/**
 * Asks for a mail to sign in or to choose a new password. Says the same after the same work whether anyone gets one. An
 * address that was typed on joining and never confirmed gets the question whether it is theirs instead.
 */
export async function requestLetter(
  ctx: Context,
  { kind, email }: { kind: "SIGN_IN" | "RESET"; email: string },
): Promise<void> {
  const user = await findLogin(email);
  await spendLetter(ctx, user?.id ?? null, email);
  const locale = ctx.language ?? ctx.locale ?? "en";
  const send = user?.emailProven ?? false;
  await oweLetter({ kind, email, locale, userId: user?.id ?? null, browser: browserOf(ctx), send });
  if (user && !send) await askUnproven(user.id);
}

/** What the page of a link shows: whose login, and whether it is still good. Uses nothing up. */
export async function showLetter(ctx: Context, kind: "SIGN_IN" | "RESET" | "ADDRESS_CHANGE", token: string) {
  const letter = await readLetter(kind, token, ctx.browser ?? null);
  if (!letter) return { state: "unknown" as const, email: null, sameBrowser: false };
  return { state: letter.state, email: letter.email, sameBrowser: letter.sameBrowser };
}

/** The login that a proof speaks of, before it is looked at; null for none. */
async function namedBy(ctx: Context, kind: "SIGN_IN" | "RESET", proof: LetterProof): Promise<string | null> {
  if ("email" in proof) return (await findLogin(proof.email))?.id ?? null;
  return (await readLetter(kind, proof.token, ctx.browser ?? null))?.userId ?? null;
}

async function loginOf(letter: { email: string; userId: string | null }) {
  const user = await findLogin(letter.email);
  if (!user?.emailProven || user.id !== letter.userId) throw new AppError("EXPIRED");
  return user;
}

/** Signs in with no more than the mailbox. @throws AppError WRONG_CODE, EXPIRED */
export async function signInByLetter(ctx: Context, proof: LetterProof, remember?: boolean): Promise<SignInStep> {
  const settle = await spendLetterTry(ctx, await namedBy(ctx, "SIGN_IN", proof));
  const user = await loginOf(await consumeLetter("SIGN_IN", proof, ctx.browser ?? null));
  await settle();
  return afterFirstProof(ctx, { userId: user.id, proof: "MAILBOX", twoFactor: false, remember });
}

/**
 * A new password, by the mailbox: every session and every other device's PIN ends, and the password opens no more than the mailbox until more is shown.
 * @throws AppError INVALID with the password's fault, before the letter is used up; WRONG_CODE, EXPIRED
 */
export async function resetPassword(ctx: Context, proof: LetterProof, password: string): Promise<SignInStep> {
  const settle = await spendLetterTry(ctx, await namedBy(ctx, "RESET", proof));
  const hint =
    "token" in proof ? ((await readLetter("RESET", proof.token, ctx.browser ?? null))?.email ?? "") : proof.email;
  const fault = passwordFault(password, [hint]);
  if (fault) throw new AppError("INVALID", { fields: { password: fault } });
  const letter = await consumeLetter("RESET", proof, ctx.browser ?? null);
  const user = await loginOf(letter);
  await settle();
  const resetId = uuidv4();
  await setPassword(user.id, password, resetId);
  await endShortWays(user.id, { allBut: (await knownDevice(user.id, ctx.browser ?? null))?.id ?? null });
  await revokeSessionsOf(user.id, { allBut: null });
  const { email, locale } = letter;
  await oweLetter({ kind: "SECURITY_NOTICE", topic: "passwordChanged", email, locale, userId: user.id });
  return afterFirstProof(ctx, { userId: user.id, proof: "MAILBOX", twoFactor: false, resetId });
}
