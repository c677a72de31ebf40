import { z } from "zod";
import { ownHistory } from "../check-ins/schema";
import { civilDate, partnerViewer } from "../people/schema";
import { toldItem } from "../tools/schema";

/** Every kind of mail to a person of a practice. Links name a kind by its place in this list: only add at the end. */
export const reminderKind = z.enum([
  "HOMEWORK_NEW",
  "HOMEWORK_DUE",
  "LICENCE_EXPIRING",
  "INVITATION",
  "ADDRESS_PROOF",
  "ACCESS_NOTICE",
]);
export type ReminderKind = z.infer<typeof reminderKind>;
/** The kinds that a partner may get, and decides about. */
export const partnerKind = z.enum(["HOMEWORK_NEW", "HOMEWORK_DUE"]);
export type PartnerKind = z.infer<typeof partnerKind>;
/** An hour of the day. */
export const hours = z.number().int().min(0).max(23);

/** Whether the runtime knows a zone, by any of its names: the listed ones are canonical only (Asia/Katmandu). */
export function knownZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

const bothOrNeither = (fields: { quietFrom: number | null; quietTo: number | null }) =>
  (fields.quietFrom === null) === (fields.quietTo === null);
const beside = { path: ["quietTo"], message: "bothHours" };
const times = z.object({
  hour: hours,
  quietFrom: hours.nullable(),
  quietTo: hours.nullable(),
  timeZone: z.string().max(64).refine(knownZone, "unknownZone"),
  locale: z.enum(["en", "es"]),
});

/** When mail may come and in which language. Quiet hours are [from, to) in local hours, both null for none. */
export const mailHours = times.refine(bothOrNeither, beside);

/** What a partner decides about mail: its hours, and which kinds they want. */
export const reminderSettings = times.extend({ wanted: z.array(partnerKind) }).refine(bothOrNeither, beside);
export type ReminderSettings = z.infer<typeof reminderSettings>;

/** Who reads what a couple writes, the same for both partners. */
export const readers = z.object({
  /** The clinicians of today; `until`: the last day of one who stands in. */
  present: z.array(
    z.object({
      personId: z.uuid(),
      name: z.string(),
      role: z.enum(["PRIMARY", "SUPERVISOR", "COVERING"]),
      until: civilDate.nullable(),
    }),
  ),
  /** Emergency access, the latest first: first and last day. Why is the practice's record. */
  emergencies: z.array(z.object({ rowId: z.uuid(), name: z.string(), from: civilDate, until: civilDate })),
});
export type Readers = z.infer<typeof readers>;

/** `reminders.me`: one's own history and settings. */
export const mePage = z.object({
  viewer: partnerViewer,
  /** Nothing but the mailbox was proven lately: the history says only what was answered and when. */
  locked: z.boolean(),
  history: z.array(ownHistory),
  /** What one made with tools, newest first; empty while locked. */
  told: z.array(toldItem),
  readers,
  settings: reminderSettings,
  /** Where mail goes; null until an address is confirmed. */
  address: z.string().nullable(),
});
export type MePage = z.infer<typeof mePage>;
