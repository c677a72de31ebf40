import { closeChallenge, findChallenge, openChallenge, takeTry } from "@/server/auth/challenges";
import { deviceCookie } from "@/server/auth/cookie";
import { noteDevice } from "@/server/auth/devices";
import { checkSecondFactor, hasTotp } from "@/server/auth/second-factor";
import { isStrong } from "@/server/auth/sessions";
import { isStaffAnywhere } from "@/server/auth/staff";
import { issueTicket, type Proven } from "@/server/auth/tickets";
import { provePassword } from "@/server/auth/users";
import { newSecret } from "@/server/crypto";
import { AppError } from "@/server/errors";
import type { Context } from "@/server/trpc/context";
import type { SignInStep } from "../schema";

/** What a first proof has shown, and whether the device is to be remembered; undefined leaves it as it is. */
export type FirstProof = Omit<Proven, "deviceId"> & { remember?: boolean | undefined };

/** The secret of the browser that asks; it gets one when it has none. */
export function browserOf(ctx: Context): string {
  if (ctx.browser) return ctx.browser;
  const secret = newSecret();
  ctx.browser = secret;
  ctx.responseHeaders?.append("Set-Cookie", deviceCookie(secret));
  return secret;
}

/** Everything was proven: writes the device down and gives the ticket. Staff's idle sessions end, they never only lock. */
export async function complete(ctx: Context, { remember, ...proven }: FirstProof): Promise<SignInStep> {
  const remembered = (await isStaffAnywhere(proven.userId)) ? false : remember;
  const deviceId = await noteDevice(proven.userId, browserOf(ctx), ctx.device, remembered);
  // What was shown beside the mailbox makes the password that this very person had set by it their own.
  const { userId, proof, twoFactor, resetId } = proven;
  if (resetId && proof !== "PIN" && isStrong(proof, twoFactor)) await provePassword(userId, resetId);
  return { step: "done", ticket: await issueTicket({ ...proven, deviceId }) };
}

/** Goes on after the first proof: asks for the second factor where the login has one, else completes. */
export async function afterFirstProof(ctx: Context, first: FirstProof): Promise<SignInStep> {
  if (first.twoFactor || !(await hasTotp(first.userId))) return complete(ctx, first);
  browserOf(ctx);
  const { userId, proof, replacesId = null, remember = null, resetId = null } = first;
  return {
    step: "secondFactor",
    challenge: await openChallenge("SECOND_FACTOR", userId, { proof, replacesId, remember, resetId }),
  };
}

interface Waiting {
  proof: Proven["proof"];
  replacesId: string | null;
  remember: boolean | null;
  resetId: string | null;
}

/** Ends a sign-in with its second factor. @throws AppError WRONG_CODE, EXPIRED, TOO_MANY */
export async function giveSecondFactor(ctx: Context, challenge: string, code: string): Promise<SignInStep> {
  const open = await findChallenge<Waiting>("SECOND_FACTOR", challenge);
  if (!open.userId) throw new AppError("EXPIRED");
  await takeTry(open.id);
  await checkSecondFactor(open.userId, code);
  await closeChallenge(open.id);
  const { remember, ...first } = open.data;
  return complete(ctx, { ...first, userId: open.userId, remember: remember ?? undefined, twoFactor: true });
}
