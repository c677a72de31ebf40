import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary } from "@zxcvbn-ts/language-common";
import { dictionary as english } from "@zxcvbn-ts/language-en";
import { dictionary as spanish } from "@zxcvbn-ts/language-es-es";

export const passwordLength = { least: 10, most: 256 };

/** A score of 3 of 4: "safely unguessable", more than 10^8 guesses (Wheeler 2016, zxcvbn). */
const leastScore = 3;

/** So much must be left of a password when the words that belong to the person are taken out of it. */
const leastRest = 6;

/** The person's own words: whole, the name before the @, and their parts. */
function hintWords(hints: string[]): string[] {
  const parts = hints.flatMap((hint) => [hint, ...hint.split("@"), ...hint.split(/[@.\s_-]+/)]);
  return [...new Set([...parts, "reconnect"].map((word) => word.toLowerCase()))].filter((word) => word.length > 2);
}

const restOf = (text: string, words: string[]): string =>
  [...words].sort((a, b) => b.length - a.length).reduce((rest, word) => rest.replaceAll(word, ""), text.toLowerCase());

let factory: ZxcvbnFactory | undefined;
let breached: Set<string> | undefined;

/** What is wrong with a new password, as a key of errors.json's `field`; null when nothing is. */
export type PasswordFault = "passwordShort" | "tooLong" | "passwordBreached" | "passwordGuessable";

/**
 * Judges a new password (NIST SP 800-63B, 5.1.1.2): length, the most frequent ones of published breaches, and how many
 * guesses it would take, names and addresses of the person included. No rule about kinds of characters.
 */
export function passwordFault(password: string, hints: string[] = []): PasswordFault | null {
  const text = password.normalize("NFKC");
  if (text.length < passwordLength.least) return "passwordShort";
  if (text.length > passwordLength.most) return "tooLong";
  breached ??= new Set((dictionary["passwords-common"] as string[]).map((word) => word.toLowerCase()));
  if (breached.has(text.toLowerCase())) return "passwordBreached";
  factory ??= new ZxcvbnFactory({ dictionary: { ...dictionary, ...english, ...spanish }, graphs: adjacencyGraphs });
  const words = hintWords(hints);
  if (restOf(text, words).length < leastRest) return "passwordGuessable";
  // Beyond this length guessing time only grows, and so would ours.
  return factory.check(text.slice(0, 100), words).score < leastScore ? "passwordGuessable" : null;
}
