/**
 * Whose fault it is that a mail did not go. ADDRESS: this address takes no mail. MESSAGE: this mail is not wanted. LATER: try
 * again. SERVER: our own mail server does not answer or does not know us, which says nothing of the mail.
 */
export type MailFault = "ADDRESS" | "MESSAGE" | "LATER" | "SERVER";

/** A failed mail: whose fault, and the SMTP code where there was an answer. */
export interface MailFailure {
  fault: MailFault;
  code?: number;
}

interface SmtpError {
  code?: string;
  command?: string;
  responseCode?: number;
  response?: string;
}

/** Enhanced codes of addresses that do not exist, moved or take nothing (RFC 3463, X.1.X and X.2.1). */
const deadAddress = /^5\d\d[ -]5\.(?:1\.\d+|2\.1)\b/;
/** Any other enhanced code of a permanent failure: about the mail, its size or somebody's policy. */
const otherReason = /^5\d\d[ -]5\.\d+\.\d+\b/;

function permanent({ command, response = "" }: SmtpError): MailFault {
  if (deadAddress.test(response)) return "ADDRESS";
  return command === "RCPT TO" && !otherReason.test(response) ? "ADDRESS" : "MESSAGE";
}

/** Reads nodemailer's error. A code that came before the recipient was named is about us, not about them. */
export function failureOf(error: unknown): MailFailure {
  const found = (typeof error === "object" && error !== null ? error : {}) as SmtpError;
  const code = found.responseCode;
  if (code === undefined) return { fault: found.code === "EENVELOPE" ? "MESSAGE" : "SERVER" };
  const named = found.command === "RCPT TO" || found.command === "DATA";
  if (!named || code === 421) return { fault: "SERVER", code };
  return { fault: code >= 500 ? permanent(found) : "LATER", code };
}
