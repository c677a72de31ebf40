import { createTranslator } from "next-intl";
import { render, toPlainText } from "react-email";
import en from "@/messages/en/emails.json";
import es from "@/messages/es/emails.json";
import { NoteEmail } from "./note";

const catalogues = { en, es };

/** What a note needs to be rendered. `kind` decides the words, which stay neutral for each. */
export interface NoteInput {
  kind: keyof typeof en.notes;
  locale: "en" | "es";
  senderName: string;
  openUrl: string;
  unsubscribeUrl: string;
}

/** A note as mail: subject, HTML and plain text in the reader's language. */
export async function renderNote(input: NoteInput): Promise<{ subject: string; html: string; text: string }> {
  const { kind, locale, senderName, openUrl, unsubscribeUrl } = input;
  const t = createTranslator({ locale, messages: catalogues[locale] });
  const html = await render(
    <NoteEmail
      locale={locale}
      preview={t(`notes.${kind}.line`)}
      greeting={t("greeting")}
      line={t(`notes.${kind}.line`)}
      action={t("open")}
      openUrl={openUrl}
      why={t("why", { senderName })}
      stop={t("stop")}
      unsubscribeUrl={unsubscribeUrl}
    />,
  );
  return { subject: t(`notes.${kind}.subject`, { senderName }), html, text: toPlainText(html) };
}
