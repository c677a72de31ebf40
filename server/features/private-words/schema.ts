import { z } from "zod";
import { partnerShape, partnerViewer, secretsPolicy, staffViewer } from "../people/schema";
import { weekdays } from "../staff/schema";

export const privateWordLimit = 4_000;

/** The form's fields; messages are keys of errors.json's `field`. */
export const privateWordFields = z.object({
  words: z.string().trim().min(1, "writeSomething").max(privateWordLimit, "tooLong"),
});
export type PrivateWordFields = z.infer<typeof privateWordFields>;

/** `privateWords.send`: `clientId` is made by the form and stays while the words do, so that sending twice stores once. */
export const sendInput = privateWordFields.extend({ clientId: z.uuid() });

/** `privateWords.form`: what a partner reads before they write. It depends on nothing that anybody wrote. */
export const formPage = z.object({
  viewer: partnerViewer,
  /** Where the viewer lives: whose numbers are shown. */
  country: z.string(),
  /** What the viewer accepted about what one tells alone. */
  policy: secretsPolicy,
  /** Whether the viewer said on joining, or since, how they can be reached safely. */
  hasSafeContact: z.boolean(),
  /** Every present clinician, and the days on which they say that they read; null where they have not. */
  readers: z.array(z.object({ personId: z.uuid(), name: z.string(), readingDays: weekdays.nullable() })),
});
export type FormPage = z.infer<typeof formPage>;

/** `privateWords.page`: whether there is anything, and whether some of it is new to the viewer. Neither whose nor what. */
export const alonePage = z.object({ viewer: staffViewer, any: z.boolean(), waits: z.boolean() });
export type AlonePage = z.infer<typeof alonePage>;

/** The sender may be somebody else; no safe way to answer is known; the couple agreed otherwise than on confidence. */
export const caution = z.enum(["unproven", "noSafeContact", "mayComeUp"]);

/** One word as a clinician reads it. */
export const openedWord = z.object({
  wordId: z.uuid(),
  name: z.string(),
  position: partnerShape.shape.position,
  at: z.date(),
  words: z.string(),
  /** How the sender wants to be reached, in their words, and since when; null where they have not said. */
  safeContact: z.object({ words: z.string(), since: z.date() }).nullable(),
  policy: secretsPolicy.nullable(),
  /** What to mind before one acts on it, the most pressing first. */
  cautions: z.array(caution),
  /** Names of the colleagues who have opened it too. */
  openedBy: z.array(z.string()),
});
export type OpenedWord = z.infer<typeof openedWord>;

/** `privateWords.open`: every word of the couple, the latest first. */
export const openedWords = z.object({ words: z.array(openedWord) });
