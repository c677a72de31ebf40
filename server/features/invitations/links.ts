import { linkMac, sameText } from "@/server/crypto";
import { env } from "@/server/env";
import { mailboxOf } from "./policy";

/** Which invitation a token names. Nothing is proven before the row has been asked. */
export interface InvitationName {
  practiceId: string;
  id: string;
}

const bytesOf = (id: string) => Buffer.from(id.replaceAll("-", ""), "hex");
const uuidOf = (bytes: Buffer) => bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
const bodyOf = ({ practiceId, id }: InvitationName) =>
  Buffer.concat([bytesOf(practiceId), bytesOf(id)]).toString("base64url");

/** The token of a mail's link: derived from the row, never stored. A new generation makes the old ones worthless. */
export function invitationToken(name: InvitationName, generation: number): string {
  const body = bodyOf(name);
  return `${body}.${linkMac("invitation", `${body}.${generation}`)}`;
}

/** The token of the QR code in the room: good as long as its six digits are. */
export function roomToken(name: InvitationName, roomHash: Uint8Array): string {
  const body = bodyOf(name);
  return `${body}.${linkMac("invitation-room", `${body}.${Buffer.from(roomHash).toString("hex")}`)}`;
}

/** The token that a phone goes on with once it has used up the digits or the QR code. It shows nothing of a mailbox. */
export function seatToken(name: InvitationName, generation: number): string {
  const body = bodyOf(name);
  return `${body}.${linkMac("invitation-seat", `${body}.${generation}`)}`;
}

/** What the database keeps of six digits: a hash under the link key, which is not in the database. */
export function roomHash(code: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(linkMac("room-code", code), "base64url"));
}

/** What is kept of a joined partner's mailbox: a hash under the link key, bound to the couple, so that nothing else can be compared. */
export function mailboxMark(coupleId: string, address: string): string {
  return linkMac("mailbox", `${coupleId} ${mailboxOf(address)}`);
}

/** Which invitation a token speaks of; null for what is no token. */
export function nameInToken(token: string): InvitationName | null {
  const bytes = Buffer.from(token.split(".")[0] ?? "", "base64url");
  return bytes.length === 32 ? { practiceId: uuidOf(bytes.subarray(0, 16)), id: uuidOf(bytes.subarray(16)) } : null;
}

/** Whether a token is the one that its row gives now, and by which way it came: by mail, from the room's QR code, after it. */
export function provenBy(
  token: string,
  row: InvitationName & { generation: number; roomHash: Uint8Array | null },
): "mail" | "seat" | "room" | null {
  if (sameText(token, invitationToken(row, row.generation))) return "mail";
  if (sameText(token, seatToken(row, row.generation))) return "seat";
  return row.roomHash && sameText(token, roomToken(row, row.roomHash)) ? "room" : null;
}

/** The page that a token opens. The token rides in the fragment: no server, log or proxy sees it. */
export function joinLink(token: string): string {
  return `${env().PUBLIC_URL}/join#${token}`;
}

/** The link by which a person confirms an address of their own; worthless once another one is pending. */
export function addressProofToken(practiceId: string, personId: string, address: string): string {
  const body = bodyOf({ practiceId, id: personId });
  return `${body}.${linkMac("address-proof", `${body}.${address}`)}`;
}

/** The page of that link. */
export function addressProofLink(token: string): string {
  return `${env().PUBLIC_URL}/join/address#${token}`;
}
