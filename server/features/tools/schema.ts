import { z } from "zod";
import { storedBlockSchema } from "@/blocks/stand-in";
import { areaSchema } from "@/content/schema";

const readers = z.enum(["PRIVATE", "THERAPIST", "SHARED"]);

/** One stored entry, as blocks/tool.ts describes it. */
export const toolEntry = z.object({
  entryId: z.uuid(),
  block: z.string(),
  kind: z.string(),
  slot: z.string().nullable(),
  ordinal: z.number(),
  position: z.union([z.literal(1), z.literal(2)]),
  mine: z.boolean(),
  readers,
  sharedAt: z.date().nullable(),
  revealedAt: z.date().nullable(),
  clearedAt: z.date().nullable(),
  body: z.unknown(),
  version: z.number(),
  createdAt: z.date(),
  updatedAt: z.date(),
});
export type StoredEntry = z.infer<typeof toolEntry>;

/** What a partner's tools start from. */
export const toolState = z.object({
  blocks: z.array(storedBlockSchema),
  entries: z.array(toolEntry),
  seed: z.string(),
  ordinal: z.number(),
  position: z.union([z.literal(1), z.literal(2)]),
  /** Whether anything may reach the partner at present; never why not. */
  delivers: z.boolean(),
  writable: z.boolean(),
  /** The server's clock when this was read. */
  at: z.date(),
});
export type ToolState = z.infer<typeof toolState>;

/** The largest body of one entry, in characters of JSON: far above the longest that any block allows. */
export const bodyLimit = 60_000;

const entryFields = z.object({
  occurrenceId: z.uuid(),
  block: z.string().max(100),
  kind: z.string().max(40),
  readers,
  deliverAt: z.date().optional(),
  body: z.json().refine((body) => JSON.stringify(body).length <= bodyLimit, "tooLong"),
});
export type EntryFields = z.infer<typeof entryFields>;

/** `tools.add`: a new entry; `clientId` is made by the browser, so that sending twice stores once. */
export const addInput = entryFields.extend({ clientId: z.uuid(), slot: z.string().max(100).optional() });
export type AddInput = z.infer<typeof addInput>;

/** `tools.change`: one's own entry, in the version that was seen. */
export const changeInput = entryFields.extend({ entryId: z.uuid(), version: z.number().int() });
export type ChangeInput = z.infer<typeof changeInput>;

export const takeBackInput = z.object({ entryId: z.uuid(), version: z.number().int() });

/** Something that a tool keeps, told in words: one entry, or several that belong together. */
export const toldItem = z.object({
  /** Its first entry. */
  itemId: z.uuid(),
  assignmentId: z.uuid(),
  /** The viewer's own window in which it was made; null where they have none, or are no partner. */
  occurrenceId: z.uuid().nullable(),
  title: z.string(),
  area: areaSchema,
  at: z.date(),
  lines: z
    .array(
      z.object({
        /** Whose it is; null for what is both's alike. */
        position: z.union([z.literal(1), z.literal(2)]).nullable(),
        mine: z.boolean(),
        readers,
        label: z.string(),
        text: z.string(),
      }),
    )
    .min(1),
});
export type ToldItem = z.infer<typeof toldItem>;

/** `tools.reading`: one homework's tools as a clinician reads them. */
export const reading = z.object({
  assignmentId: z.uuid(),
  title: z.string(),
  blocks: z.array(storedBlockSchema),
  partners: z.array(z.object({ position: z.union([z.literal(1), z.literal(2)]), name: z.string() })),
  entries: z.array(toolEntry),
  /** Whether tools may carry anything between the two. */
  partnerDelivery: z.boolean(),
  timeZone: z.string(),
});
export type Reading = z.infer<typeof reading>;
