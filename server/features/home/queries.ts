import type { Tx } from "@/server/db/with-actor";
import type { Places } from "./schema";

interface ContextRow {
  practice_id: string;
  practice_name: string;
  couple_id: string | null;
  roles: string[];
  locale: string;
  /** The day on which they joined the couple, and its primary clinician. */
  since: string | null;
  therapist: string | null;
}

/** Since when and with whom, where the person has more than one couple in that practice. Never who the other partner is. */
function apartOf(row: ContextRow, rows: readonly ContextRow[]) {
  const alike = rows.filter((one) => one.couple_id !== null && one.practice_id === row.practice_id);
  return alike.length > 1 && row.since !== null ? { since: row.since, therapist: row.therapist } : null;
}

/** Every place that the proven login may enter, staff places first. */
export async function placesOf(tx: Tx): Promise<Places> {
  const rows = await tx.$queryRaw<
    ContextRow[]
  >`SELECT practice_id, practice_name, couple_id, roles, locale, since::text, therapist
    FROM guard.app_contexts() ORDER BY couple_id NULLS FIRST, practice_name`;
  const locale = rows[0]?.locale;
  return {
    locale: locale === "es" || locale === "en" ? locale : null,
    places: rows.map((row) => {
      const { practice_id: practiceId, practice_name: practiceName, couple_id: coupleId, roles } = row;
      return coupleId
        ? { kind: "couple", coupleId, practiceName, apart: apartOf(row, rows) }
        : { kind: "practice", practiceId, practiceName, roles };
    }),
  };
}
