import { isKnownBrowser, knownDevice } from "@/server/auth/devices";
import { signInAddress } from "@/server/auth/users";
import { ensureLeft, forgive, giveBack, spend } from "@/server/throttle";
import type { Context } from "@/server/trpc/context";

/** What is called after a success: it gives the try back. */
type Settle = () => Promise<void>;

/** One try of this network address. */
async function spendAddress({ address }: Context): Promise<Settle> {
  if (!address) return async () => undefined;
  await spend("proof.address", address);
  return () => giveBack("proof.address", address);
}

/**
 * One try at the password of a login, used up before it is looked at: many at once gain nothing. All that is asked for a
 * password shares this one budget. Strangers can use up the tries of an address, but not those of a device that the login
 * knows, whatever else comes from the same network.
 * @throws AppError TOO_MANY
 */
export async function spendPasswordTry(ctx: Context, userId: string | null, email: string): Promise<Settle> {
  const device = userId && (await knownDevice(userId, ctx.browser ?? null));
  if (device) {
    await spend("password.device", device.id);
    return () => forgive("password.device", device.id);
  }
  const settle = await spendAddress(ctx);
  const key = signInAddress(email);
  await spend("password.account", key);
  return async () => {
    await forgive("password.account", key);
    await settle();
  };
}

/** One try at a letter's link or digits; a device that its login knows has tries of its own. @throws AppError TOO_MANY */
export async function spendLetterTry(ctx: Context, userId: string | null): Promise<Settle> {
  const device = userId && (await knownDevice(userId, ctx.browser ?? null));
  if (!device) return spendAddress(ctx);
  await spend("proof.device", device.id);
  return () => giveBack("proof.device", device.id);
}

/** One mail to an address. A device that its login knows has mails of its own. @throws AppError TOO_MANY */
export async function spendLetter(ctx: Context, userId: string | null, email: string): Promise<void> {
  const device = userId && (await knownDevice(userId, ctx.browser ?? null));
  if (device) return void (await spend("letter.device", device.id));
  await spend("letter.recipient", signInAddress(email));
  if (ctx.address) await spend("letter.address", ctx.address);
}

/** One passkey's answer; whose it is, only the answer says. A browser that any login knows has tries of its own. @throws AppError TOO_MANY */
export async function spendPasskeyTry(ctx: Context): Promise<Settle> {
  const browser = ctx.browser ?? null;
  if (!browser || !(await isKnownBrowser(browser))) return spendAddress(ctx);
  await spend("proof.device", browser);
  return () => giveBack("proof.device", browser);
}

/** @throws AppError TOO_MANY when no passkey would be looked at just now */
export async function ensurePasskeyTryLeft(ctx: Context): Promise<void> {
  if (ctx.address && !(await isKnownBrowser(ctx.browser ?? null))) await ensureLeft("proof.address", ctx.address);
}
