import { knownDevice } from "@/server/auth/devices";
import { passkeysOf } from "@/server/auth/passkeys";
import { recoveryCodesLeft } from "@/server/auth/second-factor";
import { liveSessionsOf } from "@/server/auth/sessions";
import { isStaffAnywhere, twoFactorRequiredOf } from "@/server/auth/staff";
import { loginOf, shownAddress } from "@/server/auth/users";
import type { Actor } from "@/server/db/with-actor";
import type { Context } from "@/server/trpc/context";
import { isFresh } from "@/server/trpc/ladder";
import type { AccountPage } from "./schema";

/** How a login signs in, and where it is signed in. */
export async function accountOf(ctx: Context, actor: Actor): Promise<AccountPage> {
  const { userId } = actor;
  const login = await loginOf(userId);
  const password = login.credentials.find((one) => one.kind === "PASSWORD");
  const device = await knownDevice(userId, ctx.browser ?? null);
  const remembered = device?.rememberedUntil != null && device.rememberedUntil > actor.at;
  const [passkeys, sessions] = [await passkeysOf(userId), await liveSessionsOf(userId)];
  return {
    at: actor.at,
    email: shownAddress(login),
    emailDisowned: login.emailDisownedAt !== null,
    fresh: isFresh(actor),
    strong: actor.strong,
    staff: await isStaffAnywhere(userId),
    twoFactorRequired: await twoFactorRequiredOf(userId),
    twoFactor: actor.twoFactor,
    password: {
      set: password !== undefined,
      proven: password?.proven ?? false,
      changedAt: password?.updatedAt ?? null,
    },
    totp: login.credentials.some((one) => one.kind === "TOTP"),
    recoveryCodesLeft: await recoveryCodesLeft(userId),
    passkeys: passkeys.map(({ id, name, createdAt, lastUsedAt, backedUp }) => ({
      passkeyId: id,
      name,
      createdAt,
      lastUsedAt,
      synced: backedUp,
    })),
    device: {
      remembered,
      rememberedUntil: remembered ? device.rememberedUntil : null,
      pin: remembered && device.pinHash !== null,
    },
    sessions: sessions.map(({ id, device: label, createdAt, lastSeenAt }) => ({
      sessionId: id,
      device: label,
      current: id === actor.sessionId,
      createdAt,
      lastSeenAt,
    })),
  };
}
