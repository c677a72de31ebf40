import { z } from "zod";
import { civilDate, partnerShape, staffViewer } from "../people/schema";

export const clinicianRole = z.enum(["PRIMARY", "SUPERVISOR", "COVERING"]);
export type ClinicianRole = z.infer<typeof clinicianRole>;

/** Why emergency access was opened: a closed list, nothing to write. */
export const emergencyReason = z.enum(["CLINICIAN_LEFT", "CLINICIAN_UNREACHABLE", "EMERGENCY", "LEGAL_DUTY"]);
export type EmergencyReason = z.infer<typeof emergencyReason>;

/** How long emergency access lasts, in days. */
export const emergencyDays = { least: 1, offered: 3, most: 14 };

/** One stretch of time in which somebody reads the couple, or did, or will. Dates are civil, in the practice's zone. */
export const accessRow = z.object({
  coupleClinicianId: z.uuid(),
  personId: z.uuid(),
  name: z.string(),
  role: clinicianRole,
  self: z.boolean(),
  from: civilDate,
  /** The last day of reading; null: without an end. */
  until: civilDate.nullable(),
  /** Who let them in; null where they were there from the beginning. */
  addedBy: z.string().nullable(),
  endedBy: z.string().nullable(),
  /** It covers somebody's time away. */
  absence: z.boolean(),
  emergency: emergencyReason.nullable(),
  /** Whether the viewer may end it here. */
  mayEnd: z.boolean(),
});
export type AccessRow = z.infer<typeof accessRow>;

const therapist = z.object({ personId: z.uuid(), name: z.string() });
export type Therapist = z.infer<typeof therapist>;

/** `clinicians.page`: who may read a couple. */
export const accessPage = z.object({
  viewer: staffViewer,
  /** Today in the practice's zone: what dates are told from. */
  today: civilDate,
  couple: z.object({
    coupleId: z.uuid(),
    state: z.enum(["ACTIVE", "PAUSED", "ENDED"]),
    partners: z.array(partnerShape),
  }),
  /** Whether the viewer reads the couple. */
  reads: z.boolean(),
  /** Whether the viewer may say who else reads. */
  manages: z.boolean(),
  /** Whether the viewer is the primary clinician. */
  primary: z.boolean(),
  /** Whether the viewer, an owner, may open emergency access: nobody present treats the couple. */
  mayOpen: z.boolean(),
  nobody: z.boolean(),
  now: z.array(accessRow),
  planned: z.array(accessRow),
  earlier: z.array(accessRow),
  /** The practice's therapists, the viewer included. */
  therapists: z.array(therapist),
});
export type AccessPage = z.infer<typeof accessPage>;

/** Letting another therapist read. A covering one has a last day, a supervisor none. `clientId` is given by the browser: sent twice, it is stored once. */
export const addFields = z
  .object({
    personId: z.uuid("chooseTherapist"),
    role: z.enum(["SUPERVISOR", "COVERING"]),
    until: civilDate.nullable(),
  })
  .refine((fields) => (fields.role === "COVERING") === (fields.until !== null), {
    path: ["until"],
    message: "chooseLastDay",
  });
export type AddFields = z.infer<typeof addFields>;
export const addInput = z.intersection(z.object({ clientId: z.uuid() }), addFields);

/** Making another therapist the primary clinician; the present one stays as covering until a day, or leaves at once. */
export const transferFields = z.object({ personId: z.uuid("chooseTherapist"), stayUntil: civilDate.nullable() });
export type TransferFields = z.infer<typeof transferFields>;
export const transferInput = transferFields.extend({ clientId: z.uuid() });

export const endInput = z.object({ coupleClinicianId: z.uuid() });

/** Opening emergency access. Sent twice with one `clientId` it is opened once. */
export const emergencyFields = z.object({
  personId: z.uuid("chooseTherapist"),
  reason: z.enum(emergencyReason.options, "chooseReason"),
  days: z.number().int().min(emergencyDays.least).max(emergencyDays.most),
});
export type EmergencyFields = z.infer<typeof emergencyFields>;
export const emergencyInput = emergencyFields.extend({ clientId: z.uuid() });
