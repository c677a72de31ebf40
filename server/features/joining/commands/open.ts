import { now } from "@/server/clock";
import { systemClient } from "@/server/db/clients";
import { spend } from "@/server/throttle";
import type { Context } from "@/server/trpc/context";
import { roomHash, seatToken } from "../../invitations/links";
import { type Invited, invitedBy, shownInvitation, stateOf } from "../queries";
import type { OpenedInvitation } from "../schema";

/** Uses the room's digits and QR code up: one phone goes on with them. Two at once: one wins. */
async function takeSeat(row: Invited): Promise<boolean> {
  const at = now();
  if (!row.roomHash || !row.roomExpiresAt || row.roomExpiresAt <= at) return false;
  const { practiceId, id, roomHash: shown } = row;
  const { count } = await systemClient().invitation.updateMany({
    where: {
      practiceId,
      id,
      roomHash: new Uint8Array(shown),
      roomExpiresAt: { gt: at },
      acceptedAt: null,
      revokedAt: null,
    },
    data: { roomHash: null, roomExpiresAt: null },
  });
  return count === 1;
}

/** Opens an invitation by the token of its link, its QR code, or of a phone that used one up before. */
export async function openInvitation(context: Context, token: string): Promise<OpenedInvitation> {
  if (context.address) await spend("proof.address", context.address);
  const found = await invitedBy(token);
  if (!found) return { state: "unknown" };
  const { row, way } = found;
  if (way !== "room") return shownInvitation(row, way, token, context.secret);
  if (stateOf(row, now()) !== "open" || !(await takeSeat(row))) return { state: "unknown" };
  return shownInvitation(row, "seat", token, context.secret);
}

/**
 * Opens an invitation by the six digits from the screen in the room.
 * A million digits, ten minutes, one use: guessing is stopped by browser, by network address, and for everyone together.
 * @throws AppError TOO_MANY
 */
export async function openByCode(context: Context, code: string): Promise<OpenedInvitation> {
  if (context.browser) await spend("roomCode.device", context.browser);
  if (context.address) await spend("roomCode.address", context.address);
  await spend("roomCode.everyone", "everyone");
  const at = now();
  const rows = await systemClient().invitation.findMany({
    where: { roomHash: roomHash(code), roomExpiresAt: { gt: at }, acceptedAt: null, revokedAt: null },
    select: { practiceId: true, id: true, generation: true },
    take: 2,
  });
  const [name] = rows;
  // Two screens that show the same digits: neither opens, and each therapist asks for new ones.
  if (!name || rows.length > 1) return { state: "unknown" };
  const token = seatToken(name, name.generation);
  const found = await invitedBy(token);
  if (!found || stateOf(found.row, at) !== "open" || !(await takeSeat(found.row))) return { state: "unknown" };
  return shownInvitation(found.row, "seat", token, context.secret);
}
