import { v7 as uuidv7 } from "uuid";
import type { Tx } from "@/server/db/with-actor";
import { AppError } from "@/server/errors";
import type { Member } from "@/server/trpc/ladder";
import { emergencyEnd } from "../policy";
import { practiceZone } from "../queries/places";
import type { EmergencyFields } from "../schema";
import { oweAccessNotice } from "./notice";

type Opening = EmergencyFields & { coupleId: string; clientId: string };

/** Everyone who is told: the therapist let in, every owner, and whoever treated the couple and still works here. */
async function toldOf(tx: Tx, actor: Member, coupleId: string, personId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ personId: string }[]>`
    SELECT DISTINCT p.id AS "personId" FROM person p
    WHERE p.practice_id = ${actor.practiceId}::uuid AND p.ended_at IS NULL
      AND EXISTS (SELECT 1 FROM staff_role r WHERE r.practice_id = p.practice_id AND r.person_id = p.id AND r.ended_at IS NULL
        AND (r.role = 'OWNER' OR p.id = ${personId}::uuid OR EXISTS (SELECT 1 FROM couple_clinician cc
          WHERE cc.practice_id = p.practice_id AND cc.couple_id = ${coupleId}::uuid AND cc.person_id = p.id)))`;
  return rows.map((row) => row.personId);
}

/**
 * Emergency access (45 CFR 164.312(a)(2)(ii)): an owner lets a therapist read a couple that nobody present treats, from now for
 * whole days of the practice, and themself only where they are the practice's one therapist. The record stays, and everyone
 * concerned is told. The same id again changes nothing.
 * @throws AppError NOT_FOUND; INVALID for oneself while there is another; CLINICIAN_PRESENT while somebody treats the couple; the
 *   database refuses all of it too.
 */
export async function openEmergency(tx: Tx, actor: Member, input: Opening): Promise<void> {
  const { practiceId, personId: openedById, at: startsAt } = actor;
  const { coupleId, clientId: id, personId: grantedToId, reason, days } = input;
  const [couple] = await tx.$queryRaw<{ nobody: boolean; opened: boolean; others: boolean }[]>`
    SELECT c.id = ANY (guard.app_orphaned_couples()) AS nobody,
      EXISTS (SELECT 1 FROM break_glass b WHERE b.practice_id = c.practice_id AND b.id = ${id}::uuid) AS opened,
      cardinality(guard.app_therapists()) > 1 AS others
    FROM couple c WHERE c.practice_id = ${practiceId}::uuid AND c.id = ${coupleId}::uuid`;
  if (!couple) throw new AppError("NOT_FOUND");
  if (couple.opened) return;
  if (!couple.nobody) throw new AppError("CLINICIAN_PRESENT");
  if (grantedToId === openedById && couple.others) throw new AppError("INVALID");
  const zone = await practiceZone(tx, actor);
  const endsAt = emergencyEnd(startsAt, days, zone);
  await tx.breakGlass.createMany({
    data: [{ practiceId, id, coupleId, openedById, grantedToId, reason, startsAt, endsAt }],
  });
  const rowId = uuidv7();
  const role = "COVERING" as const;
  const access = { practiceId, id: rowId, coupleId, personId: grantedToId, role, startsAt, endsAt };
  await tx.coupleClinician.createMany({ data: [{ ...access, addedById: openedById, breakGlassId: id }] });
  await oweAccessNotice(tx, actor, [{ rowId, personIds: await toldOf(tx, actor, coupleId, grantedToId) }]);
}
