import { createHmac } from "node:crypto";
import { z } from "zod";
import { sameText } from "../../crypto";
import { mailOf, mailOfAddress, type NamedMail } from "../verp";

/** What became of one mail, as somebody outside reports it. Only what is final: a mailbox that is full for now is no report. */
export interface MailEvent extends NamedMail {
  cause: "BOUNCE" | "COMPLAINT";
}

const toleranceSeconds = 300;

/**
 * Whether a report of one's own mail server is signed: `t=<seconds>,v1=<hex>` is HMAC-SHA-256 of `<seconds>.<body>` under
 * MAIL_EVENTS_SECRET, not older or newer than five minutes.
 */
export function isSigned(secret: string, header: string, body: string, at: Date): boolean {
  const [, seconds, mac] = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(header) ?? [];
  if (!seconds || !mac || Math.abs(at.getTime() / 1_000 - Number(seconds)) > toleranceSeconds) return false;
  return sameText(mac, createHmac("sha256", secret).update(`${seconds}.${body}`).digest("hex"));
}

const generic = z.object({
  events: z
    .array(
      z.object({
        type: z.enum(["bounce", "complaint"]),
        /** The address that the mail came back to, or its token alone. */
        returned: z.string().max(320),
      }),
    )
    .max(1_000),
});

/** Events of one's own mail server: `{ events: [{ type, returned }] }`. Tokens that we did not make are left out. */
export function genericEvents(body: string): MailEvent[] {
  return generic.parse(JSON.parse(body)).events.flatMap(({ type, returned }) => {
    const mail = mailOfAddress(returned) ?? mailOf(returned);
    return mail ? [{ ...mail, cause: type === "bounce" ? ("BOUNCE" as const) : ("COMPLAINT" as const) }] : [];
  });
}

const postmark = z.object({
  RecordType: z.string(),
  Type: z.string().optional(),
  Metadata: z.record(z.string(), z.string()).optional(),
});
/** Postmark's types of bounces that are final. */
const finalBounces = new Set(["HardBounce", "BadEmailAddress", "ManuallyDeactivated", "Blocked"]);

/** One event of Postmark; the row is named by the metadata that the mail carried. */
export function postmarkEvents(body: string): MailEvent[] {
  const { RecordType: record, Type: type = "", Metadata: metadata } = postmark.parse(JSON.parse(body));
  const mail = mailOf(metadata?.row ?? "");
  if (!mail) return [];
  if (record === "SpamComplaint") return [{ ...mail, cause: "COMPLAINT" }];
  return record === "Bounce" && finalBounces.has(type) ? [{ ...mail, cause: "BOUNCE" }] : [];
}

/** Whether a request carries Postmark's password, by basic authentication. */
export function isPostmark(secret: string, authorization: string): boolean {
  const [, encoded = ""] = /^Basic ([A-Za-z0-9+/=]{1,400})$/.exec(authorization) ?? [];
  const password = Buffer.from(encoded, "base64").toString("utf8").split(":").slice(1).join(":");
  return sameText(password, secret);
}

const ses = z.object({
  notificationType: z.string().optional(),
  eventType: z.string().optional(),
  mail: z.object({
    source: z.string().optional(),
    headers: z.array(z.object({ name: z.string(), value: z.string() })).optional(),
  }),
  bounce: z.object({ bounceType: z.string() }).optional(),
});

/** One event of SES, out of the message of its topic; the row is named by the envelope's sender or our header. */
export function sesEvents(message: string): MailEvent[] {
  const event = ses.parse(JSON.parse(message));
  const header = event.mail.headers?.find((one) => one.name.toLowerCase() === "x-reconnect-row")?.value;
  const mail = mailOfAddress(event.mail.source ?? "") ?? mailOf(header ?? "");
  const type = event.notificationType ?? event.eventType;
  if (!mail) return [];
  if (type === "Complaint") return [{ ...mail, cause: "COMPLAINT" }];
  return type === "Bounce" && event.bounce?.bounceType === "Permanent" ? [{ ...mail, cause: "BOUNCE" }] : [];
}
