import { z } from "zod";
import { civilDate, partnerShape, staffViewer } from "../people/schema";

/** Who covers which couple while its therapist is away; null: nobody, replies wait. */
export const cover = z.object({ coupleId: z.uuid(), personId: z.uuid().nullable() });
export type Cover = z.infer<typeof cover>;

/** Days away, and who covers. Dates are civil, in the practice's zone; the last one is still away. */
export const absenceFields = z
  .object({
    startsOn: civilDate,
    endsOn: civilDate,
    covers: z.array(cover).max(2_000),
    /** Whether standing homework of couples that nobody covers rests on these days. */
    homeworkRests: z.boolean(),
  })
  .refine(({ startsOn, endsOn }) => startsOn <= endsOn, { path: ["endsOn"], message: "endsBeforeStart" });
export type AbsenceFields = z.infer<typeof absenceFields>;
/** A new plan: sent twice with one `clientId` it is stored once. */
export const planInput = z.intersection(z.object({ clientId: z.uuid() }), absenceFields);
export const changeInput = z.intersection(z.object({ absenceId: z.uuid() }), absenceFields);

/** A planned or present absence. */
export const absenceShape = z.object({
  absenceId: z.uuid(),
  startsOn: civilDate,
  endsOn: civilDate,
  /** Whether it has begun. */
  begun: z.boolean(),
  covers: z.array(cover),
  homeworkRests: z.boolean(),
  /** How many couples nobody covers. */
  uncovered: z.number(),
});
export type Absence = z.infer<typeof absenceShape>;

/** `absences.page`: a therapist's own time away. */
export const absencePage = z.object({
  viewer: staffViewer,
  /** Today in the practice's zone. */
  today: civilDate,
  absences: z.array(absenceShape),
  /** The couples that the therapist is the primary clinician of. */
  couples: z.array(z.object({ coupleId: z.uuid(), partners: z.array(partnerShape) })),
  /** Who may cover: every other therapist of the practice. */
  therapists: z.array(z.object({ personId: z.uuid(), name: z.string() })),
});
export type AbsencePage = z.infer<typeof absencePage>;

/** What the caseload says of an absence that is near and leaves couples without cover. */
export const uncoveredAbsence = z.object({
  startsOn: civilDate,
  endsOn: civilDate,
  begun: z.boolean(),
  couples: z.number(),
});
export type UncoveredAbsence = z.infer<typeof uncoveredAbsence>;
