import { Prisma } from "@/server/db/generated/client";
import type { Tx } from "@/server/db/with-actor";
import { type WordsPlace, wordsOf } from "@/server/db/words";
import type { Member } from "@/server/trpc/ladder";
import type { SafetyHistory, SafetyShape } from "./schema";

/** Where a record's words lie. */
export const notePlace = (rowId: string): WordsPlace => ({ table: "safety_record", column: "note", rowId });

/** SQL: the record of joint work that holds for a couple, as JSON; null for none. */
export const safetyJson = ({ practiceId }: Member, coupleId: string) => Prisma.sql`
  (SELECT json_build_object('standing', s.standing, 'lookAgainOn', s.look_again_on) FROM safety_record s
    WHERE s.practice_id = ${practiceId}::uuid AND s.couple_id = ${coupleId}::uuid ORDER BY s.created_at DESC, s.id DESC LIMIT 1)`;

/** The record of joint work that holds for a couple now; null for none. */
export async function currentSafety(tx: Tx, actor: Member, coupleId: string): Promise<SafetyShape | null> {
  const [row] = await tx.$queryRaw<{ safety: SafetyShape | null }[]>`SELECT ${safetyJson(actor, coupleId)} AS safety`;
  return row?.safety ?? null;
}

type Row = Omit<SafetyHistory["records"][number], "note"> & { byId: string; note: Uint8Array | null };

/** Every record of a couple with its words, newest first. */
export async function safetyHistory(tx: Tx, actor: Member, coupleId: string): Promise<SafetyHistory> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT s.id AS "recordId", s.standing, s.look_again_on::text AS "lookAgainOn", s.recorded_by_id AS "byId", p.display_name AS "byName",
      s.created_at AS at, s.note
    FROM safety_record s JOIN person p ON p.practice_id = s.practice_id AND p.id = s.recorded_by_id
    WHERE s.practice_id = ${actor.practiceId}::uuid AND s.couple_id = ${coupleId}::uuid ORDER BY s.created_at DESC, s.id DESC`;
  const words = await wordsOf(
    tx,
    actor.practiceId,
    rows.map((row) => row.byId),
  );
  return {
    records: rows.map(({ byId, note, ...row }) => ({
      ...row,
      note: note ? words.open(byId, note, notePlace(row.recordId)) : null,
    })),
  };
}
