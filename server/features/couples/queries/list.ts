import type { Tx } from "@/server/db/with-actor";
import type { Member } from "@/server/trpc/ladder";
import { invitationRows, shownInvitation } from "../../invitations/queries";
import { couplePeople, staffViewerOf } from "../../people/queries";
import type { CouplesList } from "../schema";

/** The administrative list of the practice's couples. */
export async function couplesList(tx: Tx, actor: Member): Promise<CouplesList> {
  const people = await couplePeople(tx, actor, null);
  const rows = await invitationRows(tx, actor, { coupleIds: null });
  const invited = new Map(rows.map((row) => [row.personId, shownInvitation(row, actor.at)]));
  const couples = people.map(({ coupleId, state, partners, clinicians, nextAppointment }) => ({
    coupleId,
    state,
    partners: partners.map((one) => ({ ...one, invitation: one.joined ? null : (invited.get(one.personId) ?? null) })),
    clinicians: [...new Set(clinicians.map((one) => one.name))],
    nobody: clinicians.length === 0,
    nextAppointment,
  }));
  return { viewer: staffViewerOf(actor), couples };
}
