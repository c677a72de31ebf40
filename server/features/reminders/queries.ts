import type { Tx } from "@/server/db/with-actor";
import { AppError } from "@/server/errors";
import { isFresh, type Member } from "@/server/trpc/ladder";
import { ownHistoryOf } from "../check-ins/queries";
import { couplePeople, partnerViewerOf } from "../people/queries";
import { type MePage, partnerKind, type ReminderKind } from "./schema";

interface SettingsRow {
  contactEmail: string | null;
  locale: "en" | "es";
  timeZone: string;
  reminderHour: number;
  quietFrom: number | null;
  quietTo: number | null;
  unwanted: ReminderKind[] | null;
}

async function settingsOf(tx: Tx, actor: Member): Promise<SettingsRow> {
  const [row] = await tx.$queryRaw<SettingsRow[]>`
    SELECT pp.contact_email AS "contactEmail", pp.locale, pp.time_zone AS "timeZone", pp.reminder_hour AS "reminderHour",
      pp.quiet_from AS "quietFrom", pp.quiet_to AS "quietTo",
      (SELECT json_agg(o.kind) FROM reminder_opt_out o WHERE o.practice_id = pp.practice_id AND o.person_id = pp.person_id) AS unwanted
    FROM person_private pp WHERE pp.practice_id = ${actor.practiceId}::uuid AND pp.person_id = ${actor.personId}::uuid`;
  if (!row) throw new AppError("NOT_FOUND");
  return row;
}

/** Me: one's own history and settings. What one wrote opens for ten minutes after more than the mailbox was proven. */
export async function mePage(tx: Tx, actor: Member, coupleId: string): Promise<MePage> {
  const [people] = await couplePeople(tx, actor, [coupleId]);
  if (!people) throw new AppError("NOT_FOUND");
  const {
    contactEmail,
    locale,
    timeZone,
    reminderHour: hour,
    quietFrom,
    quietTo,
    unwanted,
  } = await settingsOf(tx, actor);
  const locked = !isFresh(actor);
  const history = await ownHistoryOf(tx, actor, coupleId, locked);
  const wanted = partnerKind.options.filter((kind) => !unwanted?.includes(kind));
  return {
    viewer: partnerViewerOf(actor, people),
    locked,
    history,
    settings: { wanted, hour, quietFrom, quietTo, timeZone, locale },
    address: contactEmail,
  };
}
