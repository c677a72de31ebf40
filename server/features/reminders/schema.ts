import { z } from "zod";
import { ownHistory } from "../check-ins/schema";
import { civilDate, partnerShape, partnerViewer, staffViewer } from "../people/schema";
import { toldItem } from "../tools/schema";

/** Every kind of mail to a person of a practice. Links name a kind by its place in this list: only add at the end. */
export const reminderKind = z.enum([
  "HOMEWORK_NEW",
  "HOMEWORK_DUE",
  "LICENCE_EXPIRING",
  "INVITATION",
  "ADDRESS_PROOF",
  "ACCESS_NOTICE",
  "HOMEWORK_MISSED",
  "WEEKLY_PULSE",
  "REPLY",
  "HOMEWORK_NUDGE",
  "WEEKLY_DIGEST",
  "SILENCE_NOTICE",
  "INVITATION_OPEN",
  "TRIAL_ENDING",
  "PAYMENT_FAILED",
  "PRIVATE_WORD",
]);
export type ReminderKind = z.infer<typeof reminderKind>;
/** The kinds that a partner may get, and decides about. */
export const partnerKind = z.enum(["HOMEWORK_NEW", "HOMEWORK_DUE", "HOMEWORK_MISSED", "WEEKLY_PULSE", "REPLY"]);
export type PartnerKind = z.infer<typeof partnerKind>;
/** The kinds that staff may get, and decide about. */
export const staffKind = z.enum(["WEEKLY_DIGEST", "SILENCE_NOTICE", "INVITATION_OPEN", "TRIAL_ENDING"]);
export type StaffKind = z.infer<typeof staffKind>;
/** Why something was not sent: a closed list that never tells who asked. */
export const reminderReason = z.enum([
  "DONE",
  "ENDED",
  "PAUSED",
  "UNSUBSCRIBED",
  "STALE",
  "REJECTED",
  "BOUNCED",
  "UNREACHABLE",
  "NO_ADDRESS",
]);
export type ReminderReason = z.infer<typeof reminderReason>;
/** What became of a row of the ledger, as a person is told. */
export const reminderState = z.enum(["WAITING", "SENT", "SKIPPED", "FAILED"]);
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

/** Whether a kind comes, rests until a day, or does not come. */
export const kindChoice = z.enum(["ON", "PAUSED", "OFF"]);
export type KindChoice = z.infer<typeof kindChoice>;
const needsDay = { path: ["pausedUntil"], message: "pauseUntil" };
const dayGiven = (fields: { kinds: Record<string, KindChoice>; pausedUntil: string | null }) =>
  fields.pausedUntil !== null || !Object.values(fields.kinds).includes("PAUSED");
const planned = times.extend({
  /** Weekdays on which planned emails may come: 0 is Monday. */
  days: z.array(z.number().int().min(0).max(6)).min(1, "chooseDay"),
  /** The last day of every pause. */
  pausedUntil: civilDate.nullable(),
});

/** What a partner decides about mail: its days and hours, and which kinds they want. */
export const reminderSettings = planned
  .extend({ kinds: z.record(partnerKind, kindChoice) })
  .refine(bothOrNeither, beside)
  .refine(dayGiven, needsDay);
export type ReminderSettings = z.infer<typeof reminderSettings>;

/** What one of the staff decides about mail. */
export const staffSettings = planned
  .extend({ kinds: z.record(staffKind, kindChoice) })
  .refine(bothOrNeither, beside)
  .refine(dayGiven, needsDay);
export type StaffSettings = z.infer<typeof staffSettings>;

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

/** `reminders.me`: one's own history. */
export const mePage = z.object({
  viewer: partnerViewer,
  /** Nothing but the mailbox was proven lately: the history says only what was answered and when. */
  locked: z.boolean(),
  history: z.array(ownHistory),
  /** What one made with tools, newest first; empty while locked. */
  told: z.array(toldItem),
  readers,
});
export type MePage = z.infer<typeof mePage>;

/** One row of the ledger, as the person and, of homework, the couple's clinicians may know it. */
export const ledgerRow = z.object({
  id: z.uuid(),
  kind: reminderKind,
  /** The due date, or the Monday of the week; null where the kind says all. */
  about: civilDate.nullable(),
  /** When it was sent or left out, else when it is to go. */
  at: z.date(),
  state: reminderState,
  reason: reminderReason.nullable(),
});
export type LedgerRow = z.infer<typeof ledgerRow>;

export const suppressionCause = z.enum(["REFUSED", "BOUNCE", "COMPLAINT"]);

/** `reminders.page`: what a partner decided about mail, and what they were sent. */
export const remindersPage = z.object({
  viewer: partnerViewer,
  settings: reminderSettings,
  /** Where mail goes; null until an address is confirmed. */
  address: z.string().nullable(),
  /** Why nothing is sent there any more; null while it is. */
  stopped: suppressionCause.nullable(),
  /** The secret address of one's own calendar feed; null for none. */
  calendar: z.url().nullable(),
  rows: z.array(ledgerRow),
});
export type RemindersPage = z.infer<typeof remindersPage>;

/** `reminders.staffPage`: the same for one of the staff. */
export const staffRemindersPage = z.object({
  viewer: staffViewer,
  settings: staffSettings,
  address: z.string().nullable(),
  stopped: suppressionCause.nullable(),
  rows: z.array(ledgerRow),
});
export type StaffRemindersPage = z.infer<typeof staffRemindersPage>;

/** `reminders.ofCouple`: what both partners were sent on account of one couple. */
export const coupleRemindersPage = z.object({
  viewer: staffViewer,
  partners: z.array(
    partnerShape.extend({
      rows: z.array(ledgerRow),
      /** The due date of what is open and unanswered; null when there is nothing to remind of. */
      openUntil: civilDate.nullable(),
      /** A reminder by hand went, or is on its way, for that date. */
      nudged: z.boolean(),
      /** Why no email about it would go now: they are turned off or rest, or no address is confirmed; null when one may. */
      noMail: z.enum(["UNWANTED", "NO_ADDRESS"]).nullable(),
    }),
  ),
});
export type CoupleRemindersPage = z.infer<typeof coupleRemindersPage>;

/** `reminders.mail`: how mail goes in a practice, for its owners. Says nothing of kinds. */
export const mailPage = z.object({
  viewer: staffViewer,
  days: z.array(
    z.object({
      day: civilDate,
      sent: z.number().int(),
      skipped: z.number().int(),
      failed: z.number().int(),
      waiting: z.number().int(),
    }),
  ),
  failures: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      at: z.date(),
      reason: reminderReason,
      /** What the mail server answered. */
      code: z.number().int().nullable(),
    }),
  ),
  stopped: z.array(z.object({ personId: z.uuid(), name: z.string(), cause: suppressionCause, at: z.date() })),
});
export type MailPage = z.infer<typeof mailPage>;
