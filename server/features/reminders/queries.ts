import { civilDate } from "@/server/clock";
import { Prisma } from "@/server/db/generated/client";
import type { Tx } from "@/server/db/with-actor";
import { wordsOf } from "@/server/db/words";
import { AppError } from "@/server/errors";
import { isFresh, type Member } from "@/server/trpc/ladder";
import { historyRows, historyWriters, lockedHistory, openHistory } from "../check-ins/queries";
import { lastDay } from "../clinicians/policy";
import { couplePeople, partnerViewerOf } from "../people/queries";
import { openTold, type ToldRows, toldJson, toldWriters } from "../tools/queries/told";
import { type MePage, partnerKind, type Readers, type ReminderKind } from "./schema";

interface SettingsRow {
  contactEmail: string | null;
  locale: "en" | "es";
  timeZone: string;
  reminderHour: number;
  quietFrom: number | null;
  quietTo: number | null;
  unwanted: ReminderKind[] | null;
  access: AccessRow[] | null;
  told: ToldRows | null;
}

/** A stretch of access to the couple: one that holds now, or one of emergency access. */
interface AccessRow {
  rowId: string;
  personId: string;
  name: string;
  role: Readers["present"][number]["role"];
  startsAt: string;
  endsAt: string | null;
  now: boolean;
  emergency: boolean;
}

/** Settings of the person and, in the same statement, who reads the couple, and what the person made with tools. */
async function settingsOf(tx: Tx, actor: Member, coupleId: string, locked: boolean): Promise<SettingsRow> {
  const told = locked ? Prisma.sql`NULL::json` : toldJson(actor, coupleId, { what: "own" });
  const [row] = await tx.$queryRaw<SettingsRow[]>`
    SELECT pp.contact_email AS "contactEmail", pp.locale, pp.time_zone AS "timeZone", pp.reminder_hour AS "reminderHour",
      pp.quiet_from AS "quietFrom", pp.quiet_to AS "quietTo",
      (SELECT json_agg(o.kind) FROM reminder_opt_out o WHERE o.practice_id = pp.practice_id AND o.person_id = pp.person_id) AS unwanted,
      (SELECT json_agg(json_build_object('rowId', a.id, 'personId', a.person_id, 'name', a.name, 'role', a.role, 'startsAt', a.starts_at,
          'endsAt', a.ends_at, 'now', a.now, 'emergency', a.emergency) ORDER BY a.role, a.starts_at DESC)
        FROM (SELECT cc.*, p.display_name AS name, cc.break_glass_id IS NOT NULL AS emergency,
            p.ended_at IS NULL AND (cc.ends_at IS NULL OR cc.ends_at > ${actor.at}::timestamptz) AS now
          FROM couple_clinician cc JOIN person p ON p.practice_id = cc.practice_id AND p.id = cc.person_id
          WHERE cc.practice_id = pp.practice_id AND cc.couple_id = ${coupleId}::uuid AND cc.starts_at <= ${actor.at}::timestamptz
            AND (cc.ends_at IS NULL OR cc.ends_at > cc.starts_at)) a WHERE a.now OR a.emergency) AS access,
      ${told} AS told
    FROM person_private pp WHERE pp.practice_id = ${actor.practiceId}::uuid AND pp.person_id = ${actor.personId}::uuid`;
  if (!row) throw new AppError("NOT_FOUND");
  return row;
}

/** Who reads the couple now, and when somebody did by emergency access; days in the reader's own zone. */
function readersOf(rows: AccessRow[], timeZone: string): Readers {
  const last = (endsAt: string | null) => endsAt && lastDay(new Date(endsAt), timeZone);
  const present = rows
    .filter((row) => row.now && !row.emergency)
    .map(({ personId, name, role, endsAt }) => ({ personId, name, role, until: last(endsAt) }));
  const emergencies = rows
    .filter((row) => row.emergency)
    .map(({ rowId, name, startsAt, endsAt }) => {
      const from = civilDate(new Date(startsAt), timeZone);
      return { rowId, name, from, until: last(endsAt) ?? from };
    });
  return { present, emergencies };
}

/** Me: one's own history and settings. What one wrote opens for ten minutes after more than the mailbox was proven. */
export async function mePage(tx: Tx, actor: Member, coupleId: string): Promise<MePage> {
  const [people] = await couplePeople(tx, actor, [coupleId]);
  if (!people) throw new AppError("NOT_FOUND");
  const locked = !isFresh(actor);
  const {
    contactEmail,
    locale,
    timeZone,
    reminderHour: hour,
    quietFrom,
    quietTo,
    unwanted,
    access,
    told,
  } = await settingsOf(tx, actor, coupleId, locked);
  const rows = await historyRows(tx, actor, coupleId);
  const writers = [actor.personId, ...historyWriters(rows), ...toldWriters(told)];
  const words = locked ? null : await wordsOf(tx, actor.practiceId, writers);
  const wanted = partnerKind.options.filter((kind) => !unwanted?.includes(kind));
  return {
    viewer: partnerViewerOf(actor, people),
    locked,
    history: words ? openHistory(rows, words, actor.personId) : lockedHistory(rows),
    told: words ? openTold(told, words, actor) : [],
    readers: readersOf(access ?? [], actor.timeZone),
    settings: { wanted, hour, quietFrom, quietTo, timeZone, locale },
    address: contactEmail,
  };
}
