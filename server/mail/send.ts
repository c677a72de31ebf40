import { type RenderedNote, renderNote } from "@/emails/render";
import { linkMac } from "../crypto";
import { env } from "../env";
import { unsubscribeLinks } from "../features/reminders/links";
import { type StoppableKind, stopsOf } from "../features/reminders/policy.kinds";
import type { ReminderKind } from "../features/reminders/schema";
import { mailTransport } from "./transport";
import { bounceAddress, rowToken } from "./verp";

/** The mail server said for good that it will not take this mail (SMTP 5xx). */
export class MailRefused extends Error {}

/** A permanent refusal as such; anything else as it is. */
export function asRefusal(error: unknown): unknown {
  const code = (error as { responseCode?: number }).responseCode;
  return code !== undefined && code >= 500 ? new MailRefused("refused") : error;
}

/** One neutral note to one person. */
export interface Note {
  practiceId: string;
  /** The ledger row by whose mail all of them go: the Message-ID derives from it, so that a repeat is the same message. */
  id: string;
  personId: string;
  /** What the one mail carries, the weightiest first. */
  kinds: readonly ReminderKind[];
  address: string;
  locale: "en" | "es";
  senderName: string;
  /** What the button opens; the start page of whoever is signed in when left out. */
  openUrl?: string;
}

/** Stand-ins in a rendered body: addresses that no mail ever carries. */
const openBlank = "https://open.invalid/";
const stopBlank = (kind: StoppableKind) => `https://stop.invalid/${kind}/`;
const bodies = new Map<string, Promise<RenderedNote>>();
const mostBodies = 2_000;

/** A body with blanks for its links, rendered once for what it carries, language and sender. */
function bodyOf({ kinds, locale, senderName }: Note): Promise<RenderedNote> {
  const key = JSON.stringify([kinds, locale, senderName]);
  const known = bodies.get(key);
  if (known) return known;
  if (bodies.size >= mostBodies) bodies.clear();
  const stops = stopsOf(kinds).map((kind) => ({ kind, url: stopBlank(kind) }));
  const body = renderNote({ kinds, locale, senderName, openUrl: openBlank, stops });
  bodies.set(key, body);
  return body;
}

/** Headers that name our row to services that report bounces; only where one of them is configured. */
function reportHeaders({ id, address }: Note): Record<string, string> {
  const { MAIL_SES_TOPIC, MAIL_POSTMARK_SECRET } = env();
  return {
    ...(MAIL_SES_TOPIC && { "X-Reconnect-Row": rowToken(id, address) }),
    ...(MAIL_POSTMARK_SECRET && { "X-PM-Metadata-row": rowToken(id, address) }),
  };
}

/**
 * One note as it is sent. Below its text stands a link for each kind that it carries and that may be stopped. Of the headers
 * for unsubscribing (RFC 2369, RFC 8058) there is one: it stops the weightiest kind, which gave the mail its subject, because
 * a mail program shows one button beside that subject. A notice that nobody may stop has neither links nor headers.
 */
export async function noteMail(note: Note) {
  const stops = stopsOf(note.kinds).map((kind) => ({ kind, ...unsubscribeLinks({ ...note, kind }) }));
  const [first] = stops;
  const { subject, html, text } = await bodyOf(note);
  const open = note.openUrl ?? `${env().PUBLIC_URL}/home`;
  const filled = (body: string) =>
    stops.reduce((part, { kind, page }) => part.replaceAll(stopBlank(kind), page), body.replaceAll(openBlank, open));
  const from = env().MAIL_FROM;
  return {
    from: { name: note.senderName, address: from },
    to: note.address,
    envelope: { from: bounceAddress(note.id, note.address), to: note.address },
    subject,
    html: filled(html),
    text: filled(text),
    messageId: `<${linkMac("message", note.id)}@${from.split("@")[1]}>`,
    headers: {
      ...(first && {
        "List-Unsubscribe": `<${first.post}>`,
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      }),
      "Auto-Submitted": "auto-generated",
      ...reportHeaders(note),
    },
  };
}

/** Sends one note. @throws the transport's own error, as `failureOf` reads it */
export async function sendNote(note: Note): Promise<void> {
  await mailTransport().sendMail(await noteMail(note));
}
