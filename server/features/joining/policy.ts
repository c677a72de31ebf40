/** How somebody came to the page: the mail's own link, or the digits or QR code in the room. */
export type CameBy = "mail" | "seat";

/**
 * Where mail goes from now on. The invited mailbox is proven by its own link; any other address first gets one neutral
 * mail that asks, and nothing else until the person has confirmed it.
 */
export function contactOf(
  address: string,
  invited: { email: string | null; cameBy: CameBy },
): { contactEmail: string | null; pendingEmail: string | null } {
  const plain = (text: string) => text.trim().toLowerCase();
  const proven = invited.cameBy === "mail" && invited.email !== null && plain(invited.email) === plain(address);
  return proven ? { contactEmail: address, pendingEmail: null } : { contactEmail: null, pendingEmail: address };
}
