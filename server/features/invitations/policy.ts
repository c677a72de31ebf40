/** How long a link is good, and how long six digits in the room are. */
export const invitationDays = 7;
export const roomMinutes = 10;
/** Invitation mails that a practice which nobody has verified yet may send in 24 hours. */
export const unverifiedMailsADay = 10;
/** Mails for one invitation at most, whoever sends it: whoever has not come after so many is asked in person. */
export const mostSends = 10;

/** What has become of an invitation. */
export type InvitationState = "open" | "accepted" | "revoked" | "expired";

/** The facts that decide it. */
export interface InvitationFacts {
  expiresAt: Date;
  revokedAt: Date | null;
  acceptedAt: Date | null;
}

/** What has become of an invitation by now. An accepted one stays accepted; a revoked one never comes back. */
export function invitationState({ expiresAt, revokedAt, acceptedAt }: InvitationFacts, at: Date): InvitationState {
  if (acceptedAt) return "accepted";
  if (revokedAt) return "revoked";
  return expiresAt > at ? "open" : "expired";
}

/** Seven days from an instant. */
export function invitationEnd(at: Date): Date {
  return new Date(at.getTime() + invitationDays * 86_400_000);
}

const dotless = new Set(["gmail.com", "googlemail.com"]);

/**
 * The mailbox that an address leads to: case, a "+tag" and Gmail's dots make no other mailbox. For comparing only; mail
 * goes to what was typed.
 */
export function mailboxOf(address: string): string {
  const [local = "", domain = ""] = address.normalize("NFKC").trim().toLowerCase().split("@");
  const bare = local.split("+")[0] ?? local;
  const plain = dotless.has(domain) ? bare.replaceAll(".", "") : bare;
  return `${plain}@${domain === "googlemail.com" ? "gmail.com" : domain}`;
}

/** Whether two addresses lead to one mailbox: partners never share one. */
export function sameMailbox(one: string, other: string): boolean {
  return mailboxOf(one) === mailboxOf(other);
}
