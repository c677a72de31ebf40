import en from "@/messages/en/emails.json";
import type { LetterKind } from "@/server/db/generated/enums";
import { bundleWeight } from "@/server/features/reminders/policy.kinds";
import { type ReminderKind, reminderKind, staffKind } from "@/server/features/reminders/schema";
import { noteMail } from "@/server/mail/send";
import { letterMail } from "@/server/mail/send-letter";

type Locale = "en" | "es";
const id = (end: string) => `0190a7c4-0000-7000-8000-00000000000${end}`;

/** A mail as it would be sent to somebody, with made-up data. */
export interface Sample {
  title: string;
  mail(locale: Locale): ReturnType<typeof noteMail> | ReturnType<typeof letterMail>;
}

/** A note that carries these kinds, as a practice would send it. */
export function noteSample(kinds: readonly ReminderKind[], senderName = "Harbor House"): Sample {
  const ids = { practiceId: id("1"), id: id("2"), personId: id("3") };
  return {
    title: kinds.join(" + "),
    mail: (locale) => noteMail({ ...ids, kinds, address: "someone@example.org", locale, senderName }),
  };
}

function letterSample(kind: LetterKind, topic: string | null): Sample {
  return {
    title: topic ? `${kind} ${topic}` : kind,
    mail: (locale) => letterMail({ id: id("4"), kind, topic, email: "someone@example.org", locale }),
  };
}

const staffKinds: readonly string[] = staffKind.options;
const sideOf = (kind: ReminderKind) => (staffKinds.includes(kind) ? "staff" : "partner");

/** What one mail may carry together, of a partner and of staff, the weightiest first. */
export const bundled: Record<"partner" | "staff", ReminderKind[]> = { partner: [], staff: [] };
for (const kind of reminderKind.options) if (bundleWeight(kind) !== null) bundled[sideOf(kind)].push(kind);
for (const kinds of Object.values(bundled)) kinds.sort((a, b) => (bundleWeight(a) ?? 0) - (bundleWeight(b) ?? 0));

const notes: Sample[] = [
  ...reminderKind.options.map((kind) => noteSample([kind])),
  { ...noteSample(bundled.partner), title: "A partner's day, all in one" },
  { ...noteSample(bundled.staff), title: "A day of staff, all in one" },
];
const letterKinds = ["SIGN_IN", "RESET", "SIGN_UP", "ADDRESS_CHANGE"] as const;
const topics = Object.keys(en.letters.notice).filter((key) => key !== "action" && key !== "wasYou");
const letters: Sample[] = [
  ...letterKinds.map((kind) => letterSample(kind, null)),
  ...topics.map((topic) => letterSample("SECURITY_NOTICE", topic)),
];

/** Every mail that the product knows: each kind alone, a full day of a partner and of staff, and the letters of a login. */
export const samples: readonly Sample[] = [...notes, ...letters];

/** Every set of kinds that one mail may carry. */
export function bundles(): ReminderKind[][] {
  const sets = (kinds: readonly ReminderKind[]) =>
    Array.from({ length: 2 ** kinds.length - 1 }, (_, bits) =>
      kinds.filter((_kind, place) => ((bits + 1) >> place) & 1),
    );
  return [...sets(bundled.partner), ...sets(bundled.staff)];
}
