import { stringify } from "csv-stringify/sync";
import { createTranslator } from "next-intl";
import en from "@/messages/en/log.json";
import es from "@/messages/es/log.json";
import { defaultLocale, isLocale } from "@/messages/locales";
import { zonedIso } from "../clock";
import { sealBytes } from "../crypto";
import { inPractice } from "../db/in-practice";
import { KeyNotLoaded, loadPracticeKey, practiceKey } from "../db/keys";
import type { Tx } from "../db/with-actor";
import { exportPlace } from "../features/audit/commands/export";
import type { AuditCategory } from "../features/audit/policy.categories";
import { exportLimit } from "../features/audit/policy.window";
import { practiceIds } from "./sweep-reminders";

const catalogues = { en: { log: en }, es: { log: es } };

interface FileRow {
  at: Date;
  person: string | null;
  couple: string | null;
  elsewhere: boolean;
  category: AuditCategory;
  outcome: "ALLOWED" | "DENIED";
}

interface Asked {
  id: string;
  forPersonId: string | null;
  forCoupleId: string | null;
  category: AuditCategory | null;
  outcome: "ALLOWED" | "DENIED" | null;
  from: Date | null;
  to: Date | null;
  locale: string;
  timeZone: string;
}

/** The rows of a file, newest first, names as they are now; one more than a file takes, when there are more. */
async function fileRows(tx: Tx, practiceId: string, asked: Asked): Promise<FileRow[]> {
  const { forPersonId, forCoupleId, category, outcome, from, to } = asked;
  return tx.$queryRaw<FileRow[]>`
    SELECT a.at, p.display_name AS person, a.category, a.outcome, a.couple_id IS NOT NULL AND c.id IS NULL AS elsewhere,
      (SELECT string_agg(q.display_name, ' & ' ORDER BY cp.position) FROM couple_partner cp
        JOIN person q ON q.practice_id = cp.practice_id AND q.id = cp.person_id
        WHERE cp.practice_id = c.practice_id AND cp.couple_id = c.id) AS couple
    FROM audit a
    LEFT JOIN person p ON p.practice_id = a.practice_id AND p.id = a.person_id
    LEFT JOIN couple c ON c.practice_id = a.practice_id AND c.id = a.couple_id
    WHERE a.practice_id = ${practiceId}::uuid
      AND (${forPersonId}::uuid IS NULL OR a.person_id = ${forPersonId}::uuid)
      AND (${forCoupleId}::uuid IS NULL OR a.couple_id = ${forCoupleId}::uuid)
      AND (${category}::text IS NULL OR a.category::text = ${category}::text)
      AND (${outcome}::text IS NULL OR a.outcome::text = ${outcome}::text)
      AND (${from}::timestamptz IS NULL OR a.at >= ${from}::timestamptz) AND (${to}::timestamptz IS NULL OR a.at < ${to}::timestamptz)
    ORDER BY a.at DESC, a.id DESC LIMIT ${exportLimit + 1}`;
}

/** The file as a spreadsheet reads it; nothing in it can begin a formula there. */
function csvOf(rows: FileRow[], { locale: wanted, timeZone }: Asked): string {
  const locale = isLocale(wanted) ? wanted : defaultLocale;
  const words = createTranslator({ locale, messages: catalogues[locale], namespace: "log" });
  const lines = rows.map((row) => [
    zonedIso(row.at, timeZone),
    row.person ?? words("nobody"),
    row.couple ?? (row.elsewhere ? words("elsewhere") : ""),
    words(`category.${row.category}`),
    words(`outcome.${row.outcome}`),
  ]);
  const head = (["when", "who", "couple", "what", "outcome"] as const).map((name) => words(`column.${name}`));
  return stringify([head, ...lines], { escape_formulas: true, bom: true });
}

async function makeFile(tx: Tx, practiceId: string, asked: Asked): Promise<void> {
  const rows = await fileRows(tx, practiceId, asked);
  const where = { practiceId, id: asked.id };
  if (rows.length > exportLimit) {
    await tx.logExport.updateMany({ where, data: { state: "FAILED" } });
    return;
  }
  const plain = Buffer.from(csvOf(rows, asked), "utf8");
  const body = sealBytes(practiceKey(practiceId), plain, exportPlace(practiceId, asked.id));
  await tx.logExport.updateMany({ where, data: { state: "READY", rows: rows.length, body } });
}

/** Makes the files that a practice's owners wait for, and removes those whose day is over. */
async function exportPractice(practiceId: string): Promise<number> {
  const work = () =>
    inPractice(practiceId, async (tx, at) => {
      await tx.logExport.deleteMany({ where: { practiceId, expiresAt: { lte: at } } });
      const asked = await tx.logExport.findMany({ where: { practiceId, state: "OWED" } });
      for (const one of asked) await makeFile(tx, practiceId, one);
      return asked.length;
    });
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof KeyNotLoaded)) throw error;
    await loadPracticeKey(practiceId);
    return work();
  }
}

/** One practice's files when its id is given, else those of all. Running it again makes none twice. */
export async function exportLogs(ids: { practiceId?: string } = {}): Promise<number> {
  let made = 0;
  for (const id of ids.practiceId ? [ids.practiceId] : await practiceIds()) made += await exportPractice(id);
  return made;
}
