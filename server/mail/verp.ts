import { linkMac, sameText } from "../crypto";
import { env } from "../env";

const macLength = 16;
const bytesOf = (id: string) => id.replaceAll("-", "");
const uuidOf = (hex: string) => hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
/** Lower case only: mail servers on the way may change the case of an address. */
const macOf = (hex: string) => Buffer.from(linkMac("bounce", hex)).toString("hex").slice(0, macLength);

/** Names a ledger row to whoever reports what became of its mail: nobody else can make one. 48 characters of [0-9a-f]. */
export function rowToken(id: string): string {
  const hex = bytesOf(id);
  return `${hex}${macOf(hex)}`;
}

/** The row's id of a token that we made, in any case; null for anything else. */
export function rowOf(token: string): string | null {
  const found = /^([0-9a-f]{32})([0-9a-f]{16})$/.exec(token.trim().toLowerCase());
  const [, hex, mac] = found ?? [];
  return hex && mac && sameText(mac, macOf(hex)) ? uuidOf(hex) : null;
}

/** Where a mail that cannot be delivered comes back to: an address of its own for each, where one is configured (VERP). */
export function bounceAddress(id: string): string {
  const { MAIL_BOUNCE, MAIL_FROM } = env();
  if (!MAIL_BOUNCE) return MAIL_FROM;
  const [name, domain] = MAIL_BOUNCE.split("@");
  return `${name}+${rowToken(id)}@${domain}`;
}

/** The row of an address that `bounceAddress` made; null for any other. */
export function rowOfAddress(address: string): string | null {
  const token = /\+([0-9a-f]{48})@/i.exec(address)?.[1];
  return token ? rowOf(token) : null;
}
