import type { Tx } from "@/server/db/with-actor";
import type { Member } from "@/server/trpc/ladder";
import { staffViewerOf } from "../../people/queries";
import type { CoupleLogPage, LogCursor, LogFilters } from "../schema";
import { assertKnown, namedRows } from "./log";
import { type CoarseRow, coarseRows } from "./rows";

/** The procedures of these rows, as far as the database lets a clinician of their couple know them. */
async function proceduresOf(tx: Tx, rows: CoarseRow[]): Promise<Map<string, string>> {
  await tx.$queryRaw`SELECT set_config('app.log_ids', ${rows.map((row) => row.id).join(",")}, true)`;
  const found = await tx.$queryRaw<{ id: string; procedure: string }[]>`
    SELECT id, procedure FROM guard.app_couple_procedures()`;
  return new Map(found.map((row) => [row.id, row.procedure]));
}

interface PersonRow {
  personId: string;
  name: string;
  staff: boolean;
  position: 1 | 2 | null;
  joined: boolean;
}

/** Everyone who may stand in the log of a couple: the practice's staff, and its two partners. */
async function peopleAround(tx: Tx, { practiceId }: Member, coupleId: string): Promise<PersonRow[]> {
  return tx.$queryRaw<PersonRow[]>`
    SELECT * FROM (SELECT p.id AS "personId", p.display_name AS name, cp.position, cp.joined_at IS NOT NULL AS joined,
        EXISTS (SELECT 1 FROM staff_role r WHERE r.practice_id = p.practice_id AND r.person_id = p.id) AS staff
      FROM person p LEFT JOIN couple_partner cp ON cp.practice_id = p.practice_id AND cp.person_id = p.id
        AND cp.couple_id = ${coupleId}::uuid
      WHERE p.practice_id = ${practiceId}::uuid) one
    WHERE one.staff OR one.position IS NOT NULL ORDER BY one.position, one.name, one."personId"`;
}

/**
 * Who opened a couple, in full, for its clinicians, who were let in by the ladder. Six statements.
 * @throws AppError NOT_FOUND when it is narrowed to somebody who is neither staff nor one of the two.
 */
export async function coupleLog(
  tx: Tx,
  actor: Member,
  { coupleId, after, ...filters }: LogFilters & { coupleId: string; after?: LogCursor | undefined },
): Promise<CoupleLogPage> {
  const { rows, next } = await coarseRows(tx, actor, { ...filters, coupleId }, after);
  const procedures = await proceduresOf(tx, rows);
  const everyone = await peopleAround(tx, actor, coupleId);
  assertKnown(filters, everyone, []);
  const people = everyone.map(({ personId, name, staff }) => ({ personId, name, staff }));
  const partners = everyone.flatMap(({ personId, name, position, joined }) =>
    position === null ? [] : [{ personId, name, position, joined }],
  );
  return {
    viewer: staffViewerOf(actor),
    coupleId,
    partners,
    rows: namedRows(rows, people, [{ coupleId, partners }], procedures),
    next,
    people,
  };
}
