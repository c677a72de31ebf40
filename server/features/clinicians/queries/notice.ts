import type { Tx } from "@/server/db/with-actor";

/**
 * Whether a notice of access is still worth sending, read by the worker: emergency access always, other access while it holds
 * or is to come. `running` and `open` are counts, as for homework.
 */
export async function noticePremise(tx: Tx, row: { practiceId: string; subject: string }, at: Date) {
  const rowId = row.subject.split(":")[0] ?? "";
  const [found] = await tx.$queryRaw<{ running: number; open: number }[]>`
    SELECT count(*)::int AS running, count(*) FILTER (WHERE cc.break_glass_id IS NOT NULL OR cc.ends_at IS NULL
      OR (cc.ends_at > cc.starts_at AND cc.ends_at > ${at}::timestamptz))::int AS open
    FROM couple_clinician cc WHERE cc.practice_id = ${row.practiceId}::uuid AND cc.id = ${rowId}::uuid`;
  return found ?? { running: 0, open: 0 };
}
