import { type CivilDate, civilDate } from "@/server/clock";
import type { Tx } from "@/server/db/with-actor";
import { AppError } from "@/server/errors";
import { addressHash } from "@/server/mail/suppression";
import type { Member } from "@/server/trpc/ladder";
import { addressOf } from "../../calendar/links";
import {
  type KindChoice,
  partnerKind,
  type ReminderKind,
  type ReminderSettings,
  type StaffSettings,
  staffKind,
} from "../schema";

interface SettingsRow {
  contactEmail: string | null;
  locale: "en" | "es";
  timeZone: string;
  hour: number;
  quietFrom: number | null;
  quietTo: number | null;
  bits: number;
  optOuts: { kind: ReminderKind; until: CivilDate | null }[] | null;
  feedId: string | null;
  suppressed: { hash: string; cause: "REFUSED" | "BOUNCE" | "COMPLAINT" }[] | null;
}

/** What a person decided about mail, and whether their address takes any. */
interface MailSettings<S> {
  settings: S;
  address: string | null;
  stopped: "REFUSED" | "BOUNCE" | "COMPLAINT" | null;
  /** The secret address of their calendar feed; null for none. */
  calendar: string | null;
}

async function row(tx: Tx, { practiceId, personId }: Member): Promise<SettingsRow> {
  const [found] = await tx.$queryRaw<SettingsRow[]>`
    SELECT pp.contact_email AS "contactEmail", pp.locale, pp.time_zone AS "timeZone", pp.reminder_hour AS hour,
      pp.quiet_from AS "quietFrom", pp.quiet_to AS "quietTo", pp.reminder_days AS bits,
      (SELECT json_agg(json_build_object('kind', o.kind, 'until', o.until)) FROM reminder_opt_out o
        WHERE o.practice_id = pp.practice_id AND o.person_id = pp.person_id) AS "optOuts",
      (SELECT f.id FROM calendar_feed f WHERE f.practice_id = pp.practice_id AND f.person_id = pp.person_id) AS "feedId",
      (SELECT json_agg(json_build_object('hash', encode(s.address_hash, 'hex'), 'cause', s.cause)) FROM mail_suppression s
        WHERE s.practice_id = pp.practice_id AND s.person_id = pp.person_id) AS suppressed
    FROM person_private pp WHERE pp.practice_id = ${practiceId}::uuid AND pp.person_id = ${personId}::uuid`;
  if (!found) throw new AppError("NOT_FOUND");
  return found;
}

const weekdays = [0, 1, 2, 3, 4, 5, 6];

function settingsOf<K extends ReminderKind>(found: SettingsRow, kinds: readonly K[], today: CivilDate) {
  const { locale, timeZone, hour, quietFrom, quietTo, bits } = found;
  const optOuts = found.optOuts ?? [];
  const choice = (kind: K): KindChoice => {
    const one = optOuts.find((optOut) => optOut.kind === kind);
    if (!one) return "ON";
    if (one.until === null) return "OFF";
    return one.until < today ? "ON" : "PAUSED";
  };
  const pauses = optOuts.flatMap((one) => (one.until !== null && one.until >= today ? [one.until] : []));
  return {
    ...{ locale, timeZone, hour, quietFrom, quietTo },
    days: weekdays.filter((day) => (bits & (1 << day)) !== 0),
    pausedUntil: pauses.toSorted().at(-1) ?? null,
    kinds: Object.fromEntries(kinds.map((kind) => [kind, choice(kind)])) as Record<K, KindChoice>,
  };
}

async function mailSettings<K extends ReminderKind>(tx: Tx, actor: Member, kinds: readonly K[]) {
  const found = await row(tx, actor);
  const { contactEmail: address, suppressed, feedId: id } = found;
  const hash = address && Buffer.from(addressHash(address)).toString("hex");
  return {
    settings: settingsOf(found, kinds, civilDate(actor.at, found.timeZone)),
    address,
    calendar: id && addressOf({ practiceId: actor.practiceId, id }),
    stopped: suppressed?.find((one) => one.hash === hash)?.cause ?? null,
  };
}

/** What the acting partner decided about mail. A pause that has passed counts as none. */
export function partnerMailSettings(tx: Tx, actor: Member): Promise<MailSettings<ReminderSettings>> {
  return mailSettings(tx, actor, partnerKind.options);
}

/** What the acting member of staff decided about mail. */
export function staffMailSettings(tx: Tx, actor: Member): Promise<MailSettings<StaffSettings>> {
  return mailSettings(tx, actor, staffKind.options);
}
