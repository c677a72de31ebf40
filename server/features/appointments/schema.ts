import { z } from "zod";
import { civilDate, partnerShape, staffViewer } from "../people/schema";

/** Lengths offered, in minutes. */
export const lengths = [30, 45, 50, 60, 75, 80, 90, 120] as const;

const time = z.iso.time({ precision: -1, error: "chooseTime" });
const minutes = z.number().int().min(5).max(480);
const day = z.iso.date({ error: "enterDay" });

/** One appointment by day and wall time, in the practice's zone. */
export const appointmentFields = z.object({ on: day, time, minutes });
export type AppointmentFields = z.infer<typeof appointmentFields>;
/** `clientId` is made by the form: sent twice, stored once. */
export const createInput = appointmentFields.extend({ clientId: z.uuid() });
export const moveInput = appointmentFields.extend({ appointmentId: z.uuid() });

/** A standing rhythm: its weekday is that of the first day. */
export const rhythmFields = z.object({ startsOn: day, time, minutes, weeks: z.number().int().min(1).max(8) });
export type RhythmFields = z.infer<typeof rhythmFields>;
export const rhythmInput = rhythmFields.extend({ clientId: z.uuid() });

export const appointmentShape = z.object({
  appointmentId: z.uuid(),
  at: z.date(),
  /** Day and wall time in the practice's zone. */
  on: civilDate,
  time: z.string(),
  minutes: z.number(),
  /** PLANNED takes place; SKIPPED can be taken back; AWAY falls into the therapist's time away. */
  state: z.enum(["PLANNED", "SKIPPED", "AWAY"]),
  /** The day on which the rhythm has it, where it was moved off it. */
  movedFrom: civilDate.nullable(),
});
export type AppointmentShape = z.infer<typeof appointmentShape>;

/** `appointments.page`: when a couple meets. Administrative: nothing of what they do or write. */
export const appointmentsPage = z.object({
  viewer: staffViewer,
  coupleId: z.uuid(),
  partners: z.array(partnerShape),
  /** Whether the viewer treats the couple, and so has a page of theirs to go back to. */
  treats: z.boolean(),
  /** Whether the viewer may change anything here. */
  schedules: z.boolean(),
  /** The practice's zone and its today. */
  timeZone: z.string(),
  today: civilDate,
  rhythm: rhythmFields.extend({ rhythmId: z.uuid() }).nullable(),
  next: z.date().nullable(),
  coming: z.array(appointmentShape),
  past: z.array(appointmentShape),
});
export type AppointmentsPage = z.infer<typeof appointmentsPage>;
