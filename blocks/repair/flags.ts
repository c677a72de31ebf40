/** A word that can sound like taking an apology back, and where it stands. */
export interface Flag {
  word: string;
  index: number;
}

const letter = "[\\p{L}\\p{M}]";
const before = `(?<!${letter})`;
const after = `(?!${letter})`;

/** "As if" and "nothing but" take nothing back. */
const english = new RegExp(
  `(?<!\\b(?:nothing|anything|all)\\s)${before}but${after}|(?<!\\bas\\s)${before}if${after}`,
  "giu",
);
/** "Si" is no condition in "como si", in "sí" typed without its accent ("Si, fui yo", "por si mismo") or at the end. */
const spanish = new RegExp(
  `(?<!\\b(?:un|ningún|ningun|el)\\s)${before}pero${after}|(?<!\\b(?:como|de|en|a|eso)\\s)${before}si${after}(?!\\s*(?:[.,;:!?)”"]|mism[oa]s?\\b|$))`,
  "giu",
);

/**
 * Every "but" and "if" of an apology ("pero", "si" in Spanish), in the order in which they stand. Both languages are
 * looked for, since people write in either. A nudge to look again, never a bar.
 */
export function flagsIn(text: string): Flag[] {
  const plain = text.normalize("NFC");
  return [english, spanish]
    .flatMap((pattern) => [...plain.matchAll(pattern)])
    .map((found) => ({ word: found[0], index: found.index }))
    .sort((one, other) => one.index - other.index);
}

/** The flagged word with up to `around` characters on either side, cut at words, to show where it stands. */
export function excerpt(text: string, flag: Flag, around = 24): string {
  const plain = text.normalize("NFC");
  const from = Math.max(0, flag.index - around);
  const to = Math.min(plain.length, flag.index + flag.word.length + around);
  const start = from === 0 ? 0 : plain.indexOf(" ", from) + 1 || from;
  const space = plain.lastIndexOf(" ", to);
  const end = to === plain.length || space <= flag.index ? to : space;
  return `${from > 0 ? "… " : ""}${plain.slice(Math.min(start, flag.index), end).trim()}${to < plain.length ? " …" : ""}`;
}
