import { createTranslator } from "next-intl";
import { v4 as uuidv4 } from "uuid";
import en from "@/messages/en/transfers.json";
import es from "@/messages/es/transfers.json";
import { defaultLocale, isLocale } from "@/messages/locales";
import { civilDate, toColumn } from "../clock";
import { newKey, type Place, sealBytes } from "../crypto";
import { inPractice } from "../db/in-practice";
import {
  KeyNotLoaded,
  type KeyPair,
  loadPracticeKey,
  makePersonKey,
  openPersonKey,
  openWithPair,
  practiceKey,
} from "../db/keys";
import type { Tx } from "../db/with-actor";
import { wordsPlace as disclosurePlace } from "../features/disclosures/queries";
import { safeContactPlace } from "../features/joining/queries";
import { practiceIds } from "./sweep-reminders";

const catalogues = { en: { transfers: en }, es: { transfers: es } };

interface WrappedKey {
  wrapped: string;
  previous: string | null;
  shredded: boolean;
}

interface MovingEntry {
  id: string;
  toId: string;
  checkInId: string | null;
  block: string;
  kind: string;
  visibility: "THERAPIST" | "SHARED";
  sharedAt: string | null;
  version: number;
  body: string;
  createdAt: string;
  updatedAt: string;
}

/** What the database hands over of a due release: sealed words and the keys to them, bytes in base64. */
interface Parcel {
  personId: string;
  coupleId: string;
  toPracticeId: string;
  toCoupleId: string;
  toPersonId: string;
  toPracticeName: string;
  toTherapistName: string;
  locale: string;
  /** Of the practice that is left: the accounting is in its days. */
  timeZone: string;
  checkIns: number;
  weeks: number;
  key: WrappedKey | null;
  /** Where the person is known there already. */
  toKey: WrappedKey | null;
  intake: { country: string; region: string | null; adultAt: string; safeContact: string | null } | null;
  consentVersion: string;
  secretsPolicy: "NO_SECRETS" | "THERAPIST_DECIDES" | "CONFIDENTIAL";
  answeredAt: string;
  entries: MovingEntry[];
}

const bytes = (base64: string) => new Uint8Array(Buffer.from(base64, "base64"));

/** A person's keys; null where there is none, or it was destroyed. */
function pairOf(practiceId: string, personId: string, stored: WrappedKey | null): KeyPair | null {
  if (!stored || stored.shredded) return null;
  const open = (wrapped: string) => openPersonKey(practiceId, personId, bytes(wrapped));
  return { key: open(stored.wrapped), previous: stored.previous ? open(stored.previous) : null };
}

/** Opens words where they are and seals them where they go. Words of a destroyed key stay what they are: gone. */
class Resealing {
  readonly wrapped: Uint8Array<ArrayBuffer> | null;
  private readonly from: KeyPair | null;
  private readonly to: Buffer;

  constructor(
    private readonly practiceId: string,
    private readonly parcel: Parcel,
  ) {
    const { toPracticeId, toPersonId, personId, key, toKey } = parcel;
    this.from = pairOf(practiceId, personId, key);
    const known = pairOf(toPracticeId, toPersonId, toKey);
    const made = toKey ? null : makePersonKey(practiceKey(toPracticeId), toPracticeId, toPersonId);
    this.wrapped = made?.wrapped ?? null;
    this.to = made?.key ?? known?.key ?? newKey();
  }

  /** Null where nobody can read it any more. @throws KeyNotLoaded when the key changed meanwhile */
  move(sealed: string, from: Omit<Place, "practiceId">, to: Omit<Place, "practiceId">): Uint8Array<ArrayBuffer> | null {
    if (!this.from) return null;
    const plain = openWithPair(this.from, bytes(sealed), { ...from, practiceId: this.practiceId });
    if (!plain) throw new KeyNotLoaded(this.practiceId);
    return sealBytes(this.to, plain, { ...to, practiceId: this.parcel.toPracticeId });
  }

  /** New words, with the key that seals them where they were. */
  seal(text: string, place: Omit<Place, "practiceId">): Uint8Array<ArrayBuffer> {
    return sealBytes(this.from?.key ?? newKey(), Buffer.from(text, "utf8"), { ...place, practiceId: this.practiceId });
  }
}

const enter = (tx: Tx, practiceId: string) => tx.$queryRaw`SELECT set_config('app.practice_id', ${practiceId}, true)`;

const instant = (text: string | null) => (text === null ? null : new Date(text));
const bodyPlace = (rowId: string) => ({ table: "entry", column: "body", rowId });

/** The person's key, what they said on joining, and their words, in the receiving practice. */
async function writeThere(tx: Tx, parcel: Parcel, keys: Resealing, at: Date): Promise<void> {
  const { toPracticeId: practiceId, toCoupleId: coupleId, toPersonId: personId, intake, secretsPolicy } = parcel;
  if (keys.wrapped) await tx.personKey.createMany({ data: [{ practiceId, personId, wrapped: keys.wrapped }] });
  if (intake) {
    const { country, region, adultAt, safeContact } = intake;
    const answeredAt = new Date(parcel.answeredAt);
    const agreed = {
      consentVersion: parcel.consentVersion,
      consentAt: answeredAt,
      secretsPolicy,
      secretsAt: answeredAt,
    };
    const from = safeContactPlace(parcel.coupleId);
    const contact = safeContact && keys.move(safeContact, from, safeContactPlace(coupleId));
    const row = { practiceId, coupleId, personId, country, region, adultAt: new Date(adultAt), ...agreed };
    const data = [{ ...row, safeContact: contact || null, updatedAt: at }];
    // Who was invited there too has said it there: that stays.
    await tx.intake.createMany({ data, skipDuplicates: true });
  }
  const entries = parcel.entries.flatMap(({ id, toId, body, sharedAt, createdAt, updatedAt, ...rest }) => {
    const sealed = keys.move(body, bodyPlace(id), bodyPlace(toId));
    const times = { sharedAt: instant(sharedAt), createdAt: new Date(createdAt), updatedAt: new Date(updatedAt) };
    return sealed ? [{ practiceId, id: toId, coupleId, authorId: personId, ...rest, ...times, body: sealed }] : [];
  });
  if (entries.length > 0) await tx.entry.createMany({ data: entries });
}

/** The accounting of disclosures where it came from (45 CFR 164.528), in the partner's own name: they signed. */
async function account(tx: Tx, practiceId: string, releaseId: string, parcel: Parcel, keys: Resealing, at: Date) {
  const { coupleId, personId, toPracticeName, toTherapistName, locale: wanted, checkIns, weeks, entries } = parcel;
  const locale = isLocale(wanted) ? wanted : defaultLocale;
  const words = createTranslator({ locale, messages: catalogues[locale], namespace: "transfers.disclosed" });
  const said = {
    recipient: words("recipient", { therapist: toTherapistName, practice: toPracticeName }),
    address: "",
    what: words("what", { checkIns, words: entries.length, weeks }),
    why: words("why"),
  };
  const id = uuidv4();
  const row = { practiceId, id, coupleId, personId, recordedById: personId, clientId: releaseId, withdrawn: false };
  const sealed = keys.seal(JSON.stringify(said), disclosurePlace(id));
  const disclosedOn = toColumn(civilDate(at, parcel.timeZone));
  await tx.disclosure.createMany({ data: [{ ...row, disclosedOn, words: sealed, createdAt: at }] });
}

/**
 * Copies one release in one transaction: all of it or nothing, and once. The database asks again whether everything that it
 * hangs on still holds; where it does not, nothing happens now.
 */
function copyRelease(practiceId: string, releaseId: string): Promise<boolean> {
  return inPractice(practiceId, async (tx, at) => {
    await tx.$queryRaw`SELECT set_config('app.release', ${releaseId}, true)`;
    const [due] = await tx.$queryRaw<{ parcel: Parcel | null }[]>`SELECT guard.release_parcel() AS parcel`;
    const parcel = due?.parcel;
    if (!parcel) return false;
    const keys = new Resealing(practiceId, parcel);
    const [arrived] = await tx.$queryRaw<{ yes: boolean }[]>`SELECT guard.release_arrive() AS yes`;
    if (!arrived?.yes) return false;
    await account(tx, practiceId, releaseId, parcel, keys, at);
    await enter(tx, parcel.toPracticeId);
    await writeThere(tx, parcel, keys, at);
    return true;
  });
}

/** The same, with the practices' keys unwrapped outside of the transaction, each at most once. */
async function copyWithKeys(practiceId: string, releaseId: string): Promise<boolean> {
  const loaded = new Set<string>();
  for (;;) {
    try {
      return await copyRelease(practiceId, releaseId);
    } catch (error) {
      if (!(error instanceof KeyNotLoaded) || loaded.has(error.practiceId)) throw error;
      loaded.add(error.practiceId);
      await loadPracticeKey(error.practiceId);
    }
  }
}

const dueIn = (practiceId: string) =>
  inPractice(practiceId, async (tx) =>
    (await tx.release.findMany({ where: { practiceId }, select: { id: true } })).map((row) => row.id),
  );

/**
 * Copies what partners have signed and slept on to the practices that receive it. Running it again copies nothing twice; what
 * cannot go now is tried again until it lapses. A fault with one does not hold up the others: it is raised at the end.
 */
export async function copyReleases(): Promise<number> {
  let copied = 0;
  let failure: unknown;
  for (const practiceId of await practiceIds())
    for (const releaseId of await dueIn(practiceId)) {
      try {
        if (await copyWithKeys(practiceId, releaseId)) copied += 1;
      } catch (error) {
        failure = error;
      }
    }
  if (failure) throw failure;
  return copied;
}
