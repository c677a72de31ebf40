"use client";

import { v4 as uuidv4 } from "uuid";
import { z } from "zod";

const draftSchema = z.object({
  body: z.string(),
  audience: z.enum(["AUTHOR", "SAME_READERS"]),
  /** Made once per draft, so that sending twice stores one reply. */
  clientId: z.uuid(),
});

/** A reply that is being written. It stays in this tab until it is sent or thrown away, and goes with the sign-out. */
export type ReplyDraft = z.infer<typeof draftSchema>;

const place = (checkInId: string) => `reply:${checkInId}`;

/** The draft that this tab keeps for a check-in; null when there is none. */
export function readDraft(checkInId: string): ReplyDraft | null {
  const kept = window.sessionStorage.getItem(place(checkInId));
  if (!kept) return null;
  try {
    return draftSchema.parse(JSON.parse(kept));
  } catch {
    return null; // not ours or of an earlier form
  }
}

/** An empty draft, for the author of the check-in alone. */
export function newDraft(): ReplyDraft {
  return { body: "", audience: "AUTHOR", clientId: uuidv4() };
}

/** Keeps a draft. */
export function keepDraft(checkInId: string, draft: ReplyDraft): void {
  window.sessionStorage.setItem(place(checkInId), JSON.stringify(draft));
}

/** Forgets a draft that was sent or thrown away. */
export function dropDraft(checkInId: string): void {
  window.sessionStorage.removeItem(place(checkInId));
}
