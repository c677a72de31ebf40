import pLimit from "p-limit";
import { now } from "../clock";
import { env } from "../env";
import { databaseFault } from "../errors";
import { isGivenUp, retryMinutes } from "../features/reminders/policy";
import { log } from "../log";
import { failureOf, type MailFailure } from "../mail/failure";
import { sendNote } from "../mail/send";
import { addressHash, suppress } from "../mail/suppression";
import { mailConnections } from "../mail/transport";
import { bind, type Claimed, claim, type Outcome } from "./reminder-claims";
import { bundle, type Mail, recheck } from "./reminder-mails";
import { Work } from "./reminder-work";

/** The most people that are claimed at a time, and for how many seconds of sending. */
const [peopleAtOnce, secondsAtOnce] = [1_000, 10];
const minute = 60_000;
/** How old the answer may be to whether a mail should still go: a slow server holds others up, and things happen meanwhile. */
const freshMs = minute;
/** How long a mail server that does not answer is left alone. */
const restMs = 15_000;
const lanes = pLimit(mailConnections * 2);
/** How many practices are looked at and sent at a time: one whose answers come slowly holds up few others. */
const practicesAtOnce = 4;

let restUntil = 0;
let stopping = false;

const later = (ms: number): Date => new Date(now().getTime() + ms);

/** What becomes of a row whose mail did not go. */
function failed(row: Claimed, { fault, code }: MailFailure): Outcome {
  const answered = code === undefined ? {} : { code };
  if (fault === "SERVER") return { state: "OWED", nextAt: new Date(restUntil), untried: true, ...answered };
  if (fault !== "LATER") return { state: "FAILED", reason: "REJECTED", ...answered };
  const lateHours = (now().getTime() - row.dueAt.getTime()) / (60 * minute);
  if (isGivenUp(row.attempts, lateHours)) return { state: "FAILED", reason: "UNREACHABLE", ...answered };
  return { state: "OWED", nextAt: later(retryMinutes(row.attempts) * minute), ...answered };
}

/** Sends one mail. A mail server that does not answer is left alone for a while, and none of its mail counts as tried. */
async function deliver({ note, rows }: Mail, work: Work, checkedAt: Date): Promise<void> {
  if (!work.isHeld) return work.drop(rows);
  const isOld = now().getTime() - checkedAt.getTime() > freshMs;
  if (stopping || isOld) return work.add(rows, { state: "OWED", nextAt: now(), untried: true });
  if (now().getTime() < restUntil) return work.add(rows, { state: "OWED", nextAt: new Date(restUntil), untried: true });
  try {
    await sendNote(note);
    work.add(rows, { state: "SENT" });
  } catch (error) {
    const failure = failureOf(error);
    if (failure.fault === "SERVER") restUntil = now().getTime() + restMs;
    if (failure.fault === "ADDRESS") {
      const { practiceId, personId, address } = note;
      await suppress({ practiceId, personId, addressHash: addressHash(address) }, "REFUSED", failure.code);
    }
    for (const row of rows) work.add([row], failed(row, failure));
    log().info({ reminder: note.id, fault: failure.fault, code: failure.code }, "mail did not go");
  }
}

async function sendPractice(practiceId: string, rows: readonly Claimed[], work: Work): Promise<void> {
  const checkedAt = now();
  const verdicts = await recheck(practiceId, rows);
  for (const one of verdicts) if ("outcome" in one) work.add([one.row], one.outcome);
  const mails = bundle(verdicts);
  if (mails.length === 0) return;
  const bound = mails.flatMap((mail) => mail.rows.map((row) => ({ row, lead: mail.note.id })));
  const held = await bind(
    bound.map((one) => one.row),
    bound.map((one) => one.lead),
  );
  const ours = mails.filter((mail) => mail.rows.every((row) => held.has(row.id)));
  await Promise.all(ours.map((mail) => lanes(() => deliver(mail, work, checkedAt))));
}

/** How many people are claimed at a time: no more than go in a few seconds, because the answer to whether a mail should go gets old. */
function share(): number {
  const { MAIL_PER_SECOND: perSecond } = env();
  return perSecond > 0 ? Math.min(peopleAtOnce, perSecond * secondsAtOnce) : peopleAtOnce;
}

/** Sends what is due: claims, looks again, binds, sends, records. @returns how many rows were taken */
export async function sendReminders(people = share()): Promise<number> {
  if (stopping || now().getTime() < restUntil) return 0;
  const rows = await claim(people);
  if (rows.length === 0) return 0;
  const work = new Work(rows);
  try {
    const practices = [...Map.groupBy(rows, (row) => row.practiceId)];
    await pLimit(practicesAtOnce).map(practices, ([practiceId, ours]) =>
      // What is wrong with one practice must not hold the others' mail.
      sendPractice(practiceId, ours, work).catch((error: unknown) => {
        log().error({ practiceId, ...databaseFault(error) }, "mail of a practice cannot be prepared");
      }),
    );
  } finally {
    await work.end();
  }
  log().info({ rows: rows.length }, "reminders");
  return rows.length;
}

/** Sends until nothing is due, two claims at a time: while one looks again, the other sends. @returns how many rows were taken */
export async function drainReminders(): Promise<number> {
  const drain = async (): Promise<number> => {
    let all = 0;
    for (let taken = 1; taken > 0; all += taken) taken = await sendReminders();
    return all;
  };
  const [one, other] = await Promise.all([drain(), drain()]);
  return one + other;
}

/** Hands back what is not under way and takes nothing more: the process is leaving. */
export function stopSending(): void {
  stopping = true;
}

/** Forgets that the mail server did not answer. For tests. */
export function forgetRest(): void {
  restUntil = 0;
}
