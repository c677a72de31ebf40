import { sealKey } from "../crypto";
import { inPractice } from "../db/in-practice";
import type { Tx } from "../db/with-actor";
import { digestOf, macOf, type SealedRow, sealFormat } from "../features/audit/policy";
import { practiceIds } from "./sweep-reminders";

/** Transactions end within 15 seconds, so rows this old are all committed. */
const minute = 60_000;

/** The audit rows of a span [from, to) in the order of their ids. */
export async function auditRows(tx: Tx, practiceId: string, from: Date, to: Date): Promise<SealedRow[]> {
  return tx.audit.findMany({
    where: { practiceId, at: { gte: from, lt: to } },
    orderBy: { id: "asc" },
    select: {
      id: true,
      at: true,
      personId: true,
      sessionId: true,
      coupleId: true,
      procedure: true,
      category: true,
      outcome: true,
    },
  });
}

/** Adds one seal to a practice's chain, when there is something to seal. @returns how many rows it covers. */
async function sealPractice(practiceId: string, settledMs: number): Promise<number> {
  return inPractice(practiceId, async (tx, at) => {
    // Two workers at once: the second waits, then finds nothing new.
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`seal ${practiceId}`}, 0))::text`;
    const last = await tx.auditSeal.findFirst({ where: { practiceId }, orderBy: { number: "desc" } });
    const from = last?.to ?? new Date(0);
    const to = new Date(at.getTime() - settledMs);
    const rows = to > from ? await auditRows(tx, practiceId, from, to) : [];
    if (rows.length === 0) return 0;
    const span = {
      practiceId,
      number: (last?.number ?? 0) + 1,
      from,
      to,
      rows: rows.length,
      format: sealFormat,
      digest: new Uint8Array(digestOf(rows)),
    };
    const mac = new Uint8Array(macOf(sealKey(), span, last?.mac ?? null));
    await tx.auditSeal.createMany({ data: [{ ...span, mac }] });
    return rows.length;
  });
}

/** Seals what every practice's audit log gained, up to `settledMs` ago. Running it again seals nothing twice. */
export async function sealAudit(settledMs = minute): Promise<number> {
  let sealed = 0;
  for (const id of await practiceIds()) sealed += await sealPractice(id, settledMs);
  return sealed;
}
