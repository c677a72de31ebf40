import { z } from "zod";
import { civilDate, staffViewer } from "../people/schema";

export const licenceKind = z.enum(["LMFT", "LCSW", "LPC", "LMHC", "PSYCHOLOGIST", "OTHER"]);
export type LicenceKind = z.infer<typeof licenceKind>;
export const licenceStatus = z.enum(["SUBMITTED", "VERIFIED", "REJECTED", "EXPIRED", "SUSPENDED"]);
export type LicenceStatus = z.infer<typeof licenceStatus>;
export const confirmation = z.enum(["BOARD_WEBSITE", "PHONE", "DOCUMENT", "ATTESTED"]);
export type Confirmation = z.infer<typeof confirmation>;
export const rejection = z.enum([
  "NOT_AT_BOARD",
  "NUMBER_DIFFERS",
  "NAME_DIFFERS",
  "NOT_ACTIVE",
  "EXPIRY_DIFFERS",
  "NOT_COVERING",
]);
export type Rejection = z.infer<typeof rejection>;
export const registryStatus = z.enum(["NONE", "PENDING", "MATCHED", "MISMATCHED", "NOT_FOUND", "UNAVAILABLE"]);
export const mismatch = z.enum(["NAME", "NUMBER", "STATE", "TAXONOMY", "INACTIVE", "ORGANISATION"]);
export type Mismatch = z.infer<typeof mismatch>;

/** What the national registry holds under a number: public facts, self-reported by whoever registered. */
export const registryFacts = z.object({
  /** A person (NPI-1) or an organisation (NPI-2). */
  person: z.boolean(),
  active: z.boolean(),
  /** First and last name, or the organisation's name. */
  name: z.string(),
  credential: z.string().nullable(),
  taxonomies: z.array(
    z.object({ code: z.string(), name: z.string(), number: z.string().nullable(), state: z.string().nullable() }),
  ),
});
export type RegistryFacts = z.infer<typeof registryFacts>;

export const overrideReason = z.enum([
  "PSYPACT",
  "COUNSELING_COMPACT",
  "TELEHEALTH_REGISTRATION",
  "TEMPORARY_PRACTICE",
  "CLIENT_AWAY",
  "CONTINUITY",
]);
export type OverrideReason = z.infer<typeof overrideReason>;

/** A licence as its holder and the owners see it. */
export const licenceCard = z.object({
  licenceId: z.uuid(),
  personId: z.uuid(),
  name: z.string(),
  kind: licenceKind,
  number: z.string(),
  jurisdiction: z.string(),
  expiresOn: civilDate,
  npi: z.string().nullable(),
  /** What it renews or corrects. */
  replacesId: z.uuid().nullable(),
  submittedAt: z.date(),
  status: licenceStatus,
  decidedAt: z.date().nullable(),
  decidedBy: z.string().nullable(),
  confirmation: confirmation.nullable(),
  boardReference: z.string().nullable(),
  rejection: rejection.nullable(),
  registryStatus,
  registryFacts: registryFacts.nullable(),
  mismatches: z.array(mismatch),
  registryAt: z.date().nullable(),
});
export type LicenceCard = z.infer<typeof licenceCard>;

export const supervisionRow = z.object({
  supervisionId: z.uuid(),
  associateId: z.uuid(),
  associate: z.string(),
  supervisorId: z.uuid(),
  supervisor: z.string(),
  from: civilDate,
  until: civilDate.nullable(),
  /** Whether the supervisor's own licence covers today. */
  covered: z.boolean(),
});
export type SupervisionRow = z.infer<typeof supervisionRow>;

/** A therapist of the practice, for choosing who supervises whom. */
export const therapist = z.object({
  personId: z.uuid(),
  name: z.string(),
  ownLicence: z.boolean(),
  licensed: z.boolean(),
});
export type Therapist = z.infer<typeof therapist>;

/** `licences.page`: one's own licences, and for owners everybody's with what waits for a decision. */
export const licencesPage = z.object({
  viewer: staffViewer,
  personId: z.uuid(),
  country: z.string(),
  /** Whether the viewer may assign today, own licence or supervisor's. */
  licensed: z.boolean(),
  /** The only owner and only therapist: attests their own. */
  sole: z.boolean(),
  mine: z.array(licenceCard),
  /** Empty for anyone but owners. */
  others: z.array(licenceCard),
  supervisions: z.array(supervisionRow),
  /** Empty for anyone but owners. */
  therapists: z.array(therapist),
});
export type LicencesPage = z.infer<typeof licencesPage>;

const luhnBase = "80840";

/**
 * Whether a number is a National Provider Identifier: ten digits, the first 1 or 2, the last making the Luhn sum of
 * "80840" + NPI divisible by ten (45 CFR 162.406, CMS check digit calculation). 1234567893 is one.
 */
export function isNpi(npi: string): boolean {
  if (!/^[12]\d{9}$/.test(npi)) return false;
  const sum = [...(luhnBase + npi)].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** A place that can license: a state of the United States (US-NY), else a country (GB). */
export const jurisdiction = z.string().regex(/^(US-[A-Z]{2}|(?!US$)[A-Z]{2})$/, "chooseJurisdiction");

/** What a therapist types; messages are keys of errors.json's `field`. */
export const licenceFields = z
  .object({
    kind: licenceKind,
    number: z
      .string()
      .trim()
      .min(1, "enterLicenceNumber")
      .max(40, "tooLong")
      .regex(/^[\p{L}\p{N}][\p{L}\p{N} ./-]*$/u, "licenceNumberForm"),
    jurisdiction,
    expiresOn: z.iso.date("enterExpiry"),
    npi: z
      .string()
      .transform((text) => text.replace(/[\s-]/g, ""))
      .refine((text) => text === "" || isNpi(text), "npiWrong"),
  })
  .refine(({ jurisdiction: where, npi }) => npi === "" || where.startsWith("US-"), {
    path: ["npi"],
    message: "npiOnlyUs",
  });
export type LicenceFields = z.infer<typeof licenceFields>;

export const submitInput = licenceFields.and(z.object({ clientId: z.uuid(), replacesId: z.uuid().nullable() }));
export const licenceIdInput = z.object({ licenceId: z.uuid() });

/** How a licence was confirmed; messages are keys of errors.json's `field`. */
export const confirmFields = z.object({
  confirmation,
  /** Whatever finds the board's answer again. */
  reference: z.string().trim().max(200, "tooLong"),
});
export type ConfirmFields = z.infer<typeof confirmFields>;

/** What an owner decides. */
export const decideInput = z.discriminatedUnion("verdict", [
  z.object({ licenceId: z.uuid(), verdict: z.literal("VERIFIED"), ...confirmFields.shape }),
  z.object({ licenceId: z.uuid(), verdict: z.literal("REJECTED"), reason: rejection }),
  z.object({ licenceId: z.uuid(), verdict: z.literal("SUSPENDED") }),
]);
export type Decision = z.infer<typeof decideInput>;

export const supervisionFields = z
  .object({
    associateId: z.uuid("chooseAssociate"),
    supervisorId: z.uuid("chooseSupervisor"),
    from: civilDate,
    until: civilDate.nullable(),
  })
  .refine(({ associateId, supervisorId }) => associateId !== supervisorId, {
    path: ["supervisorId"],
    message: "superviseOther",
  })
  .refine(({ from, until }) => until === null || until >= from, { path: ["until"], message: "endsBeforeStart" });
export type SupervisionFields = z.infer<typeof supervisionFields>;

/** What everybody in the practice is told of their own licence, above the page. */
export const licenceNotice = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("none") }),
  z.object({ kind: z.literal("waiting") }),
  z.object({ kind: z.literal("expiring"), days: z.number(), renewing: z.boolean() }),
]);
export type LicenceNotice = z.infer<typeof licenceNotice>;

/** A partner, and whether a licence at hand reaches where they live. */
export const partnerPlace = z.object({
  personId: z.uuid(),
  /** US-NJ, or a country; null while they have not said. */
  jurisdiction: z.string().nullable(),
  outside: z.boolean(),
  /** The viewer's reason for this place, recorded before. */
  recorded: overrideReason.nullable(),
});
export type PartnerPlace = z.infer<typeof partnerPlace>;

/** Partners who live where no licence at hand reaches, without a reason yet, and the reasons that may be given. */
export const elsewhere = z.object({ places: z.array(partnerPlace), reasons: z.array(overrideReason) });
export type Elsewhere = z.infer<typeof elsewhere>;

/** Why one may work with a partner who lives elsewhere. */
export const overrideInput = z.object({ personId: z.uuid(), reason: overrideReason });
export type OverrideFields = z.infer<typeof overrideInput>;

/** Under whose licence somebody assigns to a couple, and where that does not reach. */
export const assignStanding = z.object({
  /** Whoever supervises them today; `present`: is a clinician of the couple already. */
  supervisor: z.object({ name: z.string(), present: z.boolean() }).nullable(),
  places: z.array(partnerPlace),
  /** The reasons that these licences allow. */
  reasons: z.array(overrideReason),
});
export type AssignStanding = z.infer<typeof assignStanding>;
