import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary } from "@zxcvbn-ts/language-common";
import { dictionary as english } from "@zxcvbn-ts/language-en";
import { dictionary as spanish } from "@zxcvbn-ts/language-es-es";

export const passwordLength = { least: 10, most: 256 };

/** A score of 3 of 4: "safely unguessable", more than 10^8 guesses (Wheeler 2016, zxcvbn). */
const leastScore = 3;

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
  const words = [...hints, ...hints.flatMap((hint) => hint.split(/[@.\s]+/)), "reconnect"].filter(Boolean);
  // Beyond this length guessing time only grows, and so would ours.
  return factory.check(text.slice(0, 100), words).score < leastScore ? "passwordGuessable" : null;
}
