import { z } from "zod";
import { ownHistory } from "../check-ins/schema";
import { partnerViewer } from "../people/schema";

export const reminderKind = z.enum(["HOMEWORK_NEW", "HOMEWORK_DUE", "LICENCE_EXPIRING"]);
export type ReminderKind = z.infer<typeof reminderKind>;
/** The kinds that a partner may get, and decides about. */
export const partnerKind = z.enum(["HOMEWORK_NEW", "HOMEWORK_DUE"]);
export type PartnerKind = z.infer<typeof partnerKind>;
const hour = z.number().int().min(0).max(23);

/** Whether the runtime knows a zone, by any of its names: the listed ones are canonical only (Asia/Katmandu). */
export function knownZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

/** What a partner decides about mail. Quiet hours are [from, to) in local hours, both null for none. */
export const reminderSettings = z
  .object({
    wanted: z.array(partnerKind),
    hour,
    quietFrom: hour.nullable(),
    quietTo: hour.nullable(),
    timeZone: z.string().max(64).refine(knownZone, "unknownZone"),
    locale: z.enum(["en", "es"]),
  })
  .refine((fields) => (fields.quietFrom === null) === (fields.quietTo === null), {
    path: ["quietTo"],
    message: "bothHours",
  });
export type ReminderSettings = z.infer<typeof reminderSettings>;

/** `reminders.me`: one's own history and settings. */
export const mePage = z.object({
  viewer: partnerViewer,
  /** Nothing but the mailbox was proven lately: the history says only what was answered and when. */
  locked: z.boolean(),
  history: z.array(ownHistory),
  settings: reminderSettings,
  address: z.string(),
});
export type MePage = z.infer<typeof mePage>;
