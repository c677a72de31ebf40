import { z } from "zod";
import { areaSchema, cadenceSchema, modeSchema } from "@/content/schema";
import { mark } from "../caseload/schema";
import { planFields } from "../homework/schema";
import { invitationShape } from "../invitations/schema";
import { elsewhere } from "../licences/schema";
import { civilDate, partnerShape, staffViewer } from "../people/schema";
import { programBrief } from "../programs/schema";
import { safetyShape } from "../safety/schema";
import { toldItem } from "../tools/schema";

/** `couples.list`: the administrative list, without any clinical content. */
export const couplesList = z.object({
  viewer: staffViewer,
  couples: z.array(
    z.object({
      coupleId: z.uuid(),
      state: z.enum(["ACTIVE", "PAUSED", "ENDED"]),
      partners: z.array(partnerShape.extend({ invitation: invitationShape.nullable() })),
      clinicians: z.array(z.string()),
      /** No present clinician treats the couple. */
      nobody: z.boolean(),
      nextAppointment: z.date().nullable(),
    }),
  ),
});
export type CouplesList = z.infer<typeof couplesList>;

export const replyShape = z.object({
  replyId: z.uuid(),
  authorName: z.string(),
  mine: z.boolean(),
  audience: z.enum(["AUTHOR", "SAME_READERS"]),
  body: z.string(),
  at: z.date(),
});
export type ReplyShape = z.infer<typeof replyShape>;

/** A check-in as the couple's clinicians read it. `words` is null when none are theirs to read. */
export const reviewedCheckIn = z.object({
  checkInId: z.uuid(),
  position: z.union([z.literal(1), z.literal(2)]),
  authorName: z.string(),
  title: z.string(),
  area: areaSchema,
  result: z.enum(["DONE", "PARTLY", "NOT_THIS_TIME"]),
  difficulty: z.number().nullable(),
  usefulness: z.number().nullable(),
  visibility: z.enum(["THERAPIST", "SHARED"]),
  words: z.string().nullable(),
  version: z.number(),
  at: z.date(),
  reviewed: z.boolean(),
  replies: z.array(replyShape),
});
export type ReviewedCheckIn = z.infer<typeof reviewedCheckIn>;

const trend = z.enum(["falling", "steady", "rising", "unknown"]);

/** One area of the pulse over the weeks shown. */
export const areaPulse = z.object({
  area: areaSchema,
  one: z.array(z.number().nullable()),
  two: z.array(z.number().nullable()),
  /** Distance of the latest ratings; null unless both rated. */
  apart: z.number().nullable(),
  trends: z.object({ one: trend, two: trend }),
});

export const homeworkRow = z.object({
  assignmentId: z.uuid(),
  title: z.string(),
  area: areaSchema,
  mode: modeSchema,
  state: z.enum(["ACTIVE", "PAUSED", "ENDED"]),
  cadence: cadenceSchema,
  startsOn: civilDate,
  endsOn: civilDate.nullable(),
  /** The end is the next appointment's day, and moves with it. */
  untilAppointment: z.boolean(),
  /** Something in its tool waits to be read before it may be offered to the partner. */
  waits: z.boolean(),
  /** Nothing of it is asked today, because of time away. */
  rests: z.boolean(),
  note: z.string().nullable(),
  plan: planFields.nullable(),
  /** Whose homework it is, with their latest six windows. */
  forPartners: z.array(
    z.object({ position: z.union([z.literal(1), z.literal(2)]), name: z.string(), marks: z.array(mark) }),
  ),
});
export type HomeworkRow = z.infer<typeof homeworkRow>;

/** `couples.page`: one screen before the next appointment. */
export const couplePage = z.object({
  viewer: staffViewer,
  couple: z.object({
    coupleId: z.uuid(),
    state: z.enum(["ACTIVE", "PAUSED", "ENDED"]),
    partners: z.array(partnerShape),
    startedOn: civilDate,
    /** Weeks since the start, the first being 1. */
    week: z.number(),
    lastAppointment: z.date().nullable(),
    nextAppointment: z.date().nullable(),
  }),
  licensed: z.boolean(),
  /** Something that the viewer has not opened and should open alone. */
  toOpenAlone: z.boolean(),
  /** The record of joint work that holds. */
  safety: safetyShape.nullable(),
  /** The program that they are in. */
  program: programBrief.nullable(),
  /** Where the viewer still owes a reason; empty once the couple has ended. */
  elsewhere,
  /** The Mondays of the weeks of the pulse, oldest first. */
  weeks: z.array(civilDate),
  /** Index in `weeks` at which homework began; null when before or never. */
  homeworkBegan: z.number().nullable(),
  pulse: z.array(areaPulse),
  /** Since the last appointment, or four weeks, by partner. Difficulty is the median of what was said. */
  since: z.array(
    z.object({
      position: z.union([z.literal(1), z.literal(2)]),
      name: z.string(),
      answered: z.number(),
      windows: z.number(),
      difficulty: z.number().nullable(),
    }),
  ),
  /** What the two made with tools since then, as far as it is the viewer's to read; the latest first. */
  told: z.array(toldItem),
  homework: z.array(homeworkRow),
  /** Unread first, then the latest; at most thirty. */
  checkIns: z.array(reviewedCheckIn),
});
export type CouplePage = z.infer<typeof couplePage>;
