import { createHash, createHmac } from "node:crypto";

/** What of an audit row is sealed: all of it. */
export interface SealedRow {
  id: string;
  at: Date;
  personId: string | null;
  sessionId: string | null;
  coupleId: string | null;
  procedure: string;
  category: string;
  outcome: string;
}

/** What of a row is digested: 1 is all but the category, as before there were any; 2 is all of it. */
export type SealFormat = 1 | 2;
export const sealFormat: SealFormat = 2;

/** A seal without its signature. */
export interface Span {
  practiceId: string;
  number: number;
  from: Date;
  to: Date;
  rows: number;
  format: number;
  digest: Uint8Array;
}

/** SHA-256 over the rows, which must come in the order of their ids. */
export function digestOf(rows: SealedRow[], format: number = sealFormat): Buffer {
  const hash = createHash("sha256");
  for (const { id, at, personId, sessionId, coupleId, procedure, category, outcome } of rows) {
    const said = [id, at.toISOString(), personId, sessionId, coupleId, procedure, outcome];
    hash.update(`${JSON.stringify(format === 1 ? said : [...said, category])}\n`);
  }
  return hash.digest();
}

/** HMAC-SHA-256 over a seal and the one before it: cutting, swapping or rewriting a link breaks the chain. */
export function macOf(key: Buffer, span: Span, previous: Uint8Array | null): Buffer {
  const { practiceId, number, from, to, rows, format, digest } = span;
  const said = [practiceId, number, from.toISOString(), to.toISOString(), rows];
  const head = JSON.stringify(format === 1 ? said : [...said, format]);
  return createHmac("sha256", key)
    .update(head)
    .update(digest)
    .update(previous ?? "first")
    .digest();
}

/** What a check of the chain found wrong. */
export type Fault =
  | { kind: "missing-seal"; number: number }
  | { kind: "forged-seal"; number: number }
  | { kind: "altered-rows"; number: number; from: Date; to: Date; expected: number; found: number };

/** One link as stored, with the rows that now lie in its span. */
export interface Link extends Span {
  mac: Uint8Array;
  present: SealedRow[];
}

/** The last link that an earlier check saw. */
export interface Head {
  number: number;
  /** Null where that check was made before heads were kept. */
  mac: Uint8Array | null;
}

/** What is wrong at the end: links that were there and are gone, or another in the place of the last one. */
function faultsAtHead(links: readonly Link[], { number: seen, mac }: Head): Fault[] {
  const last = links.at(-1)?.number ?? 0;
  const faults: Fault[] = [];
  for (let number = last + 1; number <= seen; number++) faults.push({ kind: "missing-seal", number });
  const there = links.find((link) => link.number === seen);
  if (there && mac && !Buffer.from(mac).equals(there.mac)) faults.push({ kind: "forged-seal", number: seen });
  return faults;
}

/**
 * Walks a practice's chain and names every link that does not hold. Links must come in the order of their numbers.
 * @param head what an earlier check saw last; null for the first check
 */
export function faultsOf(key: Buffer, links: Link[], head: Head | null = null): Fault[] {
  const faults: Fault[] = [];
  let previous: Link | null = null;
  for (const link of links) {
    const expectedNumber: number = (previous?.number ?? 0) + 1;
    for (let number = expectedNumber; number < link.number; number++) faults.push({ kind: "missing-seal", number });
    const whole = link.number === expectedNumber;
    if (whole && !macOf(key, link, previous?.mac ?? null).equals(link.mac))
      faults.push({ kind: "forged-seal", number: link.number });
    const { number, from, to, rows: expected, format, present } = link;
    if (present.length !== expected || !digestOf(present, format).equals(link.digest)) {
      faults.push({ kind: "altered-rows", number, from, to, expected, found: present.length });
    }
    previous = link;
  }
  return head ? [...faults, ...faultsAtHead(links, head)] : faults;
}
