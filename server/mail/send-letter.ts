import { renderLetter } from "@/emails/render";
import { letterCode, letterLink } from "../auth/letters";
import { linkMac } from "../crypto";
import type { LetterKind } from "../db/generated/enums";
import { env } from "../env";
import { asRefusal } from "./send";
import { mailTransport } from "./transport";

/** One mail of a login. */
export interface Letter {
  id: string;
  kind: LetterKind;
  topic: string | null;
  email: string;
  locale: string;
}

/** One letter as it is sent. */
export async function letterMail(letter: Letter) {
  const { id, kind, topic, email } = letter;
  const locale = letter.locale === "es" ? "es" : "en";
  const content = await renderLetter({ kind, topic, locale, url: letterLink(letter), code: letterCode(id) });
  const from = env().MAIL_FROM;
  return {
    from: { name: "Reconnect", address: from },
    to: email,
    ...content,
    messageId: `<${linkMac("message", id)}@${from.split("@")[1]}>`,
    headers: { "Auto-Submitted": "auto-generated" },
  };
}

/** Renders and sends one letter. @throws MailRefused on a permanent refusal; the transport's own error otherwise */
export async function sendLetter(letter: Letter): Promise<void> {
  try {
    await mailTransport().sendMail(await letterMail(letter));
  } catch (error) {
    throw asRefusal(error);
  }
}
