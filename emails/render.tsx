import { createTranslator } from "next-intl";
import type { ReactElement } from "react";
import { render, toPlainText } from "react-email";
import en from "@/messages/en/emails.json";
import es from "@/messages/es/emails.json";
import { LetterEmail } from "./letter";
import { NoteEmail } from "./note";

const catalogues = { en, es };

type NoteKind = keyof typeof en.notes;
type StopKind = keyof typeof en.stop;

/** What a note needs to be rendered. The kinds decide the words, which stay neutral for each. */
export interface NoteInput {
  /** What the one mail carries: the first one gives the subject and the line, the others a line each. */
  kinds: readonly NoteKind[];
  locale: "en" | "es";
  senderName: string;
  openUrl: string;
  /** A link for each kind that it carries and that may be stopped; none: nobody may stop it. */
  stops: readonly { kind: StopKind; url: string }[];
}

/** A note as mail: subject, HTML and plain text. */
export interface RenderedNote {
  subject: string;
  html: string;
  text: string;
}

/** Mail programs of today read today's HTML; React Email names that of 2000. */
async function htmlOf(mail: ReactElement): Promise<string> {
  return (await render(mail)).replace(/^<!DOCTYPE[^>]*>/, "<!DOCTYPE html>");
}

const isRider = (kind: NoteKind): kind is keyof typeof en.also => kind in en.also;

/** A note as mail in the reader's language. @throws Error for a note that carries nothing */
export async function renderNote(input: NoteInput): Promise<RenderedNote> {
  const { kinds, locale, senderName, openUrl, stops } = input;
  const [lead, ...riders] = kinds;
  if (!lead) throw new Error("A note needs a kind");
  const t = createTranslator({ locale, messages: catalogues[locale] });
  const line = t(`notes.${lead}.line`, { senderName });
  const html = await htmlOf(
    <NoteEmail
      locale={locale}
      preview={line}
      greeting={t("greeting")}
      lines={[line, ...new Set(riders.filter(isRider).map((kind) => t(`also.${kind}`)))]}
      action={t("open")}
      openUrl={openUrl}
      why={stops.length > 0 ? t("why", { senderName }) : t("always")}
      stops={stops.map(({ kind, url }) => ({ label: t(`stop.${kind}`), url }))}
    />,
  );
  return { subject: t(`notes.${lead}.subject`, { senderName }), html, text: toPlainText(html) };
}

const topics = Object.keys(en.letters.notice).filter((key) => key !== "action" && key !== "wasYou");
type Topic = Exclude<keyof typeof en.letters.notice, "action" | "wasYou">;
const isTopic = (topic: string): topic is Topic => topics.includes(topic);

/** What a letter needs to be rendered: its link, and its digits where it asks for proof. */
export interface LetterInput {
  kind: "SIGN_IN" | "RESET" | "SIGN_UP" | "ADDRESS_CHANGE" | "SECURITY_NOTICE";
  topic: string | null;
  locale: "en" | "es";
  url: string;
  code: string;
}

/** A letter as mail: subject, HTML and plain text in the reader's language. @throws Error for a notice without a known topic */
export async function renderLetter(input: LetterInput): Promise<{ subject: string; html: string; text: string }> {
  const { kind, topic, locale, url, code } = input;
  const t = createTranslator({ locale, messages: catalogues[locale], namespace: "letters" });
  const notice = kind === "SECURITY_NOTICE";
  if (notice && !(topic && isTopic(topic))) throw new Error("A notice needs a topic");
  const words =
    notice && topic && isTopic(topic)
      ? (`notice.${topic}` as const)
      : (kind as Exclude<typeof kind, "SECURITY_NOTICE">);
  // The link of a changed address is opened where one is signed in; the others can be typed as digits.
  const typed = kind === "SIGN_IN" || kind === "RESET" || kind === "SIGN_UP";
  const html = await htmlOf(
    <LetterEmail
      locale={locale}
      greeting={t("hello")}
      line={t(`${words}.line`)}
      action={notice ? t("notice.action") : t(`${words as "SIGN_IN"}.action`)}
      url={url}
      {...(typed ? { code: { text: t("code"), digits: code } } : {})}
      ignore={notice ? t("notice.wasYou") : t("ignore")}
    />,
  );
  return { subject: t(`${words}.subject`), html, text: toPlainText(html) };
}
