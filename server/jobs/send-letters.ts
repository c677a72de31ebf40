import { now } from "../clock";
import { systemClient } from "../db/clients";
import type { LetterKind } from "../db/generated/enums";
import { retryMinutes } from "../features/reminders/policy";
import { log } from "../log";
import { MailRefused } from "../mail/send";
import { sendLetter } from "../mail/send-letter";

const leaseMinutes = 2;
const batch = 20;
const minute = 60_000;

interface Claimed {
  id: string;
  kind: LetterKind;
  topic: string | null;
  email: string;
  locale: string;
  attempts: number;
  leaseUntil: Date;
  expiresAt: Date;
  consumedAt: Date | null;
}

/** Takes what is due, for two minutes; two workers never take the same row, and a dead one's rows come back. */
async function claim(): Promise<Claimed[]> {
  const at = now();
  const lease = new Date(at.getTime() + leaseMinutes * minute);
  return systemClient().$queryRaw<Claimed[]>`
    UPDATE identity.letter SET state = 'CLAIMED', lease_until = ${lease}::timestamptz, attempts = attempts + 1
    WHERE id IN (SELECT id FROM identity.letter
      WHERE state IN ('OWED', 'CLAIMED') AND due_at <= ${at}::timestamptz AND (lease_until IS NULL OR lease_until < ${at}::timestamptz)
      ORDER BY due_at LIMIT ${batch} FOR UPDATE SKIP LOCKED)
    RETURNING id, kind, topic, email, locale, attempts, lease_until AS "leaseUntil", expires_at AS "expiresAt", consumed_at AS "consumedAt"`;
}

type Outcome = { state: "SENT" | "SKIPPED" | "FAILED" } | { state: "OWED"; dueAt: Date };

/** A letter that is late or used is no use to anyone; else it is sent, and tried again while it is good. */
async function deliver(row: Claimed): Promise<Outcome> {
  if (row.consumedAt || row.expiresAt <= now()) return { state: "SKIPPED" };
  try {
    await sendLetter(row);
    return { state: "SENT" };
  } catch (error) {
    if (error instanceof MailRefused) return { state: "FAILED" };
    return { state: "OWED", dueAt: new Date(now().getTime() + (retryMinutes(row.attempts) * minute) / 4) };
  }
}

/** Sends the letters that are due. @returns how many were looked at */
export async function sendLetters(): Promise<number> {
  const rows = await claim();
  for (const row of rows) {
    const outcome = await deliver(row);
    const settled = outcome.state === "OWED" ? {} : { settledAt: now() };
    const { id, leaseUntil } = row;
    await systemClient().letter.updateMany({
      where: { id, state: "CLAIMED", leaseUntil },
      data: { ...outcome, ...settled, leaseUntil: null },
    });
    log().info({ letter: id, kind: row.kind, outcome: outcome.state }, "letter");
  }
  return rows.length;
}
