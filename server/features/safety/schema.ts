import { z } from "zod";
import { civilDate } from "../people/schema";

export const safetyNoteLimit = 2000;

/** What holds for a couple: joint work, individual work only, or nothing joint yet. */
export const safetyStanding = z.enum(["JOINT", "INDIVIDUAL_ONLY", "NOT_YET"]);

/** The record that holds now, without its words. */
export const safetyShape = z.object({
  standing: safetyStanding,
  /** The last day on which it holds. */
  lookAgainOn: civilDate,
});
export type SafetyShape = z.infer<typeof safetyShape>;

/** The fields of the form; messages are keys of errors.json's `field`. */
export const safetyFields = z
  .object({
    standing: z.enum(safetyStanding.options, "chooseStanding"),
    eachAlone: z.boolean(),
    lookAgainOn: z.iso.date("lookAgainSoon"),
    note: z.string().trim().max(safetyNoteLimit, "tooLong"),
  })
  .refine((fields) => fields.standing !== "JOINT" || fields.eachAlone, { path: ["eachAlone"], message: "eachAlone" });
export type SafetyFields = z.infer<typeof safetyFields>;

/** `safety.record`: `clientId` is made by the form, so that sending twice records once. */
export const safetyInput = safetyFields.and(z.object({ clientId: z.uuid() }));

/** `safety.history`: every record, newest first. */
export const safetyHistory = z.object({
  records: z.array(
    safetyShape.extend({ recordId: z.uuid(), byName: z.string(), at: z.date(), note: z.string().nullable() }),
  ),
});
export type SafetyHistory = z.infer<typeof safetyHistory>;
