/**
 * What a browser could open: an address with a scheme, or a scheme that runs or calls something by itself. A scheme is
 * looked for among so few letters that a long text takes no longer than its length.
 */
const address =
  /(?:[a-z][a-z0-9+.-]{0,30}:\/\/|(?:javascript|vbscript|data|file|blob|about|mailto|tel|sms|intent|view-source)\s*:)\S*/giu;
const safe = /^https:\/\/[\p{L}\p{N}.-]+\.\p{L}{2,}(?::\d+)?(?:[/?#]\S*)?$/iu;
/** Marks that end a sentence around an address and not the address. */
const after = /[.,;:!?)\]»”’"']+$/u;

/** Whether every address in a text is an https link to a named host. */
export function linksAreSafe(text: string): boolean {
  return (text.match(address) ?? []).every((link) => safe.test(link.replace(after, "")));
}

/** A text in pieces, where each https link is a piece of its own; everything else stays words. */
export function linkPieces(text: string): { text: string; href: string | null }[] {
  const pieces: { text: string; href: string | null }[] = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(address)) {
    const link = found.replace(after, "");
    if (!safe.test(link)) continue;
    if (index > from) pieces.push({ text: text.slice(from, index), href: null });
    pieces.push({ text: link, href: link });
    from = index + link.length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), href: null });
  return pieces;
}
