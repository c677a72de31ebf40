import type { Step, StepKey } from "./schema";

/** What every practice's mail is sent by until an owner chooses a name. */
export const firstSenderName = "Reconnect";

/** Control characters, line and paragraph separators, and marks that turn the direction of writing. */
const notOneLine = /[\p{Cc}\p{Zl}\p{Zp}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;
/** A scheme, an address of the web or of mail; "Dr. Lee" and "J.R. Lee" are none. */
const webAddress = /:\/\/|\bwww\.|@|[\p{L}\p{N}-]{2,}\.\p{L}{2,24}(?![\p{L}.])|\.\p{L}{2,24}\//iu;

/** What is wrong with a name that other people's mail and pages will show, as a key of errors.json's `field`. */
export function nameFault(text: string): "oneLine" | "noAddress" | "needsLetters" | null {
  if (notOneLine.test(text)) return "oneLine";
  if (webAddress.test(text.normalize("NFKC").replaceAll("。", "."))) return "noAddress";
  return /\p{L}/u.test(text) ? null : "needsLetters";
}

/** Beginnings of words, without accents, that tell a lock screen what somebody is in care for. */
const tellingBeginnings =
  "therap|terap|counsel|consejer|psych|psic|psiq|coupl|parej|marri|marit|matrimon|divor|relationship|relacion|clinic|" +
  "mental|health|salud|medic|patient|pacient|treat|tratam|trauma|healing|sanacion|recover|sex|intima|intimid|doctor|addict|adicci";
/** Whole words that do. */
const tellingWords = "dr|dra|md|phd|psyd|lmft|lmhc|lcsw|lpc|mft|msw|emdr|eft|sessions?|sesion(?:es)?|love|amor";
const telling = new RegExp(
  `(?<!\\p{L})(?:(?:${tellingBeginnings})\\p{L}*|(?:${tellingWords})(?!\\p{L}))|(?:therap|terapi)`,
  "iu",
);

/** Whether a sender's name would say something of health or of a relationship (product rule: subject, sender and body do not). */
export function senderFault(text: string): "notNeutral" | null {
  return telling.test(text.normalize("NFD").replace(/\p{M}/gu, "")) ? "notNeutral" : null;
}

/** What rows say of somebody's first steps in a practice. */
export interface StartFacts {
  roles: readonly string[];
  twoFactor: boolean;
  /** Of the person's own licences. */
  licence: "verified" | "submitted" | "none";
  couple: boolean;
  /** Homework that the person may see. */
  homework: boolean;
  /** Staff of the practice besides the person. */
  colleague: boolean;
  senderChosen: boolean;
}

const stateOfLicence = { verified: "done", submitted: "waiting", none: "open" } as const;

/** The first steps of whoever holds these roles, in the order in which they help. */
export function stepsOf(facts: StartFacts): Step[] {
  const owner = facts.roles.includes("OWNER");
  const therapist = facts.roles.includes("THERAPIST");
  const done = (yes: boolean) => (yes ? "done" : "open");
  const all: { key: StepKey; state: Step["state"]; mine: boolean; optional?: true }[] = [
    { key: "twoFactor", state: done(facts.twoFactor), mine: true },
    { key: "licence", state: stateOfLicence[facts.licence], mine: therapist },
    { key: "sender", state: done(facts.senderChosen), mine: owner },
    { key: "couple", state: done(facts.couple), mine: true },
    { key: "homework", state: done(facts.homework), mine: therapist },
    { key: "colleague", state: done(facts.colleague), mine: owner, optional: true },
  ];
  return all.filter((one) => one.mine).map(({ key, state, optional = false }) => ({ key, state, optional }));
}

/** Whether somebody is through: nothing that is needed is left for them to do. */
export function isThrough(steps: readonly Step[]): boolean {
  return steps.every((one) => one.optional || one.state !== "open");
}
