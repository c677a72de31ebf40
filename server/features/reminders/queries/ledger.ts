import { civilDate } from "@/server/clock";
import type { Tx } from "@/server/db/with-actor";
import { AppError } from "@/server/errors";
import type { Member } from "@/server/trpc/ladder";
import { couplePeople, partnerViewerOf, staffViewerOf } from "../../people/queries";
import { mondayOfWeek } from "../policy.plan";
import type {
  CoupleRemindersPage,
  LedgerRow,
  MailPage,
  ReminderKind,
  ReminderReason,
  RemindersPage,
  StaffRemindersPage,
} from "../schema";
import { partnerMailSettings, staffMailSettings } from "./settings";

interface Row {
  id: string;
  personId: string;
  kind: ReminderKind;
  subject: string;
  dueAt: Date;
  state: "OWED" | "CLAIMED" | "SENT" | "SKIPPED" | "FAILED";
  reason: ReminderReason | null;
  settledAt: Date | null;
}

/** The date that a row is about, told from its subject; null where the kind says all. */
function aboutOf(kind: ReminderKind, subject: string): string | null {
  if (kind === "WEEKLY_PULSE" || kind === "WEEKLY_DIGEST") return mondayOfWeek(subject);
  const dated = kind === "HOMEWORK_DUE" || kind === "HOMEWORK_MISSED" || kind === "HOMEWORK_NUDGE";
  return dated ? (subject.split(":").at(-1) ?? null) : null;
}

function ledgerRowOf({ id, kind, subject, dueAt, state, reason, settledAt }: Row): LedgerRow {
  const shown = state === "OWED" || state === "CLAIMED" ? ("WAITING" as const) : state;
  return { id, kind, about: aboutOf(kind, subject), at: settledAt ?? dueAt, state: shown, reason };
}

/** The acting person's own rows of the last sixty days, the newest first. */
async function ownRows(tx: Tx, { practiceId, personId, at }: Member): Promise<LedgerRow[]> {
  const from = new Date(at.getTime() - 60 * 86_400_000);
  const rows = await tx.reminder.findMany({
    where: { practiceId, personId, dueAt: { gt: from } },
    orderBy: [{ dueAt: "desc" }, { id: "desc" }],
    take: 60,
    select: {
      id: true,
      personId: true,
      kind: true,
      subject: true,
      dueAt: true,
      state: true,
      reason: true,
      settledAt: true,
    },
  });
  return rows.map(ledgerRowOf);
}

/** A partner's reminders: what they decided, and what they were sent and why. Their own rows only. */
export async function remindersOf(tx: Tx, actor: Member, coupleId: string): Promise<RemindersPage> {
  const [people] = await couplePeople(tx, actor, [coupleId]);
  if (!people) throw new AppError("NOT_FOUND");
  return {
    viewer: partnerViewerOf(actor, people),
    ...(await partnerMailSettings(tx, actor)),
    rows: await ownRows(tx, actor),
  };
}

/** The same for one of the staff. */
export async function staffReminders(tx: Tx, actor: Member): Promise<StaffRemindersPage> {
  return { viewer: staffViewerOf(actor), ...(await staffMailSettings(tx, actor)), rows: await ownRows(tx, actor) };
}

interface OpenRow {
  personId: string;
  openUntil: string | null;
  noMail: CoupleRemindersPage["partners"][number]["noMail"];
}

/**
 * The nearest due date of what each partner of a couple has open and unanswered, of those who joined, and why no email about it
 * would go. The couple is the one that was authorised.
 */
export function openHomework(tx: Tx, { practiceId, at, timeZone }: Member, coupleId: string): Promise<OpenRow[]> {
  const today = civilDate(at, timeZone);
  return tx.$queryRaw<OpenRow[]>`
    SELECT cp.person_id AS "personId", (SELECT min(o.due_on)::text FROM occurrence o
      JOIN assignment a ON a.practice_id = o.practice_id AND a.id = o.assignment_id AND a.state = 'ACTIVE'
      WHERE o.practice_id = cp.practice_id AND o.couple_id = cp.couple_id AND o.person_id = cp.person_id
        AND NOT o.rests AND o.opens_on <= ${today}::date AND o.due_on >= ${today}::date AND NOT EXISTS (
          SELECT 1 FROM check_in ci WHERE ci.practice_id = o.practice_id AND ci.occurrence_id = o.id)) AS "openUntil",
      CASE WHEN m.unconfirmed THEN 'NO_ADDRESS' WHEN m.unwanted THEN 'UNWANTED' END AS "noMail"
    FROM couple_partner cp JOIN couple c ON c.practice_id = cp.practice_id AND c.id = cp.couple_id AND c.state = 'ACTIVE'
    LEFT JOIN guard.app_couple_mail() m ON m.person_id = cp.person_id
    WHERE cp.practice_id = ${practiceId}::uuid AND cp.couple_id = ${coupleId}::uuid AND cp.joined_at IS NOT NULL`;
}

/** What both partners were sent on account of this couple, for its clinicians. */
export async function coupleReminders(tx: Tx, actor: Member, coupleId: string): Promise<CoupleRemindersPage> {
  const [people] = await couplePeople(tx, actor, [coupleId]);
  if (!people) throw new AppError("NOT_FOUND");
  const rows = await tx.$queryRaw<Row[]>`
    SELECT id, person_id AS "personId", kind, subject, due_at AS "dueAt", state, reason, settled_at AS "settledAt"
    FROM guard.app_couple_reminders()`;
  const open = await openHomework(tx, actor, coupleId);
  const partners = people.partners.map((partner) => {
    const own = rows.filter((row) => row.personId === partner.personId);
    const { openUntil = null, noMail = null } = open.find((one) => one.personId === partner.personId) ?? {};
    const nudged = own.some((row) => row.kind === "HOMEWORK_NUDGE" && aboutOf(row.kind, row.subject) === openUntil);
    return { ...partner, rows: own.slice(0, 40).map(ledgerRowOf), openUntil, nudged, noMail };
  });
  return { viewer: staffViewerOf(actor), partners };
}

/** How mail goes in the practice, for its owners: numbers by day, what failed, and who gets nothing. Never which kind. */
export async function practiceMail(tx: Tx, actor: Member): Promise<MailPage> {
  const days = await tx.$queryRaw<MailPage["days"]>`
    SELECT day::text, sent, skipped, failed, waiting FROM guard.app_mail_days()`;
  const failures = await tx.$queryRaw<MailPage["failures"]>`
    SELECT f.id, p.display_name AS name, coalesce(f.settled_at, f.due_at) AS at, f.reason, f.last_code AS code
    FROM guard.app_mail_failures() f JOIN person p ON p.practice_id = ${actor.practiceId}::uuid AND p.id = f.person_id`;
  const stopped = await tx.$queryRaw<MailPage["stopped"]>`
    SELECT DISTINCT ON (s.person_id) s.person_id AS "personId", p.display_name AS name, s.cause, s.at
    FROM mail_suppression s JOIN person p ON p.practice_id = s.practice_id AND p.id = s.person_id
    WHERE s.practice_id = ${actor.practiceId}::uuid ORDER BY s.person_id, s.at DESC`;
  return { viewer: staffViewerOf(actor), days, failures, stopped };
}
