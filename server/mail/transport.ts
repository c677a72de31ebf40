import { createTransport, type Transporter } from "nodemailer";
import { env } from "../env";

let transporter: Transporter | undefined;

/** The pool of SMTP connections of this process. @throws Error when no mail server is configured. */
export function mailTransport(): Transporter {
  const url = env().SMTP_URL;
  if (!url) throw new Error("SMTP_URL is missing: no mail can be sent");
  transporter ??= createTransport(url, {}) as Transporter;
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
