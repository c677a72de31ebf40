import { z } from "zod";
import { nameFault } from "../practices/policy";

/** A civil date, `YYYY-MM-DD`. */
export const civilDate = z.iso.date();

/** A name of a person, as somebody types it: 80 characters at most, nothing to click on, no line break. */
export const personName = z
  .string()
  .trim()
  .min(1, "enterName")
  .max(80, "tooLong")
  .superRefine((name, context) => {
    const fault = name ? nameFault(name) : null;
    if (fault) context.addIssue({ code: "custom", message: fault });
  });

/** A mail address, as somebody types it. */
export const emailAddress = z.string().trim().min(1, "enterEmail").max(254, "tooLong").pipe(z.email("notAnEmail"));

/** What a therapist does with what one partner tells alone. */
export const secretsPolicy = z.enum(["NO_SECRETS", "THERAPIST_DECIDES", "CONFIDENTIAL"]);
export type SecretsPolicy = z.infer<typeof secretsPolicy>;

/** Whoever is looking at a staff page. */
export const staffViewer = z.object({
  practiceId: z.uuid(),
  practiceName: z.string(),
  displayName: z.string(),
  roles: z.array(z.enum(["OWNER", "THERAPIST", "COORDINATOR"])),
  /** Today in the viewer's own zone. */
  today: civilDate,
  timeZone: z.string(),
});
export type StaffViewer = z.infer<typeof staffViewer>;

/** One of a couple's two people. Position 1 is the circle, 2 the diamond, everywhere. */
export const partnerShape = z.object({
  personId: z.uuid(),
  name: z.string(),
  position: z.union([z.literal(1), z.literal(2)]),
  joined: z.boolean(),
});
export type Partner = z.infer<typeof partnerShape>;

/** Whoever is looking at a partner's page. */
export const partnerViewer = z.object({
  coupleId: z.uuid(),
  displayName: z.string(),
  /** The other partner's name; null while nobody else has joined. */
  partnerName: z.string().nullable(),
  therapistName: z.string().nullable(),
  today: civilDate,
  /** For the greeting. */
  partOfDay: z.enum(["morning", "afternoon", "evening"]),
  timeZone: z.string(),
});
export type PartnerViewer = z.infer<typeof partnerViewer>;
