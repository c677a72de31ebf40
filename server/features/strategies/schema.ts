import { z } from "zod";
import { type Fault, faultKeys } from "@/content/own/faults";
import { largestFile } from "@/content/own/file";
import { draftSchema } from "@/content/own/lenient";
import type { OwnStrategy } from "@/content/own/schema";
import { areaSchema, cadenceSchema, modeSchema, type Strategy } from "@/content/schema";
import { staffViewer } from "../people/schema";

/** How many texts a language lacks; whoever reads it gets those of the other one. */
export const missingTexts = z.object({ en: z.number(), es: z.number() });
export type MissingTexts = z.infer<typeof missingTexts>;

/** What can be assigned and put into a program: the library, and what the practice's therapists published. */
export interface AssignableStrategy extends Pick<Strategy, "key" | "area" | "minutes" | "mode" | "cadence" | "joint"> {
  /** The words in both languages; for own strategies borrowed from the other one where a text is missing. */
  text: Strategy["text"];
  /** Null for a strategy of the library. */
  own: OwnMark | null;
}

/** What is said of an own strategy where strategies are picked: whose it is, and whether that is who looks. */
export const ownMark = z.object({ author: z.string(), mine: z.boolean(), missing: missingTexts });
export type OwnMark = z.infer<typeof ownMark>;

export const strategyFacts = z.object({
  key: z.string(),
  area: areaSchema,
  minutes: z.number(),
  mode: modeSchema,
  cadence: cadenceSchema,
  /** Whether both doing it needs a record of joint work. */
  joint: z.boolean(),
});

const localizedWords = z.object({ en: z.string(), es: z.string() });
const strategyState = z.enum(["DRAFT", "PUBLISHED", "ARCHIVED"]);

/** One own strategy in the library. */
export const ownListed = z.object({
  strategyId: z.uuid(),
  /** Either language may be missing. */
  title: localizedWords,
  promise: localizedWords,
  area: areaSchema,
  minutes: z.number(),
  mode: modeSchema,
  cadence: cadenceSchema,
  state: strategyState,
  shared: z.boolean(),
  author: z.string(),
  mine: z.boolean(),
  missing: missingTexts,
  /** The draft is not what was published last. */
  ahead: z.boolean(),
  at: z.date(),
});
export type OwnListed = z.infer<typeof ownListed>;

/** `strategies.library`: the practice's own strategies that the viewer may see; none for whoever is no therapist. */
export const libraryPage = z.object({ viewer: staffViewer, own: z.array(ownListed) });
export type LibraryPage = z.infer<typeof libraryPage>;

/** A stored draft: it was held to its schema when it was written. */
const storedDraft = z.custom<OwnStrategy>();

const change = z.union([
  z.object({ what: z.enum(["area", "minutes", "cadence", "mode", "order"]) }),
  z.object({ what: z.literal("words"), count: z.number() }),
  z.object({ what: z.enum(["added", "removed", "changed"]), kind: z.string() }),
]);

/** One version that was published. `changes` is against the one before; null for the first. */
export const edition = z.object({
  number: z.number(),
  at: z.date(),
  missing: missingTexts,
  changes: z.array(change).nullable(),
});
export type Edition = z.infer<typeof edition>;

/** What an author works on. */
export const work = z.object({
  strategyId: z.uuid(),
  state: strategyState,
  shared: z.boolean(),
  draft: storedDraft,
  revision: z.number(),
  updatedAt: z.date(),
  /** Newest first. */
  editions: z.array(edition),
  /** The draft is not what was published last. */
  ahead: z.boolean(),
});
export type Work = z.infer<typeof work>;

/** What a colleague reads of a shared one: what is published. */
export const published = z.object({
  strategyId: z.uuid(),
  content: storedDraft,
  author: z.string(),
  number: z.number(),
  at: z.date(),
  missing: missingTexts,
});
export type Published = z.infer<typeof published>;

/** `strategies.open`: the author's work, or what a colleague shares. */
export const openPage = z.object({
  viewer: staffViewer,
  /** The server's clock, for the try-out. */
  now: z.date(),
  mine: work.nullable(),
  colleague: published.nullable(),
});
export type OpenPage = z.infer<typeof openPage>;

const draftInput = draftSchema.refine((draft) => JSON.stringify(draft).length <= largestFile, "tooLarge");
const named = z.object({ strategyId: z.uuid() });
/** A change names the revision that its author saw. */
const seen = named.extend({ revision: z.number().int().min(1) });

/** `clientId` becomes the strategy's id: the same sent twice makes one. `like`: a key of the library, or the id of an own one. */
export const createInput = z.object({ clientId: z.uuid(), like: z.string().max(60).nullable() });
export const saveInput = seen.extend({ draft: draftInput });
export const publishInput = seen;
export const restoreInput = seen.extend({ number: z.number().int().min(1) });
export const shareInput = named.extend({ shared: z.boolean() });
export const archiveInput = named.extend({ archived: z.boolean() });
export const openInput = named;
/** The text of a file as it was chosen or pasted. */
export const importInput = z.object({ clientId: z.uuid(), text: z.string().max(largestFile + 1) });

/** What a saved draft is known by. */
export const saved = z.object({ revision: z.number(), updatedAt: z.date() });
export const restored = saved.extend({ draft: storedDraft });

const fault = z.object({
  place: z.array(z.union([z.string(), z.number()])),
  fault: z.enum(faultKeys),
  wanted: z.string().optional(),
});
/** What came of a file: a draft, or everything that keeps it from being one. */
export const imported = z.object({ strategyId: z.uuid().nullable(), faults: z.array(fault) });
export type ImportFault = Fault;
