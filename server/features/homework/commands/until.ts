import { addDays, type CivilDate } from "@/server/clock";
import type { Tx } from "@/server/db/with-actor";
import type { Member } from "@/server/trpc/ladder";
import { daysWithoutAppointment } from "../schema";

/** Whoever moves an appointment of this couple waits until an end that was told from it is stored, and the other way round. */
export async function holdAppointments(tx: Tx, coupleId: string): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`appointments ${coupleId}`}, 0))::text`;
}

/**
 * The end of what runs until the next appointment: the day of the first one after a day; eight weeks on where none stands.
 * From then on the database moves it along (guard.homework_follows).
 */
export async function endUntil(tx: Tx, actor: Member, coupleId: string, after: CivilDate): Promise<CivilDate> {
  const [row] = await tx.$queryRaw<{ day: CivilDate | null }[]>`
    SELECT min((a.starts_at AT TIME ZONE pr.time_zone)::date)::text AS day
    FROM appointment a JOIN practice pr ON pr.id = a.practice_id
    WHERE a.practice_id = ${actor.practiceId}::uuid AND a.couple_id = ${coupleId}::uuid AND a.skipped_at IS NULL AND NOT a.away
      AND (a.starts_at AT TIME ZONE pr.time_zone)::date > ${after}::date`;
  return row?.day ?? addDays(after, daysWithoutAppointment);
}
