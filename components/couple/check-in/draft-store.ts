import { z } from "zod";
import { checkInFields } from "@/server/features/check-ins/schema";

/** What stays on the phone until it is sent. `clientId` stays the same over every try, so nothing is posted twice. */
export const draftSchema = z.object({
  clientId: z.uuid(),
  result: checkInFields.shape.result.nullable(),
  difficulty: checkInFields.shape.difficulty,
  usefulness: checkInFields.shape.usefulness,
  visibility: checkInFields.shape.visibility.nullable(),
  words: z.string(),
  /** The stored answer that this changes; null for a first answer. */
  editing: z.object({ checkInId: z.uuid(), version: z.number().int() }).nullable(),
});
export type Draft = z.infer<typeof draftSchema>;

const ivBytes = 12;
const toBase64 = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));
const fromBase64 = (text: string) => Uint8Array.from(atob(text), (char) => char.charCodeAt(0));

function importKey(draftKey: string): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", fromBase64(draftKey), "AES-GCM", false, ["encrypt", "decrypt"]);
}

/** The occurrence's id is bound in, so that a sealed draft opens only in its own place. */
const placeOf = (occurrenceId: string) => new TextEncoder().encode(occurrenceId);

/** Seals a draft with AES-256-GCM under the person's key: a random IV, then the sealed bytes, in base64. */
async function seal(draftKey: string, occurrenceId: string, draft: Draft): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(ivBytes));
  const settings = { name: "AES-GCM", iv, additionalData: placeOf(occurrenceId) };
  const plain = new TextEncoder().encode(JSON.stringify(draft));
  const sealed = new Uint8Array(await crypto.subtle.encrypt(settings, await importKey(draftKey), plain));
  return `${toBase64(iv)}.${toBase64(sealed)}`;
}

async function open(draftKey: string, occurrenceId: string, sealed: string): Promise<Draft> {
  const [iv = "", body = ""] = sealed.split(".");
  const settings = { name: "AES-GCM", iv: fromBase64(iv), additionalData: placeOf(occurrenceId) };
  const plain = await crypto.subtle.decrypt(settings, await importKey(draftKey), fromBase64(body));
  return draftSchema.parse(JSON.parse(new TextDecoder().decode(plain)));
}

/** The drafts of one occurrence on this device. Where the browser cannot seal or store, nothing is kept in plain. */
export class DraftStore {
  private turn = 0;

  constructor(
    private readonly draftKey: string,
    private readonly occurrenceId: string,
  ) {}

  /** Keeps the draft; a later call wins over an earlier one. @returns whether it is kept. */
  async save(draft: Draft): Promise<boolean> {
    this.turn += 1;
    const turn = this.turn;
    try {
      const sealed = await seal(this.draftKey, this.occurrenceId, draft);
      if (turn === this.turn) window.localStorage.setItem(this.occurrenceId, sealed);
      return true;
    } catch {
      return false; // no secure context, or storage full or forbidden
    }
  }

  /** The draft kept here; null when there is none, or none that this person's key opens. */
  async load(): Promise<Draft | null> {
    try {
      const sealed = window.localStorage.getItem(this.occurrenceId);
      return sealed === null ? null : await open(this.draftKey, this.occurrenceId, sealed);
    } catch {
      return null; // another person's on a shared phone, or damaged: leave it alone
    }
  }

  /** Forgets the draft, also one that is being sealed at this moment. */
  remove(): void {
    this.turn += 1;
    try {
      window.localStorage.removeItem(this.occurrenceId);
    } catch {
      // storage is forbidden here, so nothing was kept either
    }
  }
}
