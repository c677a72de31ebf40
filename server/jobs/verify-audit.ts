import { sealKey } from "../crypto";
import { inPractice } from "../db/in-practice";
import { type Fault, faultsOf, type Link } from "../features/audit/policy";
import { auditRows } from "./seal-audit";
import { practiceIds } from "./sweep-reminders";

/** What a check of one practice's audit log found. */
export interface AuditReport {
  practiceId: string;
  seals: number;
  /** Number and mac of the last seal, to be kept where nobody who can write to this database can: whoever cuts the end cannot keep it. */
  head: string;
  rows: number;
  /** Rows after the last seal: the next run seals them. */
  unsealed: number;
  faults: Fault[];
}

function verifyPractice(practiceId: string): Promise<AuditReport> {
  return inPractice(practiceId, async (tx, at) => {
    const seals = await tx.auditSeal.findMany({ where: { practiceId }, orderBy: { number: "asc" } });
    const links: Link[] = [];
    for (const seal of seals) links.push({ ...seal, present: await auditRows(tx, practiceId, seal.from, seal.to) });
    const unsealed = await auditRows(tx, practiceId, seals.at(-1)?.to ?? new Date(0), new Date(at.getTime() + 1));
    const rows = links.reduce((sum, link) => sum + link.rows, 0);
    const before = await tx.auditCheck.findUnique({ where: { practiceId } });
    const known = before && { number: before.seals, mac: before.head };
    const faults = faultsOf(sealKey(), links, known);
    const last = seals.at(-1);
    // What was seen once stays known until the chain has grown past it whole.
    const cut = known && (faults.length > 0 || (last?.number ?? 0) < known.number);
    const head = cut
      ? { seals: known.number, head: before.head }
      : { seals: last?.number ?? 0, head: last?.mac ?? null };
    const found = { at, sealedTo: last?.to ?? null, rows, faults: faults.length, ...head };
    await tx.auditCheck.upsert({ where: { practiceId }, create: { practiceId, ...found }, update: found });
    const named = last ? `${last.number}.${Buffer.from(last.mac).toString("hex").slice(0, 16)}` : "none";
    return { practiceId, seals: seals.length, head: named, rows, unsealed: unsealed.length, faults };
  });
}

/** Checks every practice's chain against the rows as they are now, and keeps what it found for the practice's owners. */
export async function verifyAudit(): Promise<AuditReport[]> {
  const reports: AuditReport[] = [];
  for (const id of await practiceIds()) reports.push(await verifyPractice(id));
  return reports;
}

/** The daily check. @returns how many practices' logs do not hold. */
export async function checkAudit(): Promise<number> {
  return (await verifyAudit()).filter((report) => report.faults.length > 0).length;
}
