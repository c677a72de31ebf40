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

/** The place is bound in, so that a sealed draft opens only in its own place. */
const placeOf = (place: string) => new TextEncoder().encode(place);

/** Seals a draft with AES-256-GCM under the person's key: a random IV, then the sealed bytes, in base64. */
async function seal(draftKey: string, place: string, draft: unknown): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(ivBytes));
  const settings = { name: "AES-GCM", iv, additionalData: placeOf(place) };
  const plain = new TextEncoder().encode(JSON.stringify(draft));
  const sealed = new Uint8Array(await crypto.subtle.encrypt(settings, await importKey(draftKey), plain));
  return `${toBase64(iv)}.${toBase64(sealed)}`;
}

async function open(draftKey: string, place: string, sealed: string): Promise<unknown> {
  const [iv = "", body = ""] = sealed.split(".");
  const settings = { name: "AES-GCM", iv: fromBase64(iv), additionalData: placeOf(place) };
  const plain = await crypto.subtle.decrypt(settings, await importKey(draftKey), fromBase64(body));
  return JSON.parse(new TextDecoder().decode(plain));
}

/** What is being written at one place on this device: an occurrence, or a part of it. Where the browser cannot seal or store, nothing is kept in plain. */
export class SealedStore<Kept> {
  private turn = 0;

  constructor(
    private readonly draftKey: string,
    private readonly place: string,
    private readonly shape: z.ZodType<Kept>,
  ) {}

  /** Keeps the draft; a later call wins over an earlier one. @returns whether it is kept. */
  async save(draft: Kept): Promise<boolean> {
    this.turn += 1;
    const turn = this.turn;
    try {
      const sealed = await seal(this.draftKey, this.place, draft);
      if (turn === this.turn) window.localStorage.setItem(this.place, sealed);
      return true;
    } catch {
      return false; // no secure context, or storage full or forbidden
    }
  }

  /** The draft kept here; null when there is none, or none that this person's key opens. */
  async load(): Promise<Kept | null> {
    try {
      const sealed = window.localStorage.getItem(this.place);
      return sealed === null ? null : this.shape.parse(await open(this.draftKey, this.place, sealed));
    } catch {
      return null; // another person's on a shared phone, or damaged: leave it alone
    }
  }

  /** Forgets the draft, also one that is being sealed at this moment. */
  remove(): void {
    this.turn += 1;
    try {
      window.localStorage.removeItem(this.place);
    } catch {
      // storage is forbidden here, so nothing was kept either
    }
  }
}

/** The draft of one occurrence's check-in. */
export class DraftStore extends SealedStore<Draft> {
  constructor(draftKey: string, occurrenceId: string) {
    super(draftKey, occurrenceId, draftSchema);
  }
}
