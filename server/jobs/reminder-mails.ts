import { addDays, type CivilDate, civilDate } from "../clock";
import { inPractice } from "../db/in-practice";
import type { Tx } from "../db/with-actor";
import { billingPremise } from "../features/billing/queries/notices";
import { noticePremise } from "../features/clinicians/queries/notice";
import { warningPremise } from "../features/licences/queries";
import { type MailTimes, outsideQuietHours, plannedAt, stopReason } from "../features/reminders/policy";
import { bundleWeight, isAtOnce, outlastsPause } from "../features/reminders/policy.kinds";
import { firstWanted, isWanted, type PlanSettings, stoppedOn } from "../features/reminders/policy.plan";
import type { ReminderKind, ReminderReason } from "../features/reminders/schema";
import type { Note } from "../mail/send";
import { isAmong } from "../mail/suppression";
import { addressProofMail, invitationMail, type JoiningMail } from "./joining-mail";
import type { Claimed, Outcome } from "./reminder-claims";
import { datedHomework, isOver, newHomework, replies, type Work, weeklyPulse } from "./reminder-premises";
import { invitationOpen, privateWord, silence, weeklyDigest } from "./reminder-premises-staff";

interface Recipient extends MailTimes {
  personId: string;
  /** Null until the person has confirmed one. */
  address: string | null;
  locale: "en" | "es";
  senderName: string;
  days: number;
  gone: boolean;
  stopped: PlanSettings["stopped"] | null;
  /** Hashes of addresses that get nothing more, in hex. */
  suppressed: string[] | null;
}

function recipients(tx: Tx, practiceId: string, personIds: string[]): Promise<Recipient[]> {
  return tx.$queryRaw<Recipient[]>`
    SELECT p.id AS "personId", pp.contact_email AS address, pp.locale, pp.time_zone AS "timeZone", pp.reminder_hour AS "reminderHour",
      pp.quiet_from AS "quietFrom", pp.quiet_to AS "quietTo", pp.reminder_days AS days, pr.sender_name AS "senderName",
      p.ended_at IS NOT NULL AS gone,
      (SELECT json_agg(json_build_object('kind', o.kind, 'until', o.until)) FROM reminder_opt_out o
        WHERE o.practice_id = pp.practice_id AND o.person_id = pp.person_id) AS stopped,
      (SELECT json_agg(encode(s.address_hash, 'hex')) FROM mail_suppression s
        WHERE s.practice_id = pp.practice_id AND s.person_id = pp.person_id) AS suppressed
    FROM person_private pp
    JOIN person p ON p.practice_id = pp.practice_id AND p.id = pp.person_id
    JOIN practice pr ON pr.id = pp.practice_id
    WHERE pp.practice_id = ${practiceId}::uuid AND pp.person_id = ANY (${personIds}::uuid[])`;
}

type Counts = { running: number; open: number };
const counted = ({ running, open }: Counts) => ({ alive: running > 0, running: running > 0, open: open > 0 });
type Asked = { row: Claimed; today: CivilDate };
type Premises = (
  tx: Tx,
  practiceId: string,
  asked: readonly Asked[],
  at: Date,
) => Promise<({ id: string } & Omit<Work, "over">)[]>;
const each =
  (one: (tx: Tx, row: Claimed, at: Date, today: CivilDate) => Promise<Counts>): Premises =>
  async (tx, _practiceId, asked, at) => {
    const found = [];
    for (const { row, today } of asked) found.push({ id: row.id, ...counted(await one(tx, row, at, today)) });
    return found;
  };

/** What each kind of mail rests on; the kinds that one statement answers together share it. */
const premises: { kinds: readonly ReminderKind[]; ask: Premises }[] = [
  { kinds: ["HOMEWORK_DUE", "HOMEWORK_MISSED", "HOMEWORK_NUDGE"], ask: datedHomework },
  { kinds: ["HOMEWORK_NEW"], ask: newHomework },
  { kinds: ["WEEKLY_PULSE"], ask: weeklyPulse },
  { kinds: ["REPLY"], ask: replies },
  { kinds: ["WEEKLY_DIGEST"], ask: weeklyDigest },
  { kinds: ["SILENCE_NOTICE"], ask: silence },
  { kinds: ["INVITATION_OPEN"], ask: invitationOpen },
  { kinds: ["PRIVATE_WORD"], ask: privateWord },
  { kinds: ["TRIAL_ENDING", "PAYMENT_FAILED"], ask: each((tx, row, at) => billingPremise(tx, row, at)) },
  { kinds: ["LICENCE_EXPIRING"], ask: each((tx, row, _at, today) => warningPremise(tx, row, today)) },
  { kinds: ["ACCESS_NOTICE"], ask: each((tx, row, at) => noticePremise(tx, row, at)) },
];

async function worksOf(tx: Tx, practiceId: string, asked: readonly Asked[], at: Date): Promise<Map<string, Work>> {
  const works = new Map<string, Work>();
  for (const { kinds, ask } of premises) {
    const ours = asked.filter(({ row }) => kinds.includes(row.kind));
    const found = ours.length > 0 ? await ask(tx, practiceId, ours, at) : [];
    const over = new Map(ours.map((one) => [one.row.id, isOver(one)]));
    for (const { id, ...work } of found) works.set(id, { ...work, over: over.get(id) ?? false });
  }
  return works;
}

/** The mails around joining: to an address that is not the person's contact address yet. They wait for no hour. */
async function joiningMail(
  tx: Tx,
  { kind, practiceId, subject, personId }: Claimed,
  at: Date,
): Promise<JoiningMail | null> {
  if (kind === "INVITATION") return invitationMail(tx, practiceId, subject, at);
  return kind === "ADDRESS_PROOF" ? addressProofMail(tx, practiceId, personId) : null;
}

/** A row looked at again: to be sent, or what becomes of it. */
export type Verdict = { row: Claimed } & ({ outcome: Outcome } | { ready: Omit<Note, "id" | "kinds"> });

const isSuppressed = ({ suppressed }: Recipient, address: string) => isAmong(suppressed, address);

function ready(row: Claimed, to: Recipient, address: string, openUrl?: string): Verdict {
  const { practiceId, personId } = row;
  const { locale, senderName } = to;
  return { row, ready: { practiceId, personId, address, locale, senderName, ...(openUrl ? { openUrl } : {}) } };
}

function joiningVerdict(row: Claimed, to: Recipient, joining: JoiningMail): Verdict {
  const skip = (reason: "ENDED" | "BOUNCED" | "DONE" | "STALE"): Verdict => ({
    row,
    outcome: { state: "SKIPPED", reason },
  });
  if ("reason" in joining) return skip(joining.reason);
  if (to.gone) return skip("ENDED");
  return isSuppressed(to, joining.address) ? skip("BOUNCED") : ready(row, to, joining.address, joining.openUrl);
}

/** When a mail may go: not in quiet hours, unless it is urgent, and what is new not on a day that is not wanted. */
function allowedAt(kind: ReminderKind, to: Recipient, today: CivilDate, at: Date): Date {
  if (isAtOnce(kind)) return at;
  if (kind === "HOMEWORK_NEW" && !isWanted(today, to.days))
    return plannedAt(firstWanted(addDays(today, 1), to.days), to);
  return outsideQuietHours(at, to);
}

function verdict(row: Claimed, to: Recipient, work: Work | undefined, at: Date): Verdict {
  const today = civilDate(at, to.timeZone);
  const skip = (reason: ReminderReason): Verdict => ({
    row,
    outcome: { state: "SKIPPED", reason },
  });
  if (to.address === null) return skip("NO_ADDRESS");
  const stopped = stoppedOn(row.kind, today, to.stopped ?? []);
  const reason = stopReason(row.kind, {
    stillOpen: work?.open ?? false,
    over: work?.over ?? false,
    ended: to.gone || !work?.alive,
    paused: stopped === "PAUSED" || !work?.running,
    unsubscribed: stopped === "UNSUBSCRIBED",
    bounced: isSuppressed(to, to.address),
    lateHours: (at.getTime() - row.dueAt.getTime()) / 3_600_000,
  });
  if (reason === "PAUSED" && outlastsPause(row.kind)) {
    const nextAt = plannedAt(firstWanted(addDays(today, 1), to.days), to);
    return { row, outcome: { state: "OWED", nextAt, untried: true } };
  }
  if (reason) return skip(reason);
  const nextAt = allowedAt(row.kind, to, today, at);
  return nextAt > at ? { row, outcome: { state: "OWED", nextAt, untried: true } } : ready(row, to, to.address);
}

/** Looks again at why the mails of one practice were owed, in one transaction and a few statements for all of them. */
export function recheck(practiceId: string, rows: readonly Claimed[]): Promise<Verdict[]> {
  return inPractice(practiceId, async (tx, at) => {
    const found = await recipients(tx, practiceId, [...new Set(rows.map((row) => row.personId))]);
    const byId = new Map(found.map((one) => [one.personId, one]));
    const asked = rows.flatMap((row) => {
      const to = byId.get(row.personId);
      return to ? [{ row, today: civilDate(at, to.timeZone) }] : [];
    });
    const works = await worksOf(tx, practiceId, asked, at);
    const verdicts: Verdict[] = [];
    for (const row of rows) {
      const to = byId.get(row.personId);
      const joining = to && (await joiningMail(tx, row, at));
      if (!to) verdicts.push({ row, outcome: { state: "SKIPPED", reason: "ENDED" } });
      else verdicts.push(joining ? joiningVerdict(row, to, joining) : verdict(row, to, works.get(row.id), at));
    }
    return verdicts;
  });
}

/** One mail and the rows that go by it. */
export interface Mail {
  note: Note;
  rows: Claimed[];
}

const weightOf = (row: Claimed) => bundleWeight(row.kind) ?? 0;

/**
 * Makes one mail of what is due to a person, notices apart. Rows that were bound together by an earlier try stay so, under the
 * same row's name: what is sent again is the same message.
 */
export function bundle(verdicts: readonly Verdict[]): Mail[] {
  const toSend = verdicts.flatMap((one) => ("ready" in one ? [one] : []));
  const mailOf = ({ row }: (typeof toSend)[number]) =>
    row.carriedBy ?? (bundleWeight(row.kind) === null ? row.id : `person ${row.personId}`);
  return [...Map.groupBy(toSend, mailOf).values()].flatMap((group) => {
    const sorted = group.toSorted((a, b) => weightOf(a.row) - weightOf(b.row) || a.row.id.localeCompare(b.row.id));
    const rows = sorted.map((one) => one.row);
    const [lead] = sorted;
    if (!lead) return [];
    const kinds = [...new Set(rows.map((row) => row.kind))];
    return [{ rows, note: { ...lead.ready, id: lead.row.carriedBy ?? lead.row.id, kinds } }];
  });
}
