import { civilDate, fromColumn, wallTime } from "@/server/clock";
import { Prisma } from "@/server/db/generated/client";
import type { Tx } from "@/server/db/with-actor";
import { AppError } from "@/server/errors";
import type { Member } from "@/server/trpc/ladder";
import { couplePeople, staffViewerOf } from "../people/queries";
import { maySchedule, stateOf } from "./policy";
import type { AppointmentShape, AppointmentsPage } from "./schema";

const comingShown = 30;
const pastShown = 5;

/** The rhythm that stands for a couple; null for none. */
export async function standingRhythm(tx: Tx, practiceId: string, coupleId: string) {
  return tx.appointmentRhythm.findFirst({ where: { practiceId, coupleId, endedAt: null } });
}

interface Row {
  id: string;
  startsAt: Date;
  minutes: number;
  skippedAt: Date | null;
  away: boolean;
  rhythmOn: string | null;
  timeZone: string;
}

/** What comes, the nearest first, and the latest that are over; in one statement. */
async function appointmentRows(tx: Tx, { practiceId, at }: Member, coupleId: string): Promise<Row[]> {
  return tx.$queryRaw<Row[]>`
    SELECT a.id, a.starts_at AS "startsAt", a.minutes, a.skipped_at AS "skippedAt", a.away, a.rhythm_on::text AS "rhythmOn",
      pr.time_zone AS "timeZone"
    FROM practice pr
    LEFT JOIN LATERAL (
      (SELECT * FROM appointment x WHERE x.practice_id = pr.id AND x.couple_id = ${coupleId}::uuid AND x.starts_at > ${at}::timestamptz
        ORDER BY x.starts_at LIMIT ${comingShown})
      UNION ALL
      (SELECT * FROM appointment x WHERE x.practice_id = pr.id AND x.couple_id = ${coupleId}::uuid AND x.starts_at <= ${at}::timestamptz
        ORDER BY x.starts_at DESC LIMIT ${pastShown})) a ON true
    WHERE pr.id = ${practiceId}::uuid ORDER BY a.starts_at`;
}

function shapeOf(row: Row): AppointmentShape {
  const on = civilDate(row.startsAt, row.timeZone);
  return {
    appointmentId: row.id,
    at: row.startsAt,
    on,
    time: wallTime(row.startsAt, row.timeZone),
    minutes: row.minutes,
    state: stateOf(row),
    movedFrom: row.rhythmOn !== null && row.rhythmOn !== on ? row.rhythmOn : null,
  };
}

/** When a couple meets. @throws AppError NOT_FOUND */
export async function appointmentsPage(tx: Tx, actor: Member, coupleId: string): Promise<AppointmentsPage> {
  const [people] = await couplePeople(tx, actor, [coupleId]);
  if (!people) throw new AppError("NOT_FOUND");
  const rows = await appointmentRows(tx, actor, coupleId);
  const rhythm = await standingRhythm(tx, actor.practiceId, coupleId);
  const timeZone = rows[0]?.timeZone ?? actor.timeZone;
  const shapes = rows.filter((row) => row.id).map(shapeOf);
  return {
    viewer: staffViewerOf(actor),
    coupleId,
    partners: people.partners,
    treats: actor.clinicianCouples.includes(coupleId),
    schedules: maySchedule(actor, coupleId) && people.state !== "ENDED",
    timeZone,
    today: civilDate(actor.at, timeZone),
    rhythm: rhythm && {
      rhythmId: rhythm.id,
      startsOn: fromColumn(rhythm.startsOn),
      time: rhythm.time,
      minutes: rhythm.minutes,
      weeks: rhythm.weeks,
    },
    next: people.nextAppointment,
    coming: shapes.filter((one) => one.at > actor.at),
    past: shapes.filter((one) => one.at <= actor.at).reverse(),
  };
}

/** The days of a couple's coming appointments that take place, in the practice's zone, as JSON inside another statement. */
export const comingDaysJson = ({ practiceId, at }: Member, coupleId: string) => Prisma.sql`
  (SELECT coalesce(json_agg(DISTINCT (x.starts_at AT TIME ZONE pr.time_zone)::date), '[]')
    FROM appointment x JOIN practice pr ON pr.id = x.practice_id
    WHERE x.practice_id = ${practiceId}::uuid AND x.couple_id = ${coupleId}::uuid AND x.skipped_at IS NULL AND NOT x.away
      AND (x.starts_at AT TIME ZONE pr.time_zone)::date >= (${at}::timestamptz AT TIME ZONE pr.time_zone)::date)`;
