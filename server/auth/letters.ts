import { v4 as uuidv4 } from "uuid";
import type { Locale } from "@/messages/locales";
import { now } from "../clock";
import { hashSecret, keyedHash, linkMac, sameText } from "../crypto";
import { systemClient } from "../db/clients";
import type { LetterKind } from "../db/generated/enums";
import { env } from "../env";
import { AppError } from "../errors";
import { signInAddress } from "./users";

const codeTries = 5;
/** Minutes for which a letter's link and code are good. */
const minutesOf: Record<LetterKind, number> = {
  SIGN_IN: 10,
  RESET: 10,
  SIGN_UP: 60,
  ADDRESS_CHANGE: 60,
  SECURITY_NOTICE: 24 * 60,
};

/** What a security notice tells; closed, so that no mail says anything else. */
export type NoticeTopic =
  | "passwordChanged"
  | "factorAdded"
  | "factorRemoved"
  | "addressChanged"
  | "recovered"
  | "signUpTried"
  | "newDevice";

/** A mail of a login that is owed. */
export interface NewLetter {
  kind: LetterKind;
  email: string;
  locale: Locale;
  userId?: string | null;
  /** The secret of the browser that asks; its link opens there without another question, and its code only there. */
  browser?: string | null;
  topic?: NoticeTopic;
  /** False: nobody is to get it, only the same work is done. */
  send?: boolean;
}

const bytesOf = (id: string) => Buffer.from(id.replaceAll("-", ""), "hex");
const uuidOf = (bytes: Buffer) => bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");

/** The token in a letter's link: the id and its authentication code, never stored. */
export function letterToken(id: string): string {
  const body = bytesOf(id).toString("base64url");
  return `${body}.${linkMac("letter", body)}`;
}

/** The six digits in a letter: derived from its id with the platform key, never stored. */
export function letterCode(id: string): string {
  const number = Buffer.from(keyedHash("letter-code", id)).readUIntBE(0, 6) % 1_000_000;
  return String(number).padStart(6, "0");
}

const pages: Record<LetterKind, string> = {
  SIGN_IN: "/sign-in/link",
  RESET: "/reset/link",
  SIGN_UP: "/sign-up/link",
  ADDRESS_CHANGE: "/account/address",
  SECURITY_NOTICE: "/account",
};

/** Where a letter's button leads. The token rides in the fragment: no server, log or proxy sees it. */
export function letterLink({ id, kind }: { id: string; kind: LetterKind }): string {
  const path = `${env().PUBLIC_URL}${pages[kind]}`;
  return kind === "SECURITY_NOTICE" ? path : `${path}#${letterToken(id)}`;
}

/** No notice of a login goes to an address that nobody has proven: it may be a stranger's. */
async function mayTell({ kind, userId, email }: NewLetter): Promise<boolean> {
  if (kind !== "SECURITY_NOTICE" || !userId) return true;
  const unproven = { id: userId, email: signInAddress(email), emailProven: false };
  return (await systemClient().user.count({ where: unproven })) === 0;
}

/** Owes a letter: the worker sends it within seconds. Throttle before. @returns its id */
export async function oweLetter(letter: NewLetter): Promise<{ id: string }> {
  const { kind, locale, userId = null, browser, topic, send = true } = letter;
  const at = now();
  const id = uuidv4();
  const told = send && (await mayTell(letter));
  await systemClient().letter.create({
    data: {
      id,
      kind,
      userId,
      email: signInAddress(letter.email),
      locale,
      browserHash: browser ? hashSecret(browser) : null,
      topic: topic ?? null,
      createdAt: at,
      dueAt: at,
      expiresAt: new Date(at.getTime() + minutesOf[kind] * 60_000),
      state: told ? "OWED" : "SKIPPED",
    },
  });
  return { id };
}

/** How a browser names a letter: by its link, or by the address and the digits that were typed. */
export type LetterProof = { token: string } | { email: string; code: string };

/** A letter as its reader may know it. */
export interface ReadLetter {
  id: string;
  kind: LetterKind;
  userId: string | null;
  email: string;
  locale: Locale;
  /** Asked for in the browser that now shows it. */
  sameBrowser: boolean;
  state: "open" | "used" | "expired";
}

type LetterRow = NonNullable<Awaited<ReturnType<typeof rowOfToken>>>;

function rowOfToken(kind: LetterKind, token: string) {
  const [body, mac] = token.split(".");
  if (!body || !mac || !sameText(mac, linkMac("letter", body))) return null;
  return systemClient().letter.findFirst({
    where: { id: uuidOf(Buffer.from(body, "base64url")), kind, state: { not: "SKIPPED" } },
  });
}

function shown(row: LetterRow, browser: string | null): ReadLetter {
  const { id, kind, userId, email, browserHash } = row;
  const sameBrowser =
    browserHash !== null && browser !== null && Buffer.from(browserHash).equals(Buffer.from(hashSecret(browser)));
  const state = row.consumedAt ? "used" : row.expiresAt <= now() || row.failures >= codeTries ? "expired" : "open";
  return { id, kind, userId, email, locale: row.locale === "es" ? "es" : "en", sameBrowser, state };
}

/** Shows what a link stands for and uses nothing up; null unless we made it. */
export async function readLetter(kind: LetterKind, token: string, browser: string | null): Promise<ReadLetter | null> {
  const row = await rowOfToken(kind, token);
  return row ? shown(row, browser) : null;
}

/** The letter whose digits were typed, in the browser that asked for it. Counts a wrong one; the fifth ends the letter. */
async function rowOfCode(kind: LetterKind, email: string, code: string, browser: string | null): Promise<LetterRow> {
  const row = browser
    ? await systemClient().letter.findFirst({
        where: {
          kind,
          email: signInAddress(email),
          browserHash: hashSecret(browser),
          consumedAt: null,
          expiresAt: { gt: now() },
        },
        orderBy: { createdAt: "desc" },
      })
    : null;
  if (!row) throw new AppError("WRONG_CODE");
  // Counted before it is compared: many tries at once do not get more than five.
  const counted = await systemClient().letter.updateMany({
    where: { id: row.id, failures: { lt: codeTries } },
    data: { failures: { increment: 1 } },
  });
  if (counted.count === 0) throw new AppError("EXPIRED");
  if (row.state === "SKIPPED" || !sameText(code.replace(/\D/g, ""), letterCode(row.id)))
    throw new AppError("WRONG_CODE");
  return { ...row, failures: 0 };
}

/**
 * Uses a letter up, once.
 * @throws AppError WRONG_CODE for digits that are not its own; EXPIRED for a letter that is late, used or unknown
 */
export async function consumeLetter(kind: LetterKind, proof: LetterProof, browser: string | null): Promise<ReadLetter> {
  const row =
    "token" in proof ? await rowOfToken(kind, proof.token) : await rowOfCode(kind, proof.email, proof.code, browser);
  if (!row) throw new AppError("EXPIRED");
  const letter = shown(row, browser);
  if (letter.state !== "open") throw new AppError("EXPIRED");
  const { count } = await systemClient().letter.updateMany({
    where: { id: row.id, consumedAt: null },
    data: { consumedAt: now() },
  });
  if (count !== 1) throw new AppError("EXPIRED");
  return letter;
}
