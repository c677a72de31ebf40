import { civilDate, hourOf } from "@/server/clock";
import type { Tx } from "@/server/db/with-actor";
import type { Member } from "@/server/trpc/ladder";
import { partOfDay } from "../homework/policy";
import type { Partner, PartnerViewer, StaffViewer } from "./schema";

/** The frame of every staff page, from what the transaction already knows. */
export function staffViewerOf(actor: Member): StaffViewer {
  return {
    practiceId: actor.practiceId,
    practiceName: actor.practiceName,
    displayName: actor.displayName,
    roles: actor.roles as StaffViewer["roles"],
    today: civilDate(actor.at, actor.timeZone),
    timeZone: actor.timeZone,
  };
}

/** A couple as everyone connected with it may know it. */
export interface CouplePeople {
  coupleId: string;
  state: "ACTIVE" | "PAUSED" | "ENDED";
  startedOn: string;
  partners: Partner[];
  /** Who treats the couple now. `until` is the instant at which a covering one ends. */
  clinicians: { personId: string; name: string; role: string; until: string | null }[];
  lastAppointment: Date | null;
  nextAppointment: Date | null;
}

interface PeopleRow extends Omit<CouplePeople, "partners" | "clinicians"> {
  partners: Partner[] | null;
  clinicians: CouplePeople["clinicians"] | null;
}

/** Couples with their people and nearest appointments, in one statement; row-level security decides which exist. */
export async function couplePeople(tx: Tx, actor: Member, coupleIds: string[] | null): Promise<CouplePeople[]> {
  const rows = await tx.$queryRaw<PeopleRow[]>`
    SELECT c.id AS "coupleId", c.state, c.started_on::text AS "startedOn",
      (SELECT json_agg(json_build_object('personId', p.id, 'name', p.display_name, 'position', cp.position, 'joined', cp.joined_at IS NOT NULL) ORDER BY cp.position)
        FROM couple_partner cp JOIN person p ON p.practice_id = cp.practice_id AND p.id = cp.person_id
        WHERE cp.practice_id = c.practice_id AND cp.couple_id = c.id) AS partners,
      (SELECT json_agg(json_build_object('personId', p.id, 'name', p.display_name, 'role', cc.role, 'until', cc.ends_at) ORDER BY cc.role, p.display_name)
        FROM couple_clinician cc JOIN person p ON p.practice_id = cc.practice_id AND p.id = cc.person_id AND p.ended_at IS NULL
        WHERE cc.practice_id = c.practice_id AND cc.couple_id = c.id AND cc.starts_at <= ${actor.at}::timestamptz
          AND (p.id = ANY ((SELECT guard.app_therapists())::uuid[]) OR NOT (SELECT guard.app_is_staff()))
          AND (cc.ends_at IS NULL OR cc.ends_at > ${actor.at}::timestamptz)) AS clinicians,
      (SELECT max(a.starts_at) FROM appointment a WHERE a.practice_id = c.practice_id AND a.couple_id = c.id
        AND a.starts_at <= ${actor.at}::timestamptz AND a.skipped_at IS NULL AND NOT a.away) AS "lastAppointment",
      (SELECT min(a.starts_at) FROM appointment a WHERE a.practice_id = c.practice_id AND a.couple_id = c.id
        AND a.starts_at > ${actor.at}::timestamptz AND a.skipped_at IS NULL AND NOT a.away) AS "nextAppointment"
    FROM couple c
    WHERE c.practice_id = ${actor.practiceId}::uuid AND (${coupleIds}::uuid[] IS NULL OR c.id = ANY (${coupleIds}::uuid[]))
    ORDER BY c.created_at, c.id`;
  return rows.map((row) => ({ ...row, partners: row.partners ?? [], clinicians: row.clinicians ?? [] }));
}

/** The frame of every partner's page. Names only whoever has joined; says nothing of what they did. */
export function partnerViewerOf(actor: Member, people: CouplePeople): PartnerViewer {
  const other = people.partners.find((one) => one.personId !== actor.personId && one.joined);
  return {
    coupleId: people.coupleId,
    displayName: actor.displayName,
    partnerName: other?.name ?? null,
    therapistName: people.clinicians.find((one) => one.role === "PRIMARY")?.name ?? null,
    today: civilDate(actor.at, actor.timeZone),
    partOfDay: partOfDay(hourOf(actor.at, actor.timeZone)),
    timeZone: actor.timeZone,
  };
}
