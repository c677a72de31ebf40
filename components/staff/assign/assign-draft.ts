"use client";

import { z } from "zod";
import { type AssignFields, assignFields } from "@/server/features/homework/schema";

/** A form that could not be sent, kept in this tab until the page is opened again. */
const draftSchema = z.object({ clientId: z.uuid(), fields: assignFields });

const place = (coupleId: string) => `assign:${coupleId}`;

/** Keeps a form that could not be sent, with the id that makes sending it again safe. */
export function keepAssignDraft(coupleId: string, clientId: string, fields: AssignFields): void {
  window.sessionStorage.setItem(place(coupleId), JSON.stringify({ clientId, fields }));
}

/** Takes the form that could not be sent out of the tab's memory; null when there is none. */
export function takeAssignDraft(coupleId: string): z.infer<typeof draftSchema> | null {
  const kept = window.sessionStorage.getItem(place(coupleId));
  window.sessionStorage.removeItem(place(coupleId));
  if (!kept) return null;
  try {
    return draftSchema.parse(JSON.parse(kept));
  } catch {
    return null; // not ours or of an earlier form
  }
}
