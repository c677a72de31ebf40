import { createTransport, type Transporter } from "nodemailer";
import { env } from "../env";

let transporter: Transporter | undefined;
const seconds = 1_000;

/** How many connections to the mail server one process holds. */
export const mailConnections = 5;

/** The pool of SMTP connections of this process, as many mails a second as configured. @throws Error without a mail server */
export function mailTransport(): Transporter {
  const { SMTP_URL: url, MAIL_PER_SECOND: rateLimit } = env();
  if (!url) throw new Error("SMTP_URL is missing: no mail can be sent");
  transporter ??= createTransport({
    url,
    pool: true,
    maxConnections: mailConnections,
    maxMessages: 1_000,
    ...(rateLimit > 0 ? { rateDelta: seconds, rateLimit } : {}),
    connectionTimeout: 10 * seconds,
    greetingTimeout: 10 * seconds,
    socketTimeout: 30 * seconds,
  }) as Transporter;
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
