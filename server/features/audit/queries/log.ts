import type { Tx } from "@/server/db/with-actor";
import { AppError } from "@/server/errors";
import type { Member } from "@/server/trpc/ladder";
import { staffViewerOf } from "../../people/queries";
import type { Partner } from "../../people/schema";
import type { LogCursor, LogExportShape, LogFilters, LogPage, LogRow } from "../schema";
import { type CoarseRow, coarseRows } from "./rows";

type Couple = { coupleId: string; partners: Partner[] };

interface Around {
  people: LogPage["people"] | null;
  couples: (Omit<Couple, "partners"> & { partners: Partner[] | null })[] | null;
  sealed_to: Date | null;
  checked: { at: string; sealedTo: string | null; rows: number; faults: number } | null;
  exports: (Omit<LogExportShape, "createdAt" | "expiresAt"> & { createdAt: string; expiresAt: string })[] | null;
}

/** @throws AppError NOT_FOUND for whoever is no owner: the log is theirs. */
export function assertOwner(actor: Member): void {
  if (!actor.roles.includes("OWNER")) throw new AppError("NOT_FOUND");
}

/** Everything around the rows in one statement: names to narrow by, the seals, the files asked for. */
async function around(tx: Tx, { practiceId }: Member): Promise<Around | undefined> {
  const [row] = await tx.$queryRaw<Around[]>`
    SELECT (SELECT json_agg(json_build_object('personId', p.id, 'name', p.display_name, 'staff', EXISTS (SELECT 1 FROM staff_role r
          WHERE r.practice_id = p.practice_id AND r.person_id = p.id)) ORDER BY p.display_name, p.id)
        FROM person p WHERE p.practice_id = ${practiceId}::uuid) AS people,
      (SELECT json_agg(json_build_object('coupleId', c.id, 'partners', (
          SELECT json_agg(json_build_object('personId', p.id, 'name', p.display_name, 'position', cp.position,
            'joined', cp.joined_at IS NOT NULL) ORDER BY cp.position)
          FROM couple_partner cp JOIN person p ON p.practice_id = cp.practice_id AND p.id = cp.person_id
          WHERE cp.practice_id = c.practice_id AND cp.couple_id = c.id)) ORDER BY c.created_at, c.id)
        FROM couple c WHERE c.practice_id = ${practiceId}::uuid) AS couples,
      (SELECT max(s."to") FROM audit_seal s WHERE s.practice_id = ${practiceId}::uuid) AS sealed_to,
      (SELECT json_build_object('at', k.at, 'sealedTo', k.sealed_to, 'rows', k.rows, 'faults', k.faults)
        FROM audit_check k WHERE k.practice_id = ${practiceId}::uuid) AS checked,
      (SELECT json_agg(json_build_object('exportId', e.id, 'state', e.state, 'rows', e.rows, 'createdAt', e.created_at,
          'expiresAt', e.expires_at) ORDER BY e.created_at DESC)
        FROM log_export e WHERE e.practice_id = ${practiceId}::uuid) AS exports`;
  return row;
}

/** @throws AppError NOT_FOUND when the log is narrowed to somebody, or a couple, of elsewhere. */
export function assertKnown(
  { personId, coupleId }: LogFilters,
  people: { personId: string }[],
  couples: { coupleId: string }[],
): void {
  const person = !personId || people.some((one) => one.personId === personId);
  const couple = !coupleId || couples.some((one) => one.coupleId === coupleId);
  if (!person || !couple) throw new AppError("NOT_FOUND");
}

/** Rows with the names that the viewer knows; a couple that this practice does not have is only said to be elsewhere. */
export function namedRows(
  rows: CoarseRow[],
  people: { personId: string; name: string }[],
  couples: Couple[],
  procedures = new Map<string, string>(),
): LogRow[] {
  const names = new Map(people.map((one) => [one.personId, one.name]));
  const known = new Map(couples.map((one) => [one.coupleId, one]));
  return rows.map(({ personId, coupleId, ...row }) => {
    const couple = (coupleId && known.get(coupleId)) || null;
    const personName = (personId && names.get(personId)) || null;
    return {
      ...row,
      personName,
      couple,
      elsewhere: Boolean(coupleId && !couple),
      procedure: procedures.get(row.id) ?? null,
    };
  });
}

/** The practice's access log, coarse. @throws AppError NOT_FOUND for whoever is no owner. */
export async function practiceLog(
  tx: Tx,
  actor: Member,
  { after, ...filters }: LogFilters & { after?: LogCursor | undefined },
): Promise<LogPage> {
  assertOwner(actor);
  const { rows, next } = await coarseRows(tx, actor, filters, after);
  const found = await around(tx, actor);
  const couples = (found?.couples ?? []).map((one) => ({ ...one, partners: one.partners ?? [] }));
  const people = found?.people ?? [];
  assertKnown(filters, people, couples);
  const instant = (value: string) => new Date(value);
  const check = found?.checked ?? null;
  return {
    viewer: staffViewerOf(actor),
    rows: namedRows(rows, people, couples),
    next,
    people,
    couples,
    seal: {
      sealedTo: found?.sealed_to ?? null,
      check: check && {
        ...check,
        at: instant(check.at),
        sealedTo: check.sealedTo ? instant(check.sealedTo) : null,
      },
    },
    exports: (found?.exports ?? []).map((one) => ({
      ...one,
      createdAt: instant(one.createdAt),
      expiresAt: instant(one.expiresAt),
    })),
  };
}
