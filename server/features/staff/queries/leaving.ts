import type { Tx } from "@/server/db/with-actor";
import { AppError } from "@/server/errors";
import type { Member } from "@/server/trpc/ladder";
import { couplePeople, staffViewerOf } from "../../people/queries";
import type { LeaveForm } from "../schema";
import { type StaffRow, staffPersonOf, staffRows } from "./people";

/** The ids of everyone who is an owner now. */
export function ownerIdsOf(rows: StaffRow[]): string[] {
  const isOwner = (row: StaffRow) => row.endedAt === null && row.roles?.some(({ role }) => role === "OWNER");
  return rows.filter(isOwner).map((row) => row.personId);
}

/** Whom an owner may name to take over: every present therapist but whoever goes and the owner themself. */
export function successorsOf(rows: StaffRow[], actor: Member, leaverId: string): StaffRow[] {
  return rows.filter(
    ({ personId, endedAt, roles }) =>
      endedAt === null &&
      personId !== leaverId &&
      personId !== actor.personId &&
      roles?.some(({ role }) => role === "THERAPIST"),
  );
}

/** The couples that somebody is the primary clinician of now. */
export async function primaryCouples(tx: Tx, actor: Member, personId: string): Promise<string[]> {
  const rows = await tx.coupleClinician.findMany({
    where: { practiceId: actor.practiceId, personId, role: "PRIMARY", endsAt: null },
    select: { coupleId: true },
  });
  return rows.map((row) => row.coupleId);
}

/** The form in which an owner lets somebody go. @throws AppError NOT_FOUND for who does not work here, or no longer. */
export async function leaveForm(tx: Tx, actor: Member, personId: string): Promise<LeaveForm> {
  const rows = await staffRows(tx, actor);
  const row = rows.find((one) => one.personId === personId && one.endedAt === null);
  if (!row) throw new AppError("NOT_FOUND");
  const couples = await couplePeople(tx, actor, await primaryCouples(tx, actor, personId));
  return {
    viewer: staffViewerOf(actor),
    person: staffPersonOf(row, actor),
    lastOwner: ownerIdsOf(rows).every((id) => id === personId),
    couples: couples.map(({ coupleId, state, partners, clinicians }) => ({
      coupleId,
      state,
      partners,
      others: clinicians.filter((one) => one.personId !== personId).map((one) => one.name),
    })),
    therapists: successorsOf(rows, actor, personId).map(({ personId: id, name }) => ({ personId: id, name })),
  };
}
