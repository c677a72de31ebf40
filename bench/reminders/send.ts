import pLimit from "p-limit";
import { drainReminders } from "@/server/jobs/send-reminders";
import { noteMail } from "@/server/mail/send";
import { mailPool } from "@/server/mail/transport";
import { withClient } from "../../scripts/lib/roles";

export const mails = 5_000;

/** Mails a second through everything, and through nodemailer's pool alone. */
export interface SendRates {
  pipeline: number;
  pool: number;
}

async function rate(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (mails * 1000) / (performance.now() - started);
}

/** Owes one mail each to so many partners, spread over the practices. */
const owing = `
  TRUNCATE reminder;
  INSERT INTO reminder (practice_id, id, person_id, kind, subject, due_at, created_at)
    SELECT practice_id, gen_random_uuid(), person_id, 'HOMEWORK_DUE', due_on::text, now() - interval '1 minute', now()
    FROM (SELECT *, row_number() OVER (PARTITION BY practice_id ORDER BY id) AS place FROM occurrence) o
    ORDER BY place LIMIT ${mails};
  ANALYZE reminder;`;

/** Claims, looks again, binds, renders, sends and records every mail. */
async function throughEverything(ownerUrl: string): Promise<number> {
  return withClient(ownerUrl, async (owner) => {
    await owner.query(owing);
    const found = await rate(drainReminders);
    const { rows } = await owner.query("SELECT count(*)::int AS sent FROM reminder WHERE state = 'SENT'");
    if (rows[0].sent !== mails) throw new Error(`${rows[0].sent} mails were sent, not ${mails}`);
    return found;
  });
}

/** The same mails, ready made, through such a pool alone: all handed over at once or a hundred at a time, whichever is quicker. */
async function throughThePool(url: string): Promise<number> {
  const id = "0190a7c4-0000-7000-8000-000000000001";
  const note = {
    practiceId: id,
    id,
    personId: id,
    kinds: ["HOMEWORK_DUE"],
    locale: "en",
    senderName: "Harbor House",
  } as const;
  const ready = await Promise.all(
    Array.from({ length: mails }, (_, place) => noteMail({ ...note, address: `${place}@bench.example` })),
  );
  const rates = [];
  for (const lane of [pLimit(mails), pLimit(100)]) {
    const pool = mailPool(url);
    rates.push(await rate(() => lane.map(ready, (mail) => pool.sendMail(mail))));
    pool.close();
  }
  return Math.max(...rates);
}

/** Both, one after the other, the first one first in every second round. */
export async function sendOnce(ownerUrl: string, url: string, round: number): Promise<SendRates> {
  if (round % 2 === 0) {
    const pipeline = await throughEverything(ownerUrl);
    return { pipeline, pool: await throughThePool(url) };
  }
  const pool = await throughThePool(url);
  return { pipeline: await throughEverything(ownerUrl), pool };
}
