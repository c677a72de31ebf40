import { z } from "zod";
import { ownCheckIn } from "../homework/schema";
import { partnerViewer } from "../people/schema";
import { toldItem } from "../tools/schema";

export const wordsLimit = 5000;
const rating = z.number().int().min(0).max(10).nullable();

/** The fields of a check-in; only `result` is needed. Messages are keys of errors.json's `field`. */
export const checkInFields = z.object({
  result: z.enum(["DONE", "PARTLY", "NOT_THIS_TIME"], "chooseResult"),
  difficulty: rating,
  usefulness: rating,
  visibility: z.enum(["PRIVATE", "THERAPIST", "SHARED"]),
  words: z.string().trim().max(wordsLimit, "tooLong"),
});
export type CheckInFields = z.infer<typeof checkInFields>;

export const submitInput = checkInFields.extend({ occurrenceId: z.uuid(), clientId: z.uuid() });
export const editInput = checkInFields.extend({ checkInId: z.uuid(), version: z.number().int() });
export { ownCheckIn };

/** `checkIns.us`: what both partners share, newest first. */
export const usPage = z.object({
  viewer: partnerViewer,
  shared: z.array(
    z.object({
      checkInId: z.uuid(),
      position: z.union([z.literal(1), z.literal(2)]),
      authorName: z.string(),
      mine: z.boolean(),
      /** Null where the homework itself is not the reader's to know of. */
      title: z.string().nullable(),
      area: z.enum(["trust", "communication", "intimacy", "connection"]).nullable(),
      result: z.enum(["DONE", "PARTLY", "NOT_THIS_TIME"]),
      words: z.string().nullable(),
      at: z.date(),
      replies: z.array(z.object({ replyId: z.uuid(), authorName: z.string(), body: z.string(), at: z.date() })),
    }),
  ),
  /** What both may read of the tools, newest first. */
  told: z.array(toldItem),
  nextAppointment: z.date().nullable(),
});
export type UsPage = z.infer<typeof usPage>;

/** One's own answer in the list of all. Locked, the row says only what was answered and when: ratings, readers, words and replies are null or empty. */
export const ownHistory = ownCheckIn.extend({
  visibility: ownCheckIn.shape.visibility.nullable(),
  occurrenceId: z.uuid(),
  title: z.string(),
  area: z.enum(["trust", "communication", "intimacy", "connection"]),
  replies: z.array(z.object({ replyId: z.uuid(), authorName: z.string(), body: z.string(), at: z.date() })),
});
export type OwnHistory = z.infer<typeof ownHistory>;

export const replyLimit = 3000;
export const replyFields = z.object({
  body: z.string().trim().min(1, "writeSomething").max(replyLimit, "tooLong"),
  audience: z.enum(["AUTHOR", "SAME_READERS"]),
});
export const replyInput = replyFields.extend({ checkInId: z.uuid(), clientId: z.uuid() });
export const reviewInput = z.object({ checkInId: z.uuid(), version: z.number().int() });
