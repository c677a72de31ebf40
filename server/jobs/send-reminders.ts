import { addDays, civilDate, now } from "../clock";
import { systemClient } from "../db/clients";
import { inPractice } from "../db/in-practice";
import type { Tx } from "../db/with-actor";
import { noticePremise } from "../features/clinicians/queries/notice";
import { warningPremise } from "../features/licences/queries";
import { type MailTimes, outsideQuietHours, retryMinutes, stopReason } from "../features/reminders/policy";
import type { ReminderKind } from "../features/reminders/schema";
import { log } from "../log";
import { MailRefused, sendNote } from "../mail/send";
import { addressProofMail, invitationMail, type JoiningMail } from "./joining-mail";

const leaseMinutes = 2;
const batch = 20;
const maxAttempts = 12;
const minute = 60_000;

interface Claimed {
  practiceId: string;
  id: string;
  personId: string;
  kind: ReminderKind;
  subject: string;
  dueAt: Date;
  attempts: number;
  leaseUntil: Date;
}

/** Takes what is due, for two minutes; two workers never take the same row, and a dead one's rows come back. */
async function claim(): Promise<Claimed[]> {
  const at = now();
  const lease = new Date(at.getTime() + leaseMinutes * minute);
  return systemClient().$queryRaw<Claimed[]>`
    UPDATE reminder SET state = 'CLAIMED', lease_until = ${lease}::timestamptz, attempts = attempts + 1
    WHERE (practice_id, id) IN (
      SELECT practice_id, id FROM reminder
      WHERE state IN ('OWED', 'CLAIMED') AND due_at <= ${at}::timestamptz AND (lease_until IS NULL OR lease_until < ${at}::timestamptz)
      ORDER BY due_at LIMIT ${batch} FOR UPDATE SKIP LOCKED)
    RETURNING practice_id AS "practiceId", id, person_id AS "personId", kind, subject, due_at AS "dueAt", attempts, lease_until AS "leaseUntil"`;
}

type Outcome =
  | { state: "SENT" }
  | { state: "SKIPPED" | "FAILED"; reason: "DONE" | "ENDED" | "UNSUBSCRIBED" | "STALE" | "REJECTED" }
  | { retryAt: Date };

/** Records what became of a claim, if it is still ours. */
async function settle(row: Claimed, outcome: Outcome): Promise<void> {
  const data =
    "retryAt" in outcome
      ? { state: "OWED" as const, dueAt: outcome.retryAt, leaseUntil: null }
      : { ...outcome, leaseUntil: null, settledAt: now() };
  const { practiceId, id, leaseUntil } = row;
  await systemClient().reminder.updateMany({ where: { practiceId, id, state: "CLAIMED", leaseUntil }, data });
}

interface Recipient extends MailTimes {
  /** Null until the person has confirmed one. */
  address: string | null;
  locale: "en" | "es";
  senderName: string;
  gone: boolean;
  unsubscribed: boolean;
}

async function recipientOf(tx: Tx, { practiceId, personId, kind }: Claimed): Promise<Recipient | undefined> {
  const [row] = await tx.$queryRaw<Recipient[]>`
    SELECT pp.contact_email AS address, pp.locale, pp.time_zone AS "timeZone", pp.reminder_hour AS "reminderHour", pp.quiet_from AS "quietFrom",
      pp.quiet_to AS "quietTo", pr.sender_name AS "senderName", p.ended_at IS NOT NULL AS gone,
      EXISTS (SELECT 1 FROM reminder_opt_out o WHERE o.practice_id = pp.practice_id AND o.person_id = pp.person_id
        AND o.kind = ${kind}::reminder_kind) AS unsubscribed
    FROM person_private pp
    JOIN person p ON p.practice_id = pp.practice_id AND p.id = pp.person_id
    JOIN practice pr ON pr.id = pp.practice_id
    WHERE pp.practice_id = ${practiceId}::uuid AND pp.person_id = ${personId}::uuid`;
  return row;
}

/** What the mail would speak of, as it is now: how many windows are open unanswered, how many assignments still run. */
async function openWork(tx: Tx, { practiceId, personId, kind, subject }: Claimed, today: string) {
  const dueOn = kind === "HOMEWORK_DUE" ? subject : null;
  const assignmentId = kind === "HOMEWORK_NEW" ? subject : null;
  const [row] = await tx.$queryRaw<{ running: number; open: number }[]>`
    SELECT count(*)::int AS running, count(*) FILTER (WHERE o.due_on >= ${today}::date AND NOT EXISTS (
        SELECT 1 FROM check_in ci WHERE ci.practice_id = o.practice_id AND ci.occurrence_id = o.id))::int AS open
    FROM occurrence o
    JOIN assignment a ON a.practice_id = o.practice_id AND a.id = o.assignment_id AND a.state = 'ACTIVE'
    JOIN couple c ON c.practice_id = o.practice_id AND c.id = o.couple_id AND c.state = 'ACTIVE'
    WHERE o.practice_id = ${practiceId}::uuid AND o.person_id = ${personId}::uuid AND o.opens_on <= ${addDays(today, 1)}::date
      AND (o.due_on = ${dueOn}::date OR o.assignment_id = ${assignmentId}::uuid)`;
  return row ?? { running: 0, open: 0 };
}

/** A mail that should go now. */
type Ready = Pick<Recipient, "locale" | "senderName"> & { address: string; openUrl?: string };
type Rechecked = Ready | { outcome: Outcome };

/** The mails around joining: to an address that is not the person's contact address yet. They wait for no hour. */
async function joiningMail(
  tx: Tx,
  { kind, practiceId, subject, personId }: Claimed,
  at: Date,
): Promise<JoiningMail | null> {
  if (kind === "INVITATION") return invitationMail(tx, practiceId, subject, at);
  return kind === "ADDRESS_PROOF" ? addressProofMail(tx, practiceId, personId) : null;
}

/** What each kind of mail rests on, as it is now. */
async function premiseOf(tx: Tx, row: Claimed, at: Date, timeZone: string) {
  const today = civilDate(at, timeZone);
  if (row.kind === "LICENCE_EXPIRING") return warningPremise(tx, row, today);
  return row.kind === "ACCESS_NOTICE" ? noticePremise(tx, row, at) : openWork(tx, row, today);
}

/** Looks again at why the mail was owed; what is to be sent when it should go now, else what becomes of the row. */
async function recheck(row: Claimed): Promise<Rechecked> {
  return inPractice(row.practiceId, async (tx, at) => {
    const recipient = await recipientOf(tx, row);
    if (!recipient) return { outcome: { state: "SKIPPED", reason: "ENDED" } };
    const joining = await joiningMail(tx, row, at);
    if (joining) {
      const { gone, locale, senderName } = recipient;
      if ("reason" in joining) return { outcome: { state: "SKIPPED", reason: joining.reason } };
      return gone ? { outcome: { state: "SKIPPED", reason: "ENDED" } } : { ...joining, locale, senderName };
    }
    if (recipient.address === null) return { outcome: { state: "SKIPPED", reason: "REJECTED" } };
    const work = await premiseOf(tx, row, at, recipient.timeZone);
    const reason = stopReason(row.kind, {
      stillOpen: work.open > 0,
      ended: recipient.gone || work.running === 0,
      unsubscribed: recipient.unsubscribed,
      lateHours: (at.getTime() - row.dueAt.getTime()) / (60 * minute),
    });
    if (reason) return { outcome: { state: "SKIPPED", reason } };
    const retryAt = outsideQuietHours(at, recipient);
    return retryAt > at ? { outcome: { retryAt } } : { ...recipient, address: recipient.address };
  });
}

async function deliver(row: Claimed): Promise<Outcome> {
  const checked = await recheck(row);
  if ("outcome" in checked) return checked.outcome;
  const { address, locale, senderName, openUrl } = checked;
  try {
    const { practiceId, id, personId, kind } = row;
    await sendNote({ practiceId, id, personId, kind, address, locale, senderName, openUrl });
    return { state: "SENT" };
  } catch (error) {
    if (error instanceof MailRefused || row.attempts >= maxAttempts) return { state: "FAILED", reason: "REJECTED" };
    return { retryAt: new Date(now().getTime() + retryMinutes(row.attempts) * minute) };
  }
}

/** Sends what is due: claims, looks again, sends, records. @returns how many rows were settled. */
export async function sendReminders(): Promise<number> {
  const rows = await claim();
  for (const row of rows) {
    const outcome = await deliver(row);
    await settle(row, outcome);
    log().info({ reminder: row.id, kind: row.kind, outcome: "state" in outcome ? outcome.state : "LATER" }, "reminder");
  }
  return rows.length;
}
