import { consumeLetter, type LetterProof, oweLetter, readLetter } from "@/server/auth/letters";
import { passwordFault } from "@/server/auth/password-policy";
import { createLogin, holderOf, signInAddress } from "@/server/auth/users";
import { AppError } from "@/server/errors";
import { spend } from "@/server/throttle";
import type { Context } from "@/server/trpc/context";
import { askUnproven } from "../joining/commands/address";
import { browserOf, complete } from "../sessions/commands/complete";
import type { SignInStep } from "../sessions/schema";
import type { SignUpFields } from "./schema";

/** @throws AppError INVALID with the fault beside the field */
function checkPassword(password: string, email: string): void {
  const fault = passwordFault(password, [email]);
  if (fault) throw new AppError("INVALID", { fields: { password: fault } });
}

/**
 * Asks for the mail that proves an address. A known address gets one that says that somebody tried; the answer and the work
 * are the same. Neither address nor password is kept here: the password comes again with the proof, so nobody can prepare a
 * login for somebody else's address.
 * @throws AppError INVALID, TOO_MANY
 */
export async function beginSignUp(ctx: Context, { email, password }: SignUpFields): Promise<void> {
  checkPassword(password, email);
  if (ctx.address) await spend("signUp.address", ctx.address);
  await spend("letter.recipient", signInAddress(email));
  const user = await holderOf(email);
  const locale = ctx.language ?? ctx.locale ?? "en";
  const letter = { email, locale, browser: browserOf(ctx) };
  await oweLetter({ ...letter, kind: "SIGN_UP", send: user === null });
  await oweLetter({
    ...letter,
    kind: "SECURITY_NOTICE",
    topic: "signUpTried",
    userId: user?.id ?? null,
    send: user !== null,
  });
  if (user && !user.emailProven) await askUnproven(user.id);
}

/** What the page of a link shows: whose address, and whether it is still good. Uses nothing up. */
export async function showSignUp(ctx: Context, token: string) {
  const letter = await readLetter("SIGN_UP", token, ctx.browser ?? null);
  if (!letter) return { state: "unknown" as const, email: null, sameBrowser: false };
  return { state: letter.state, email: letter.email, sameBrowser: letter.sameBrowser };
}

/**
 * Makes the login of a proven address and signs it in.
 * @throws AppError INVALID with the password's fault, before the letter is used up; WRONG_CODE, EXPIRED, TOO_MANY; TAKEN
 *   when the address got a login meanwhile
 */
export async function confirmSignUp(ctx: Context, proof: LetterProof, password: string): Promise<SignInStep> {
  if (ctx.address) await spend("proof.address", ctx.address);
  const shown = "token" in proof ? await showSignUp(ctx, proof.token) : proof;
  checkPassword(password, shown.email ?? "");
  const { email } = await consumeLetter("SIGN_UP", proof, ctx.browser ?? null);
  const made = await createLogin({ email, password }, true);
  if (made === "taken") throw new AppError("TAKEN");
  return complete(ctx, { userId: made.userId, proof: "PASSWORD", twoFactor: false });
}
