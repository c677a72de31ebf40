import { type CivilDate, civilDate, fromColumn, toColumn } from "@/server/clock";
import { Prisma } from "@/server/db/generated/client";
import type { Tx } from "@/server/db/with-actor";
import { AppError } from "@/server/errors";
import type { Member } from "@/server/trpc/ladder";
import { staffViewerOf } from "../people/queries";
import type { Absence, AbsencePage, Cover } from "./schema";

interface PlanRow {
  timeZone: string;
  absences:
    | { absenceId: string; startsOn: CivilDate; endsOn: CivilDate; homeworkRests: boolean; covers: Cover[] | null }[]
    | null;
  couples: AbsencePage["couples"] | null;
  therapists: AbsencePage["therapists"] | null;
}

/**
 * A therapist's absences that are not over, with who covers; their couples; and who may cover. One statement. The couples are
 * those with a running primary row, ended work left out.
 */
async function plan(tx: Tx, actor: Member): Promise<PlanRow> {
  const { practiceId, personId, at } = actor;
  const [row] = await tx.$queryRaw<PlanRow[]>`
    SELECT pr.time_zone AS "timeZone",
      (SELECT json_agg(json_build_object('absenceId', a.id, 'startsOn', a.starts_on, 'endsOn', a.ends_on, 'homeworkRests', a.homework_rests, 'covers',
          (SELECT json_agg(json_build_object('coupleId', cc.couple_id, 'personId', cc.person_id)) FROM couple_clinician cc
            WHERE cc.practice_id = a.practice_id AND cc.absence_id = a.id AND cc.ends_at > cc.starts_at AND cc.ends_at > ${at}::timestamptz
              AND cc.person_id = ANY ((SELECT guard.app_therapists())::uuid[]))) ORDER BY a.starts_on)
        FROM absence a WHERE a.practice_id = pr.id AND a.person_id = ${personId}::uuid AND a.cancelled_at IS NULL
          AND a.ends_on >= (${at}::timestamptz AT TIME ZONE pr.time_zone)::date) AS absences,
      (SELECT json_agg(json_build_object('coupleId', c.id, 'partners',
          (SELECT json_agg(json_build_object('personId', p.id, 'name', p.display_name, 'position', cp.position, 'joined', cp.joined_at IS NOT NULL) ORDER BY cp.position)
            FROM couple_partner cp JOIN person p ON p.practice_id = cp.practice_id AND p.id = cp.person_id
            WHERE cp.practice_id = c.practice_id AND cp.couple_id = c.id)) ORDER BY c.created_at, c.id)
        FROM couple_clinician cc JOIN couple c ON c.practice_id = cc.practice_id AND c.id = cc.couple_id AND c.state <> 'ENDED'
        WHERE cc.practice_id = pr.id AND cc.person_id = ${personId}::uuid AND cc.role = 'PRIMARY' AND cc.ends_at IS NULL) AS couples,
      (SELECT json_agg(json_build_object('personId', p.id, 'name', p.display_name) ORDER BY lower(p.display_name), p.id)
        FROM person p WHERE p.practice_id = pr.id AND p.id = ANY ((SELECT guard.app_therapists())::uuid[]) AND p.id <> ${personId}::uuid) AS therapists
    FROM practice pr WHERE pr.id = ${practiceId}::uuid`;
  if (!row) throw new AppError("NOT_FOUND");
  return row;
}

function absencesOf(row: PlanRow, today: CivilDate): Absence[] {
  const couples = (row.couples ?? []).map((couple) => couple.coupleId);
  return (row.absences ?? []).map(({ covers, ...absence }) => {
    const coveredBy = new Map((covers ?? []).map((one) => [one.coupleId, one.personId]));
    const all = couples.map((coupleId) => ({ coupleId, personId: coveredBy.get(coupleId) ?? null }));
    const uncovered = all.filter((one) => one.personId === null).length;
    return { ...absence, begun: absence.startsOn <= today, covers: all, uncovered };
  });
}

/** A therapist's own time away. @throws AppError NOT_FOUND for staff who treat nobody. */
export async function absencePage(tx: Tx, actor: Member): Promise<AbsencePage> {
  if (!actor.roles.includes("THERAPIST")) throw new AppError("NOT_FOUND");
  const row = await plan(tx, actor);
  const today = civilDate(actor.at, row.timeZone);
  return {
    viewer: staffViewerOf(actor),
    today,
    absences: absencesOf(row, today),
    couples: (row.couples ?? []).map(({ coupleId, partners }) => ({ coupleId, partners: partners ?? [] })),
    therapists: row.therapists ?? [],
  };
}

/** One's own absences that share a day with a span, another one left out. */
export async function overlapping(
  tx: Tx,
  actor: Member,
  days: { startsOn: CivilDate; endsOn: CivilDate },
  besides: string,
) {
  const { practiceId, personId } = actor;
  return tx.absence.count({
    where: {
      practiceId,
      personId,
      cancelledAt: null,
      id: { not: besides },
      startsOn: { lte: toColumn(days.endsOn) },
      endsOn: { gte: toColumn(days.startsOn) },
    },
  });
}

/** One's own absence as stored, with the cover that still holds or is planned. */
export async function storedAbsence(tx: Tx, actor: Member, absenceId: string) {
  const { practiceId, personId, at } = actor;
  const absence = await tx.absence.findFirst({ where: { practiceId, personId, id: absenceId } });
  if (!absence) return null;
  const covers = await tx.coupleClinician.findMany({
    where: { practiceId, absenceId, endsAt: { gt: at } },
    select: { id: true, coupleId: true, personId: true, role: true, startsAt: true, endsAt: true },
  });
  const { startsOn, endsOn, cancelledAt } = absence;
  const live = covers.filter((row) => row.endsAt && row.endsAt > row.startsAt);
  return { startsOn: fromColumn(startsOn), endsOn: fromColumn(endsOn), cancelledAt, covers: live };
}

/** SQL: whether standing homework of a couple (columns of `of`) rests on a day: its primary clinician is away and nobody covers. */
export const restsOn = (of: { practiceId: Prisma.Sql; coupleId: Prisma.Sql; day: Prisma.Sql }) => Prisma.sql`EXISTS (
  SELECT 1 FROM couple_clinician away
  JOIN absence ab ON ab.practice_id = away.practice_id AND ab.person_id = away.person_id AND ab.cancelled_at IS NULL AND ab.homework_rests
    AND ${of.day} BETWEEN ab.starts_on AND ab.ends_on
  JOIN practice home ON home.id = ab.practice_id
  WHERE away.practice_id = ${of.practiceId} AND away.couple_id = ${of.coupleId} AND away.role = 'PRIMARY' AND away.ends_at IS NULL
    AND NOT EXISTS (SELECT 1 FROM couple_clinician s WHERE s.practice_id = away.practice_id AND s.couple_id = away.couple_id
      AND s.absence_id = ab.id AND s.ends_at > s.starts_at
      AND (s.starts_at AT TIME ZONE home.time_zone)::date <= ${of.day} AND (s.ends_at AT TIME ZONE home.time_zone)::date > ${of.day}))`;
