import { civilDate } from "@/server/clock";
import type { Tx } from "@/server/db/with-actor";
import type { Member } from "@/server/trpc/ladder";
import { staffViewerOf } from "../../people/queries";
import { daysOf } from "../policy";
import { type PeoplePage, type StaffPerson, type StaffRole, staffRole } from "../schema";

/** One person of the staff with their live roles, as the database has it. */
export interface StaffRow {
  personId: string;
  name: string;
  pronouns: string | null;
  readingBits: number | null;
  createdAt: Date;
  endedAt: Date | null;
  roles: { role: StaffRole; startedAt: string | null }[] | null;
  couples: number;
  isPartner: boolean;
}

/** Everyone who has or had a role here, in one statement; one of them where an id is given. */
export async function staffRows(tx: Tx, actor: Member, personId: string | null = null): Promise<StaffRow[]> {
  return tx.$queryRaw<StaffRow[]>`
    SELECT p.id AS "personId", p.display_name AS name, p.pronouns, p.reading_days AS "readingBits", p.created_at AS "createdAt", p.ended_at AS "endedAt",
      (SELECT json_agg(json_build_object('role', r.role, 'startedAt', r.started_at) ORDER BY r.role) FROM staff_role r
        WHERE r.practice_id = p.practice_id AND r.person_id = p.id AND r.ended_at IS NULL) AS roles,
      (SELECT count(*)::int FROM couple_clinician cc WHERE cc.practice_id = p.practice_id AND cc.person_id = p.id
        AND cc.role = 'PRIMARY' AND cc.ends_at IS NULL) AS couples,
      EXISTS (SELECT 1 FROM couple_partner cp WHERE cp.practice_id = p.practice_id AND cp.person_id = p.id) AS "isPartner"
    FROM person p
    WHERE p.practice_id = ${actor.practiceId}::uuid AND (${personId}::uuid IS NULL OR p.id = ${personId}::uuid)
      AND EXISTS (SELECT 1 FROM staff_role r WHERE r.practice_id = p.practice_id AND r.person_id = p.id)
    ORDER BY lower(p.display_name), p.id`;
}

/** A row as pages show it. */
export function staffPersonOf(row: StaffRow, actor: Member): StaffPerson {
  const day = (instant: Date) => civilDate(instant, actor.timeZone);
  const order = (role: StaffRole) => staffRole.options.indexOf(role);
  return {
    personId: row.personId,
    name: row.name,
    pronouns: row.pronouns,
    readingDays: daysOf(row.readingBits),
    since: day(row.createdAt),
    until: row.endedAt && day(row.endedAt),
    roles: (row.roles ?? [])
      .sort((a, b) => order(a.role) - order(b.role))
      .map(({ role, startedAt }) => ({ role, since: day(startedAt ? new Date(startedAt) : row.createdAt) })),
    couples: row.couples,
    self: row.personId === actor.personId,
  };
}

/** Everyone who works here, and who did; all staff may see it. */
export async function peoplePage(tx: Tx, actor: Member): Promise<PeoplePage> {
  const people = (await staffRows(tx, actor)).map((row) => staffPersonOf(row, actor));
  const isPresent = (person: StaffPerson) => person.until === null && person.roles.length > 0;
  return {
    viewer: staffViewerOf(actor),
    mayChange: actor.roles.includes("OWNER"),
    present: people.filter(isPresent),
    former: people.filter((person) => !isPresent(person)),
  };
}
