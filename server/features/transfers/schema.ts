import { z } from "zod";
import { civilDate, partnerShape, partnerViewer, secretsPolicy, staffViewer } from "../people/schema";

const receiver = { practiceName: z.string(), therapistName: z.string() };

/** `transfers.page`: what the couple's clinicians see of a transfer to another practice. Dates are civil, in the viewer's zone. */
export const transferPage = z.object({
  viewer: staffViewer,
  couple: z.object({
    coupleId: z.uuid(),
    state: z.enum(["ACTIVE", "PAUSED", "ENDED"]),
    partners: z.array(partnerShape),
  }),
  transfer: z
    .object({
      transferId: z.uuid(),
      state: z.enum(["code", "taken", "over"]),
      startedBy: z.string(),
      startedOn: civilDate,
      /** The last day of the code, or of the partners' answers. */
      until: civilDate,
      /** Null until the code was used. */
      receiver: z.object({ ...receiver, on: civilDate }).nullable(),
      /** Whose words have gone, and when. Who has not answered, said no or took it back is not told apart. */
      gone: z.array(z.object({ personId: z.uuid(), name: z.string(), on: civilDate })),
    })
    .nullable(),
});
export type TransferPage = z.infer<typeof transferPage>;

export const startInput = z.object({ clientId: z.uuid() });
/** The code, to be shown once, and its last day. */
export const started = z.object({ code: z.string(), until: civilDate });
export type Started = z.infer<typeof started>;

export const takeFields = z.object({
  code: z.string().trim().min(1, "required").max(40, "tooLong"),
  policy: secretsPolicy,
});
export type TakeFields = z.infer<typeof takeFields>;

/** `transfers.receptions`: the couples that a therapist took on from elsewhere. No name of a client before one has arrived. */
export const receptionsPage = z.object({
  viewer: staffViewer,
  /** Whether the viewer may take couples on: a therapist under a verified, current licence. */
  mayTake: z.boolean(),
  receptions: z.array(
    z.object({
      receptionId: z.uuid(),
      ...receiver,
      on: civilDate,
      until: civilDate,
      state: z.enum(["waits", "over"]),
      /** The couple, once a partner has arrived. */
      coupleId: z.uuid().nullable(),
    }),
  ),
});
export type ReceptionsPage = z.infer<typeof receptionsPage>;

/** `transfers.mine`: a partner's own side, which depends on nothing that the other one answered. */
export const minePage = z.object({
  viewer: partnerViewer,
  ownName: z.string(),
  /** When this list was made: what is signed is this list. */
  listedAt: z.date(),
  transfer: z
    .object({
      transferId: z.uuid(),
      ...receiver,
      /** How that therapist treats what one partner tells alone. */
      policy: secretsPolicy,
      /** The last day for an answer. */
      until: civilDate,
      /** Whether an answer may be given or changed. */
      open: z.boolean(),
      state: z.enum(["OPEN", "WAITS", "GONE", "DECLINED", "WITHDRAWN", "LAPSED"]),
      answeredAt: z.date().nullable(),
      /** From when it goes. */
      goesAt: z.date().nullable(),
      goneAt: z.date().nullable(),
    })
    .nullable(),
  /** What would go, newest first; empty where nothing is asked. */
  checkIns: z.array(
    z.object({
      checkInId: z.uuid(),
      title: z.string(),
      on: civilDate,
      result: z.enum(["DONE", "PARTLY", "NOT_THIS_TIME"]),
      difficulty: z.number().nullable(),
      usefulness: z.number().nullable(),
      /** The words that go; null where there are none, or only their author reads them. */
      words: z.string().nullable(),
      shared: z.boolean(),
    }),
  ),
  /** Words apart from check-ins. */
  journal: z.array(z.object({ entryId: z.uuid(), on: civilDate, words: z.string(), shared: z.boolean() })),
  /** Mondays of weekly ratings. */
  weeks: z.array(civilDate),
  /** How many pieces only their author reads: they stay. */
  stays: z.number().int(),
});
export type MinePage = z.infer<typeof minePage>;

/** What a partner signs. `listedAt` names the list that they saw. */
export const signFields = z.object({
  transferId: z.uuid(),
  listedAt: z.date(),
  signedAs: z.string().trim().min(2, "signWithName").max(80, "tooLong"),
  textVersion: z.string().max(20),
  consentVersion: z.string().max(20),
  policy: secretsPolicy,
});
export type SignFields = z.infer<typeof signFields>;
