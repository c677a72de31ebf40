import { z } from "zod";
import { countries } from "@/content/countries";
import { licenceNotice } from "../licences/schema";
import { staffViewer } from "../people/schema";
import { knownZone } from "../reminders/schema";
import { nameFault, senderFault } from "./policy";

/** A name for people and places: one line, no web address. Messages are keys of errors.json's `field`. */
export const plainName = (most: number) =>
  z
    .string()
    .transform((text) => text.normalize("NFC").trim())
    .pipe(
      z
        .string()
        .min(1, "required")
        .max(most, "tooLong")
        .superRefine((text, context) => {
          const message = text ? nameFault(text) : null;
          if (message) context.addIssue({ code: "custom", message });
        }),
    );

const practiceName = plainName(80);
const timeZone = z.string().max(64).refine(knownZone, "unknownZone");
const country = z.string().refine((code) => countries.includes(code), "chooseCountry");

/** Signing: the version that was read, in which language, and one's own name typed. */
export const signing = z.object({
  version: z.string().regex(/^\d{4}-\d{2}$/),
  locale: z.enum(["en", "es"]),
  signatory: plainName(120),
});
export type Signing = z.infer<typeof signing>;

/** What a new practice is asked for before its agreement. */
export const practiceFields = z.object({
  name: practiceName,
  displayName: plainName(80),
  timeZone,
  country,
  /** Whether the founder treats couples too. */
  treats: z.boolean(),
});
export type PracticeFields = z.infer<typeof practiceFields>;

/** `practices.found`. The same `clientId` again answers with the same practice. */
export const foundInput = practiceFields.extend({ clientId: z.uuid(), agreement: signing });

/** The sender's name in mail: neutral, since a phone shows it on its lock screen. */
export const senderName = plainName(40).superRefine((text, context) => {
  const message = senderFault(text);
  if (message) context.addIssue({ code: "custom", message });
});

/** `practices.save`: what an owner may change at any time. */
export const settingsFields = z.object({ name: practiceName, senderName, timeZone, country });
export type SettingsFields = z.infer<typeof settingsFields>;

export const stepKeys = ["twoFactor", "licence", "sender", "couple", "homework", "colleague"] as const;
export type StepKey = (typeof stepKeys)[number];

/** One of the first steps. `waiting`: one's own part is done, somebody else's is not. */
export const step = z.object({
  key: z.enum(stepKeys),
  state: z.enum(["done", "waiting", "open"]),
  optional: z.boolean(),
});
export type Step = z.infer<typeof step>;

/** `practices.start`: the first steps of whoever looks. */
export const startPage = z.object({ viewer: staffViewer, steps: z.array(step), hidden: z.boolean() });
export type StartPage = z.infer<typeof startPage>;

/** An agreement as an owner signed it. */
export const signedAgreement = z.object({
  version: z.string(),
  locale: z.enum(["en", "es"]),
  signatory: z.string(),
  acceptedAt: z.date(),
});
export type SignedAgreement = z.infer<typeof signedAgreement>;

/** `practices.settings`, for owners alone. */
export const settingsPage = z.object({
  viewer: staffViewer,
  fields: settingsFields.extend({ name: z.string(), senderName: z.string() }),
  senderChosen: z.boolean(),
  requiresTwoFactor: z.boolean(),
  /** Whether the one who looks gave a second factor, without which they could lock themselves out. */
  hasTwoFactor: z.boolean(),
  /** The newest one that was signed. */
  agreement: signedAgreement.nullable(),
  /** The version that waits for a signature; null: the newest is signed. */
  agreementDue: z.string().nullable(),
});
export type SettingsPage = z.infer<typeof settingsPage>;

/** `practices.agreement`, for owners alone: newest first. */
export const agreementPage = z.object({
  viewer: staffViewer,
  signed: z.array(signedAgreement),
  due: z.string().nullable(),
});
export type AgreementPage = z.infer<typeof agreementPage>;

/** What the frame of the staff's pages tells whoever looks. */
export const notices = z.object({
  agreementDue: z.string().nullable(),
  firstSteps: z.boolean(),
  /** To therapists, of their own licence. */
  licence: licenceNotice.nullable(),
});
export type Notices = z.infer<typeof notices>;
