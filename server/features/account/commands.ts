import { endShortWays, forgetDevice, knownDevice, noteDevice, removePin, setPin } from "@/server/auth/devices";
import { consumeLetter, type NoticeTopic, oweLetter, readLetter } from "@/server/auth/letters";
import { addPasskey, passkeysOf, removePasskey } from "@/server/auth/passkeys";
import { passwordFault } from "@/server/auth/password-policy";
import { confirmTotp, hasTotp, recoveryCodesLeft, removeTotp, renewRecoveryCodes } from "@/server/auth/second-factor";
import { deviceOfSession, liveSession, revokeSessionsOf } from "@/server/auth/sessions";
import { isStaffAnywhere, twoFactorRequiredOf } from "@/server/auth/staff";
import { issueTicket } from "@/server/auth/tickets";
import { changeAddress, holderOf, loginOf, setPassword } from "@/server/auth/users";
import type { Actor } from "@/server/db/with-actor";
import { AppError } from "@/server/errors";
import { spend } from "@/server/throttle";
import type { Context } from "@/server/trpc/context";
import { browserOf } from "../sessions/commands/complete";

const localeOf = (ctx: Context) => ctx.language ?? ctx.locale ?? "en";

async function notice(ctx: Context, userId: string, topic: NoticeTopic): Promise<void> {
  const { email } = await loginOf(userId);
  await oweLetter({ kind: "SECURITY_NOTICE", topic, email, locale: localeOf(ctx), userId });
}

/** A new session in the place of this one, as strong as it and with a second factor where one was just given. */
async function renewed(ctx: Context, actor: Actor, twoFactor: boolean): Promise<string> {
  const { userId, sessionId: replacesId } = actor;
  const deviceId = await noteDevice(userId, browserOf(ctx), ctx.device, undefined);
  return issueTicket({ userId, proof: "PASSWORD", twoFactor, deviceId, replacesId });
}

/** A new password: every other session ends, and with it the PIN of its device. @throws AppError INVALID with the password's fault */
export async function changePassword(ctx: Context, actor: Actor, password: string): Promise<void> {
  const { email } = await loginOf(actor.userId);
  const fault = passwordFault(password, [email]);
  if (fault) throw new AppError("INVALID", { fields: { password: fault } });
  await setPassword(actor.userId, password, null);
  await endEverywhereElse(ctx, actor);
  await notice(ctx, actor.userId, "passwordChanged");
}

/** Signs out one other place; its PIN goes with it. @throws AppError NOT_FOUND for another's as for one that is over */
export async function endOneSession({ userId, sessionId: here }: Actor, sessionId: string): Promise<void> {
  const device = await deviceOfSession(userId, sessionId);
  if ((await revokeSessionsOf(userId, { id: sessionId })) === 0) throw new AppError("NOT_FOUND");
  // Two sessions may be open in one browser: signing the other one out leaves this one its PIN.
  if (device && device !== (await deviceOfSession(userId, here))) await endShortWays(userId, { id: device });
}

/** Signs out everywhere but here, and takes every other device's PIN away. @returns how many sessions were live */
export async function endEverywhereElse(ctx: Context, actor: Actor): Promise<number> {
  const here = await knownDevice(actor.userId, ctx.browser ?? null);
  await endShortWays(actor.userId, { allBut: here?.id ?? null });
  return revokeSessionsOf(actor.userId, { allBut: actor.sessionId });
}

/** The one-time code works: the session gains a second factor. Recovery codes come with the first factor. */
export async function finishTotp(ctx: Context, actor: Actor, challenge: string, code: string) {
  await confirmTotp(actor.userId, challenge, code);
  await notice(ctx, actor.userId, "factorAdded");
  return { ticket: await renewed(ctx, actor, true), recoveryCodes: await renewRecoveryCodes(actor.userId) };
}

/** A new passkey, which is a second factor as well. */
export async function finishPasskey(
  ctx: Context,
  actor: Actor,
  answer: { challenge: string; response: unknown; name: string },
) {
  await addPasskey(actor.userId, answer.challenge, answer.response, answer.name);
  await notice(ctx, actor.userId, "factorAdded");
  const first = (await recoveryCodesLeft(actor.userId)) === 0;
  return {
    ticket: await renewed(ctx, actor, true),
    recoveryCodes: first ? await renewRecoveryCodes(actor.userId) : [],
  };
}

/** Refuses to take away the last second factor where a practice asks for one. */
async function ensureFactorRemains(userId: string, without: "totp" | "passkey"): Promise<void> {
  if (!(await twoFactorRequiredOf(userId))) return;
  const [totp, passkeys] = [await hasTotp(userId), (await passkeysOf(userId)).length];
  const left = without === "totp" ? passkeys : passkeys - 1 + (totp ? 1 : 0);
  if (left < 1) throw new AppError("LAST_FACTOR");
}

/** Takes the one-time code away. @throws AppError LAST_FACTOR */
export async function dropTotp(ctx: Context, actor: Actor): Promise<void> {
  await ensureFactorRemains(actor.userId, "totp");
  await removeTotp(actor.userId);
  await notice(ctx, actor.userId, "factorRemoved");
}

/** Takes a passkey away. @throws AppError LAST_FACTOR; NOT_FOUND for another's as for an unknown one */
export async function dropPasskey(ctx: Context, actor: Actor, passkeyId: string): Promise<void> {
  const own = (await passkeysOf(actor.userId)).some((one) => one.id === passkeyId);
  if (!own) throw new AppError("NOT_FOUND");
  await ensureFactorRemains(actor.userId, "passkey");
  await removePasskey(actor.userId, passkeyId);
  await notice(ctx, actor.userId, "factorRemoved");
}

/** Remembers this device for a partner and sets the PIN that unlocks it. @throws AppError NOT_FOUND for staff */
export async function choosePin(ctx: Context, actor: Actor, pin: string): Promise<void> {
  if (await isStaffAnywhere(actor.userId)) throw new AppError("NOT_FOUND");
  await setPin(await noteDevice(actor.userId, browserOf(ctx), ctx.device, true), pin);
}

/** Takes the PIN of this device away; it stays remembered. */
export async function dropPin(ctx: Context, actor: Actor): Promise<void> {
  const device = await knownDevice(actor.userId, ctx.browser ?? null);
  if (device) await removePin(device.id);
}

/** Forgets this device: an idle session ends here like anywhere. */
export async function forgetThisDevice(ctx: Context, actor: Actor): Promise<void> {
  const device = await knownDevice(actor.userId, ctx.browser ?? null);
  if (device) await forgetDevice(actor.userId, device.id);
}

/** Asks for another sign-in address: proven by a mail to it. Says the same whether it is taken. */
export async function askForAddress(ctx: Context, actor: Actor, email: string): Promise<void> {
  await spend("letter.recipient", email);
  const { userId } = actor;
  const taken = (await holderOf(email)) !== null;
  await oweLetter({
    kind: "ADDRESS_CHANGE",
    email,
    locale: localeOf(ctx),
    userId,
    browser: browserOf(ctx),
    send: !taken,
  });
}

/**
 * Takes the address that a letter proves, where its login is signed in: the reader of a mailbox cannot be brought to lend it to
 * another's login. The old address is told.
 * @throws AppError EXPIRED; SIGNED_OUT before anything is used up
 */
export async function takeAddress(ctx: Context, token: string): Promise<{ email: string }> {
  const shown = await readLetter("ADDRESS_CHANGE", token, ctx.browser ?? null);
  if (shown?.state !== "open" || !shown.userId) throw new AppError("EXPIRED");
  if ((await liveSession(ctx.secret))?.userId !== shown.userId) throw new AppError("SIGNED_OUT");
  const letter = await consumeLetter("ADDRESS_CHANGE", { token }, ctx.browser ?? null);
  if (!letter.userId) throw new AppError("EXPIRED");
  const { email: before } = await loginOf(letter.userId);
  await changeAddress(letter.userId, letter.email);
  const { locale, userId, email } = letter;
  await oweLetter({ kind: "SECURITY_NOTICE", topic: "addressChanged", email: before, locale, userId });
  return { email };
}
