import type { Place } from "@/server/crypto";
import { openForPractice } from "@/server/db/keys";
import type { Tx } from "@/server/db/with-actor";
import { AppError } from "@/server/errors";
import { enqueue } from "@/server/jobs/enqueue";
import type { Member } from "@/server/trpc/ladder";
import { exportLifeMs, windowOf } from "../policy.window";
import { assertOwner } from "../queries/log";
import type { LogExportShape, LogFilters } from "../schema";

/** Where a file of the log lies sealed. */
export const exportPlace = (practiceId: string, rowId: string): Place => ({
  table: "log_export",
  column: "body",
  practiceId,
  rowId,
});

/** Files that one owner may have waiting or ready at a time. */
const mostFiles = 5;

/** @throws AppError NOT_FOUND when the file is narrowed to somebody, or a couple, that the owner cannot see. */
async function assertVisible(tx: Tx, { practiceId }: Member, { personId, coupleId }: LogFilters): Promise<void> {
  const select = { id: true } as const;
  const person = personId ? await tx.person.findFirst({ where: { practiceId, id: personId }, select }) : true;
  const couple = coupleId ? await tx.couple.findFirst({ where: { practiceId, id: coupleId }, select }) : true;
  if (!person || !couple) throw new AppError("NOT_FOUND");
}

/**
 * An owner asks for a file of the log; the worker makes it. The same id again asks once.
 * @throws AppError NOT_FOUND for whoever is no owner and for ids of elsewhere, TOO_MANY while five files lie ready.
 */
export async function exportLog(
  tx: Tx,
  actor: Member,
  { clientId: id, ...filters }: LogFilters & { clientId: string },
): Promise<LogExportShape> {
  assertOwner(actor);
  await assertVisible(tx, actor, filters);
  const { practiceId, personId, at, locale, timeZone } = actor;
  const lying = await tx.logExport.findMany({ where: { practiceId }, select: { id: true } });
  const known = lying.some((one) => one.id === id);
  if (lying.length >= mostFiles && !known) throw new AppError("TOO_MANY");
  const expiresAt = new Date(at.getTime() + exportLifeMs);
  const { category, outcome, personId: forPersonId, coupleId: forCoupleId } = filters;
  const row = { practiceId, id, requestedById: personId, forPersonId, forCoupleId, category, outcome };
  const window = windowOf(filters, timeZone);
  const made = await tx.logExport.createMany({
    data: [{ ...row, ...window, locale, timeZone, createdAt: at, expiresAt }],
    skipDuplicates: true,
  });
  if (made.count > 0) await enqueue(tx, "audit.export", { practiceId, exportId: id });
  return { exportId: id, state: "OWED", rows: null, createdAt: at, expiresAt };
}

/** A file that is ready, opened. @throws AppError NOT_FOUND for another's, an expired or an unfinished one. */
export async function downloadExport(tx: Tx, actor: Member, id: string): Promise<{ fileName: string; csv: string }> {
  assertOwner(actor);
  const { practiceId } = actor;
  const file = await tx.logExport.findFirst({ where: { practiceId, id, state: "READY" } });
  if (!file?.body) throw new AppError("NOT_FOUND");
  const csv = openForPractice(practiceId, file.body, exportPlace(practiceId, id)).toString("utf8");
  return { fileName: `access-log-${file.createdAt.toISOString().slice(0, 10)}.csv`, csv };
}
