import { connect } from "node:net";
import { createTransport, type Transporter } from "nodemailer";
import SMTPPool from "nodemailer/lib/smtp-pool/index.js";
import { env } from "../env";

let transporter: Transporter | undefined;
const seconds = 1_000;

/** How many connections to the mail server one process holds. */
export const mailConnections = 5;

/**
 * A pool of connections to one mail server. It is made as such because `createTransport` forgets every option beside a `url`, the
 * pool among them. Its sockets write at once (TCP_NODELAY): a mail is written in small pieces, and each would wait for a
 * delayed acknowledgement of the one before, some 40 ms. A mail whose connection closes under it is tried on one more and then
 * told as failed, because the ledger and not the pool decides what is tried again.
 */
export function mailPool(url: string, perSecond = 0): Transporter<SMTPPool.SentMessageInfo> {
  const options = {
    url,
    pool: true,
    maxConnections: mailConnections,
    maxMessages: 1_000,
    maxRequeues: 1,
    ...(perSecond > 0 ? { rateDelta: seconds, rateLimit: perSecond } : {}),
    greetingTimeout: 10 * seconds, // connecting is part of it
    connectionTimeout: 10 * seconds,
    socketTimeout: 30 * seconds,
    // Handed over before it is connected: what goes wrong with it is then told as of any connection.
    getSocket: ({ host = "localhost", port, secure }, done) =>
      done(null, {
        connection: connect({ host, port: Number(port ?? (secure ? 465 : 587)), noDelay: true, keepAlive: true }),
      }),
  } satisfies SMTPPool.Options & { maxRequeues: number };
  return createTransport(new SMTPPool(options));
}

/** The pool of SMTP connections of this process, as many mails a second as configured. @throws Error without a mail server */
export function mailTransport(): Transporter {
  const { SMTP_URL: url, MAIL_PER_SECOND: perSecond } = env();
  if (!url) throw new Error("SMTP_URL is missing: no mail can be sent");
  transporter ??= mailPool(url, perSecond) as Transporter;
  return transporter;
}

/** Whether the mail server answers. */
export async function mailWorks(): Promise<boolean> {
  try {
    return await mailTransport().verify();
  } catch {
    return false;
  }
}

/** Closes the pool. */
export function closeMail(): void {
  transporter?.close();
  transporter = undefined;
}
