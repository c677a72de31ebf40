import { endedSessionCookie } from "@/server/auth/cookie";
import { endShortWays, knownDevice, rememberedDevices } from "@/server/auth/devices";
import { revokeSession, sessionBehind } from "@/server/auth/sessions";
import type { Context } from "@/server/trpc/context";

/** The device on which somebody leaves: that of the session, over or not; else the one that would be offered to unlock. */
async function deviceLeft(ctx: Context): Promise<{ id: string; userId: string } | null> {
  const session = await sessionBehind(ctx.secret);
  if (!session) return (await rememberedDevices(ctx.browser ?? null))[0] ?? null;
  const { userId, deviceId } = session;
  return deviceId ? { id: deviceId, userId } : knownDevice(userId, ctx.browser ?? null);
}

/**
 * Signs out here: the session is over, and so is the short way back. Neither a PIN nor a locked page opens it again; only
 * signing in does. Others who are remembered in the same browser keep theirs, and learn nothing of it.
 */
export async function endHere(ctx: Context): Promise<void> {
  const device = await deviceLeft(ctx);
  if (device) await endShortWays(device.userId, { id: device.id });
  if (ctx.secret) await revokeSession(ctx.secret);
  ctx.responseHeaders?.append("Set-Cookie", endedSessionCookie());
}
