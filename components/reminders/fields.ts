import type { KindChoice, PartnerKind, ReminderSettings, StaffKind } from "@/server/features/reminders/schema";

/** A kind of mail that somebody decides about. */
export type ChosenKind = PartnerKind | StaffKind;

/** What a person decides about mail, whichever kinds they get. */
export type MailFields = Omit<ReminderSettings, "kinds"> & { kinds: Partial<Record<ChosenKind, KindChoice>> };
