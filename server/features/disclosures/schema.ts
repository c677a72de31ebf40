import { z } from "zod";
import { civilDate, partnerShape, staffViewer } from "../people/schema";

const line = (most: number) => z.string().trim().max(most, "tooLong");
const needed = (most: number) => line(most).min(1, "required");

/** What a disclosure says, 45 CFR 164.528(b)(2). Messages are keys of errors.json's `field`. */
export const disclosureFields = z.object({
  personId: z.uuid("choosePartner"),
  disclosedOn: z.iso.date("required"),
  /** Who received it. */
  recipient: needed(200),
  /** Their address, where it is known. */
  address: line(300),
  /** A brief description of what was disclosed. */
  what: needed(1000),
  /** A brief statement of the purpose, or the request itself. */
  why: needed(1000),
});
export type DisclosureFields = z.infer<typeof disclosureFields>;

export const recordInput = disclosureFields.extend({ clientId: z.uuid() });
export const correctInput = disclosureFields
  .omit({ personId: true })
  .extend({ disclosureId: z.uuid(), clientId: z.uuid(), withdrawn: z.boolean() });
export const statementInput = z.object({ personId: z.uuid() });

/** A disclosure as it was entered, or corrected. */
export const disclosureRow = z.object({
  disclosureId: z.uuid(),
  supersedesId: z.uuid().nullable(),
  personId: z.uuid(),
  disclosedOn: civilDate,
  recipient: z.string(),
  address: z.string(),
  what: z.string(),
  why: z.string(),
  /** Entered by mistake: it never took place. */
  withdrawn: z.boolean(),
  recordedBy: z.string(),
  recordedAt: z.date(),
});
export type DisclosureRow = z.infer<typeof disclosureRow>;

/** `disclosures.page`: all that was entered for a couple, each with its corrections, the latest disclosure first. */
export const disclosuresPage = z.object({
  viewer: staffViewer,
  coupleId: z.uuid(),
  partners: z.array(partnerShape),
  histories: z.array(z.array(disclosureRow)),
});
export type DisclosuresPage = z.infer<typeof disclosuresPage>;

/** `disclosures.statement`: what one partner may be handed, and nothing of the other. */
export const statement = z.object({
  viewer: staffViewer,
  coupleId: z.uuid(),
  personName: z.string(),
  from: civilDate,
  to: civilDate,
  rows: z.array(disclosureRow.omit({ supersedesId: true, withdrawn: true, personId: true })),
});
export type Statement = z.infer<typeof statement>;
