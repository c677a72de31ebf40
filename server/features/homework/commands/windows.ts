import { v4 as uuidv4 } from "uuid";
import type { Cadence } from "@/content/schema";
import { addDays, type CivilDate, toColumn } from "@/server/clock";
import type { Tx } from "@/server/db/with-actor";
import { horizonDays } from "../policy";
import { type Grid, type StoredWindow, type WindowChanges, windowChanges } from "../policy.grid";
import { holdAppointments } from "./until";

/** Which assignments of a couple are to follow their grid again. */
export interface Synced {
  practiceId: string;
  coupleId: string;
  assignmentIds: readonly string[];
  /** Today in the practice's zone. */
  today: CivilDate;
}

interface AskedRow extends Grid {
  assignmentId: string;
  personId: string;
}

type StoredRow = StoredWindow & { assignmentId: string; personId: string };

/**
 * Keeps the worker, which adds windows, away from a practice whose grids are being changed. Editors do not wait for one
 * another here: they lock their assignments.
 */
export async function holdGrids(tx: Tx, practiceId: string): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock_shared(hashtextextended(${`grids ${practiceId}`}, 0))::text`;
}

/** The worker's side of `holdGrids`. */
export async function takeGrids(tx: Tx, practiceId: string): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`grids ${practiceId}`}, 0))::text`;
}

async function askedRows(tx: Tx, { practiceId, coupleId, assignmentIds }: Synced): Promise<AskedRow[]> {
  return tx.$queryRaw<AskedRow[]>`
    SELECT a.id AS "assignmentId", ap.person_id AS "personId", a.cadence, coalesce(a.grid_on, a.starts_on)::text AS "gridOn",
      a.grid_ordinal AS "gridOrdinal", a.ends_on::text AS "endsOn"
    FROM assignment a JOIN assignment_partner ap ON ap.practice_id = a.practice_id AND ap.assignment_id = a.id
    WHERE a.practice_id = ${practiceId}::uuid AND a.couple_id = ${coupleId}::uuid AND a.state = 'ACTIVE'
      AND a.id = ANY (${[...assignmentIds]}::uuid[])`;
}

/** The rows that may change, locked first: an answer that is being given is then seen, and one that comes later waits. */
async function storedRows(tx: Tx, { practiceId, coupleId, assignmentIds, today }: Synced): Promise<StoredRow[]> {
  const ids = [...assignmentIds];
  await tx.$queryRaw`
    SELECT o.id FROM occurrence o WHERE o.practice_id = ${practiceId}::uuid AND o.couple_id = ${coupleId}::uuid
      AND o.assignment_id = ANY (${ids}::uuid[]) AND o.due_on >= ${today}::date ORDER BY o.id FOR UPDATE`;
  return tx.$queryRaw<StoredRow[]>`
    SELECT o.id, o.assignment_id AS "assignmentId", o.person_id AS "personId", o.ordinal, o.opens_on::text AS "opensOn", o.due_on::text AS "dueOn",
      EXISTS (SELECT 1 FROM check_in ci WHERE ci.practice_id = o.practice_id AND ci.occurrence_id = o.id) AS answered
    FROM occurrence o WHERE o.practice_id = ${practiceId}::uuid AND o.couple_id = ${coupleId}::uuid AND o.assignment_id = ANY (${ids}::uuid[])`;
}

async function storeChanges(tx: Tx, { practiceId, coupleId }: Synced, all: (AskedRow & WindowChanges)[]) {
  const gone = all.flatMap((one) => one.gone);
  if (gone.length > 0) await tx.occurrence.deleteMany({ where: { practiceId, coupleId, id: { in: gone } } });
  const moved = Map.groupBy(
    all.flatMap((one) => one.moved),
    ({ dueOn }) => dueOn,
  );
  for (const [dueOn, rows] of moved) {
    const id = { in: rows.map((row) => row.id) };
    await tx.occurrence.updateMany({ where: { practiceId, coupleId, id }, data: { dueOn: toColumn(dueOn) } });
  }
  const data = all.flatMap(({ assignmentId, personId, missing }) =>
    missing.map(({ ordinal, opensOn, dueOn }) => ({
      ...{ practiceId, id: uuidv4(), coupleId, assignmentId, personId, ordinal },
      ...{ opensOn: toColumn(opensOn), dueOn: toColumn(dueOn) },
    })),
  );
  await tx.occurrence.createMany({ data });
}

/**
 * Brings the windows of running assignments in line with their grids, from today on: what nobody has answered is moved,
 * replaced or removed, what is missing is added, what was answered stays. Doing it again changes nothing.
 */
export async function syncWindows(tx: Tx, which: Synced): Promise<void> {
  if (which.assignmentIds.length === 0) return;
  const asked = await askedRows(tx, which);
  const rows = await storedRows(tx, which);
  const until = addDays(which.today, horizonDays);
  const changes = asked.map((one) => {
    const mine = rows.filter((row) => row.assignmentId === one.assignmentId && row.personId === one.personId);
    return { ...one, ...windowChanges(mine, one, which.today, until) };
  });
  await storeChanges(tx, which, changes);
}

/** A running or paused assignment as its editors find it, locked until the transaction ends. */
export interface HeldAssignment extends Grid {
  assignedById: string;
  state: "ACTIVE" | "PAUSED" | "ENDED";
  mode: "JUST_YOU" | "EACH" | "TOGETHER";
  knownToBoth: boolean;
  cadence: Cadence;
  startsOn: CivilDate;
  pausedOn: CivilDate | null;
  /** The day after which the next appointment ends it; null where none does. */
  untilAfter: CivilDate | null;
  /** Whether the strategy reaches the other partner. */
  joint: boolean;
}

/** Locks one assignment for whoever changes it; null where there is none to see. */
export async function holdAssignment(
  tx: Tx,
  practiceId: string,
  coupleId: string,
  assignmentId: string,
): Promise<HeldAssignment | null> {
  await holdAppointments(tx, coupleId);
  await holdGrids(tx, practiceId);
  const [row] = await tx.$queryRaw<HeldAssignment[]>`
    SELECT a.assigned_by_id AS "assignedById", a.state, a.mode, a.known_to_both AS "knownToBoth", a.cadence, a.starts_on::text AS "startsOn",
      a.ends_on::text AS "endsOn", coalesce(a.grid_on, a.starts_on)::text AS "gridOn", a.grid_ordinal AS "gridOrdinal",
      a.paused_on::text AS "pausedOn", a.until_after::text AS "untilAfter",
      (SELECT coalesce((sv.content->>'joint')::boolean, true) FROM strategy_version sv
        WHERE sv.practice_id = a.practice_id AND sv.id = a.strategy_version_id) AS joint
    FROM assignment a WHERE a.practice_id = ${practiceId}::uuid AND a.couple_id = ${coupleId}::uuid AND a.id = ${assignmentId}::uuid
    FOR UPDATE OF a`;
  return row ?? null;
}
