import type { Tx } from "@/server/db/with-actor";
import type { Places } from "./schema";

interface ContextRow {
  practice_id: string;
  practice_name: string;
  couple_id: string | null;
  roles: string[];
  locale: string;
}

/** Every place that the proven login may enter, staff places first. */
export async function placesOf(tx: Tx): Promise<Places> {
  const rows = await tx.$queryRaw<
    ContextRow[]
  >`SELECT * FROM guard.app_contexts() ORDER BY couple_id NULLS FIRST, practice_name`;
  const locale = rows[0]?.locale;
  return {
    locale: locale === "es" || locale === "en" ? locale : null,
    places: rows.map(({ practice_id: practiceId, practice_name: practiceName, couple_id: coupleId, roles }) =>
      coupleId ? { kind: "couple", coupleId, practiceName } : { kind: "practice", practiceId, practiceName, roles },
    ),
  };
}
