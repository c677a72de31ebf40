import { renderNote } from "@/emails/render";
import { linkMac } from "../crypto";
import { env } from "../env";
import { unsubscribeLinks } from "../features/reminders/links";
import { isOptional } from "../features/reminders/policy";
import type { ReminderKind } from "../features/reminders/schema";
import { mailTransport } from "./transport";

/** The mail server said for good that it will not take this mail (SMTP 5xx). */
export class MailRefused extends Error {}

/** A permanent refusal as such; anything else as it is. */
export function asRefusal(error: unknown): unknown {
  const code = (error as { responseCode?: number }).responseCode;
  return code !== undefined && code >= 500 ? new MailRefused("refused") : error;
}

/** One neutral note to one person for one ledger row. */
export interface Note {
  practiceId: string;
  /** The ledger row's id: the Message-ID derives from it, so that a repeat is the same message. */
  id: string;
  personId: string;
  kind: ReminderKind;
  address: string;
  locale: "en" | "es";
  senderName: string;
  /** What the button opens; the start page of whoever is signed in when left out. */
  openUrl?: string;
}

/**
 * Renders and sends one note. A reminder carries both unsubscribe headers (RFC 2369, RFC 8058) and the link in its text; a
 * notice that nobody may stop carries neither.
 * @throws MailRefused on a permanent refusal; the transport's own error when trying again may help.
 */
export async function sendNote(note: Note): Promise<void> {
  const links = isOptional(note.kind) ? unsubscribeLinks(note) : null;
  const { subject, html, text } = await renderNote({
    kind: note.kind,
    locale: note.locale,
    senderName: note.senderName,
    openUrl: note.openUrl ?? `${env().PUBLIC_URL}/home`,
    unsubscribeUrl: links?.page ?? null,
  });
  const domain = env().MAIL_FROM.split("@")[1];
  try {
    await mailTransport().sendMail({
      from: { name: note.senderName, address: env().MAIL_FROM },
      to: note.address,
      subject,
      html,
      text,
      messageId: `<${linkMac("message", note.id)}@${domain}>`,
      headers: {
        ...(links && {
          "List-Unsubscribe": `<${links.post}>`,
          "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        }),
        "Auto-Submitted": "auto-generated",
      },
    });
  } catch (error) {
    throw asRefusal(error);
  }
}
