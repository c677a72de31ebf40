import { linkMac, sameText } from "../crypto";
import { env } from "../env";
import { addressHash } from "./suppression";

/** Lengths in hex digits: with the row's 32 the token is short enough for the name in an address (RFC 5321: 64). */
const tagLength = 6;
const macLength = 14;
const bytesOf = (id: string) => id.replaceAll("-", "");
const uuidOf = (hex: string) => hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
/** Lower case only: mail servers on the way may change the case of an address. */
const macOf = (named: string) => Buffer.from(linkMac("bounce", named)).toString("hex").slice(0, macLength);

/** A mail as its token names it: the row, and a few digits that tell whether an address is the one that it went to. */
export interface NamedMail {
  rowId: string;
  tag: string;
}

/** The digits of an address in a token. */
export function addressTag(address: string): string {
  return Buffer.from(addressHash(address)).toString("hex").slice(0, tagLength);
}

/** Names a mail to whoever reports what became of it: nobody else can make one. 52 characters of [0-9a-f]. */
export function rowToken(id: string, address: string): string {
  const named = `${bytesOf(id)}${addressTag(address)}`;
  return `${named}${macOf(named)}`;
}

/** The mail of a token that we made, in any case; null for anything else. */
export function mailOf(token: string): NamedMail | null {
  const [, hex, tag, mac] = /^([0-9a-f]{32})([0-9a-f]{6})([0-9a-f]{14})$/.exec(token.trim().toLowerCase()) ?? [];
  return hex && tag && mac && sameText(mac, macOf(`${hex}${tag}`)) ? { rowId: uuidOf(hex), tag } : null;
}

/** Where a mail that cannot be delivered comes back to: an address of its own for each, where one is configured (VERP). */
export function bounceAddress(id: string, address: string): string {
  const { MAIL_BOUNCE, MAIL_FROM } = env();
  if (!MAIL_BOUNCE) return MAIL_FROM;
  const [name, domain] = MAIL_BOUNCE.split("@");
  return `${name}+${rowToken(id, address)}@${domain}`;
}

/** The mail of an address that `bounceAddress` made; null for any other. */
export function mailOfAddress(address: string): NamedMail | null {
  const token = /\+([0-9a-f]{52})@/i.exec(address)?.[1];
  return token ? mailOf(token) : null;
}
