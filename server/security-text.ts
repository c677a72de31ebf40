import { locales } from "@/messages/locales";
import { now } from "./clock";
import { env } from "./env";

/** How long a copy of the file may be believed; RFC 9116 recommends less than a year. */
const believedDays = 180;

/** An address of mail or web as a URI. Without one given, the usual mailbox of this host. */
function contactOf(given: string | undefined, host: string): string {
  const contact = given ?? `security@${host}`;
  return /^(https|mailto|tel):/.test(contact) ? contact : `mailto:${contact}`;
}

/** The text of /.well-known/security.txt (RFC 9116): where to report a flaw, until when this holds, in which languages. */
export function securityText(): string {
  const { PUBLIC_URL, SECURITY_CONTACT } = env();
  const address = (path: string) => new URL(path, PUBLIC_URL).href;
  const expires = new Date(now().getTime() + believedDays * 86_400_000);
  expires.setUTCHours(0, 0, 0, 0);
  const lines = [
    `Contact: ${contactOf(SECURITY_CONTACT, new URL(PUBLIC_URL).hostname)}`,
    `Expires: ${expires.toISOString()}`,
    `Preferred-Languages: ${locales.join(", ")}`,
    `Canonical: ${address("/.well-known/security.txt")}`,
    `Policy: ${address("/security")}`,
  ];
  return `${lines.join("\n")}\n`;
}
