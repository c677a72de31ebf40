import { randomInt } from "node:crypto";
import { v4 as uuidv4 } from "uuid";
import type { Tx } from "@/server/db/with-actor";
import { AppError } from "@/server/errors";
import type { Member } from "@/server/trpc/ladder";
import { joinLink, roomHash, roomToken } from "../links";
import { invitationEnd, roomMinutes } from "../policy";
import { ensureMayEnrol, type InvitationRow, invitationRow } from "../queries";
import type { RoomCode } from "../schema";

/** The invitation that is shown; a new one for somebody whose last was revoked. */
async function openOne(tx: Tx, actor: Member, row: InvitationRow): Promise<string> {
  if (!row.revokedAt) return row.invitationId;
  const { practiceId, personId: createdById, at } = actor;
  const { personId, coupleId, roles } = row;
  const id = uuidv4();
  const times = { createdAt: at, sentAt: at, expiresAt: invitationEnd(at) };
  await tx.invitation.createMany({ data: [{ practiceId, id, personId, coupleId, roles, createdById, ...times }] });
  return id;
}

/**
 * Six random digits and a link for the person in the room: good for ten minutes and for one phone. Earlier ones of this
 * invitation stop working. Only a keyed hash is stored.
 * @throws AppError NOT_FOUND, also for staff invitations; CLOSED once accepted; CLINICIAN_NEEDED
 */
export async function showInRoom(
  tx: Tx,
  actor: Member,
  invitationId: string,
): Promise<RoomCode & { invitationId: string }> {
  const row = await invitationRow(tx, actor, invitationId);
  if (!row.coupleId) throw new AppError("NOT_FOUND");
  await ensureMayEnrol(tx, actor, row.coupleId);
  const { practiceId, at } = actor;
  const id = await openOne(tx, actor, row);
  const code = String(randomInt(0, 1_000_000)).padStart(6, "0");
  const hash = roomHash(code);
  const expiresAt = new Date(at.getTime() + roomMinutes * 60_000);
  await tx.invitation.updateMany({
    where: { practiceId, id, acceptedAt: null },
    data: { roomHash: hash, roomExpiresAt: expiresAt, sentAt: at, expiresAt: invitationEnd(at) },
  });
  const link = joinLink(roomToken({ practiceId, id }, hash));
  return { invitationId: id, code, link, expiresAt, minutes: roomMinutes };
}

/** How far the person in the room has come. @throws AppError NOT_FOUND */
export async function stateInRoom(
  tx: Tx,
  actor: Member,
  invitationId: string,
): Promise<"waiting" | "opened" | "joined" | "over"> {
  const row = await tx.invitation.findFirst({
    where: { practiceId: actor.practiceId, id: invitationId },
    select: { acceptedAt: true, roomExpiresAt: true, revokedAt: true },
  });
  if (!row) throw new AppError("NOT_FOUND");
  if (row.acceptedAt) return "joined";
  if (row.revokedAt) return "over";
  if (!row.roomExpiresAt) return "opened";
  return row.roomExpiresAt > actor.at ? "waiting" : "over";
}
