import type { Prisma } from "@/server/db/generated/client";
import type { Tx } from "@/server/db/with-actor";
import type { Member } from "@/server/trpc/ladder";
import { cursorOf, pageSize, rowAt, windowOf } from "../policy.window";
import type { LogCursor, LogFilters, LogRow } from "../schema";

/** A row of the log as the app role may read it. */
export type CoarseRow = Pick<LogRow, "id" | "at" | "category" | "outcome"> & {
  personId: string | null;
  coupleId: string | null;
};

/** The conditions of a page: filters, and where it begins. Newest first. */
export function whereOf(
  { practiceId, timeZone }: Pick<Member, "practiceId" | "timeZone">,
  filters: LogFilters,
  after: LogCursor | undefined,
): Prisma.AuditWhereInput {
  const { personId, coupleId, category, outcome } = filters;
  const { from, to } = windowOf(filters, timeZone);
  const last = after ? rowAt(after) : undefined;
  return {
    practiceId,
    ...(personId && { personId }),
    ...(coupleId && { coupleId }),
    ...(category && { category }),
    ...(outcome && { outcome }),
    at: { ...(from && { gte: from }), ...(to && { lt: to }) },
    ...(last && { OR: [{ at: { lt: last.at } }, { at: last.at, id: { lt: last.id } }] }),
  };
}

/** One page of coarse rows, and where the next begins; row-level security decides whose. */
export async function coarseRows(
  tx: Tx,
  actor: Member,
  filters: LogFilters,
  after: LogCursor | undefined,
): Promise<{ rows: CoarseRow[]; next: LogCursor | null }> {
  const found = await tx.audit.findMany({
    where: whereOf(actor, filters, after),
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: pageSize + 1,
    select: { id: true, at: true, personId: true, coupleId: true, category: true, outcome: true },
  });
  const rows = found.slice(0, pageSize);
  const last = rows.at(-1);
  return { rows, next: found.length > pageSize && last ? cursorOf(last) : null };
}
