import { checkPin, type KnownDevice, knownDevice, rememberedDevices } from "@/server/auth/devices";
import { askForPasskey, checkPasskey, passkeysOf } from "@/server/auth/passkeys";
import { verifyPassword } from "@/server/auth/passwords";
import { openRecoveries, takeRecovery } from "@/server/auth/recovery";
import { checkSecondFactor, hasTotp, recoveryCodesLeft } from "@/server/auth/second-factor";
import { isStrong, liveSession } from "@/server/auth/sessions";
import { isStaffAnywhere } from "@/server/auth/staff";
import { findLogin } from "@/server/auth/users";
import { AppError } from "@/server/errors";
import type { Context } from "@/server/trpc/context";
import { shortened } from "../policy";
import type { SignInStep, UnlockProof, UnlockWays } from "../schema";
import { afterFirstProof, complete, type FirstProof } from "./complete";
import { spendPasswordTry } from "./tries";

/** Whoever sits here: a live session, or the login that is remembered on the device. */
interface Sitter {
  userId: string;
  email: string;
  session: NonNullable<Awaited<ReturnType<typeof liveSession>>> | null;
  device: KnownDevice | null;
}

async function sitter(ctx: Context): Promise<Sitter | null> {
  const browser = ctx.browser ?? null;
  const session = await liveSession(ctx.secret);
  if (session) {
    const { userId } = session;
    return { userId, email: session.user.email, session, device: await knownDevice(userId, browser) };
  }
  const [device] = await rememberedDevices(browser);
  return device ? { userId: device.userId, email: device.email, session: null, device } : null;
}

/** The ways that are open to whoever sits here. */
export async function waysToUnlock(ctx: Context): Promise<UnlockWays> {
  const who = await sitter(ctx);
  const none = {
    email: null,
    live: false,
    strong: false,
    password: false,
    pin: false,
    passkey: false,
    code: false,
    app: false,
    recovery: false,
  };
  if (!who) return none;
  const { userId, session, device } = who;
  const login = await findLogin(who.email);
  const app = await hasTotp(userId);
  return {
    email: shortened(who.email),
    live: session !== null,
    strong: session !== null && isStrong(session.proof, session.twoFactorAt !== null),
    password: login?.credentials.some((one) => one.kind === "PASSWORD" && one.proven) ?? false,
    pin: device?.pinHash != null && !(await isStaffAnywhere(userId)),
    passkey: (await passkeysOf(userId)).length > 0,
    code: session !== null && (app || (await recoveryCodesLeft(userId)) > 0),
    app,
    recovery: session !== null && (await openRecoveries(userId)) > 0,
  };
}

/** Asks for a passkey of whoever sits here. @throws AppError SIGNED_OUT */
export async function passkeyToUnlock(ctx: Context) {
  const who = await sitter(ctx);
  if (!who) throw new AppError("SIGNED_OUT");
  return askForPasskey(who.userId);
}

async function byPassword(ctx: Context, { userId, email }: Sitter, password: string): Promise<void> {
  const settle = await spendPasswordTry(ctx, userId, email);
  const login = await findLogin(email);
  const credential = login?.credentials.find((one) => one.kind === "PASSWORD");
  const matches = await verifyPassword(credential?.secret, password);
  if (!matches || !credential?.proven || login?.id !== userId) throw new AppError("WRONG_SIGN_IN");
  await settle();
}

async function byPin({ userId, device }: Sitter, pin: string): Promise<void> {
  if (!device || (await isStaffAnywhere(userId)) || !(await checkPin(device, pin))) throw new AppError("WRONG_CODE");
}

/** What a proof of whoever sits here adds to what was proven before. */
async function proven(ctx: Context, who: Sitter, proof: UnlockProof): Promise<FirstProof> {
  const { userId, session } = who;
  const { id: replacesId = null, resetId = null, twoFactorAt = null } = session ?? {};
  const base = { userId, replacesId, resetId, twoFactor: twoFactorAt !== null };
  switch (proof.by) {
    case "password":
      await byPassword(ctx, who, proof.password);
      return { ...base, proof: "PASSWORD" };
    case "pin":
      await byPin(who, proof.pin);
      return { ...base, proof: "PIN" };
    case "passkey":
      if ((await checkPasskey(proof.answer.challenge, proof.answer.response)) !== userId)
        throw new AppError("WRONG_SIGN_IN");
      return { ...base, proof: "PASSKEY", twoFactor: true };
    case "code":
      if (!session) throw new AppError("SIGNED_OUT");
      await checkSecondFactor(userId, proof.code);
      return { ...base, proof: session.proof, twoFactor: true };
    case "recovery":
      if (!session) throw new AppError("SIGNED_OUT");
      await takeRecovery(userId, proof.code);
      return { ...base, proof: "RECOVERY" };
  }
}

/**
 * Proves more than the mailbox, in a live session or on a remembered device that locked: a new session takes the place
 * of the old one. A locked device that comes back by password is asked for its second factor like any sign-in.
 * @throws AppError SIGNED_OUT where nobody is known, WRONG_SIGN_IN, WRONG_CODE, TOO_MANY, EXPIRED
 */
export async function unlock(ctx: Context, proof: UnlockProof): Promise<SignInStep> {
  const who = await sitter(ctx);
  if (!who) throw new AppError("SIGNED_OUT");
  const first = await proven(ctx, who, proof);
  return !who.session && first.proof === "PASSWORD" ? afterFirstProof(ctx, first) : complete(ctx, first);
}
