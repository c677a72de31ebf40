import { z } from "zod";
import { ownProgramSchema } from "@/content/programs/own";
import { areaSchema, cadenceSchema, modeSchema } from "@/content/schema";
import { assignStanding } from "../licences/schema";
import { civilDate, partnerShape, staffViewer } from "../people/schema";
import { safetyShape } from "../safety/schema";

const localized = z.object({ en: z.string(), es: z.string() });

/** A strategy as a week holds it: what it is called and asks for, and the version that it will be. */
export const weekStrategy = z.object({
  key: z.string(),
  versionId: z.uuid(),
  title: localized,
  promise: localized,
  area: areaSchema,
  minutes: z.number(),
  mode: z.enum(["EACH", "TOGETHER"]),
  cadence: cadenceSchema,
  /** Whether both doing it needs a record of joint work. */
  joint: z.boolean(),
  /** Only the therapist's word may begin it, never a date. */
  byWord: z.boolean(),
});
export type WeekStrategy = z.infer<typeof weekStrategy>;

const weekText = z.object({ title: z.string(), whyNow: z.string() });
export const weekTexts = z.object({ en: weekText, es: weekText });
export type WeekTexts = z.infer<typeof weekTexts>;

const gate = z.enum(["DATE", "THERAPIST"]);

/** A strategy that a week may hold, in the reader's language. */
export const pickable = z.object({
  key: z.string(),
  area: areaSchema,
  title: z.string(),
  minutes: z.number(),
  mode: modeSchema,
  joint: z.boolean(),
  own: z.boolean(),
  /** Only the therapist's word may begin it, never a date. */
  byWord: z.boolean(),
});
export type Pickable = z.infer<typeof pickable>;

/** `programs.library`: the practice's own programs; those of the library come with the page. */
export const programLibrary = z.object({
  viewer: staffViewer,
  therapist: z.boolean(),
  own: z.array(
    z.object({
      programId: z.uuid(),
      title: z.string(),
      promise: z.string(),
      weeks: z.number(),
      mine: z.boolean(),
      authorName: z.string(),
      shared: z.boolean(),
      archived: z.boolean(),
      ready: z.boolean(),
      missing: z.object({ en: z.number(), es: z.number() }),
    }),
  ),
});
export type ProgramLibrary = z.infer<typeof programLibrary>;

/** `programs.own`: one own program, to be worked on by its author and read by the others. */
export const ownProgramPage = z.object({
  viewer: staffViewer,
  programId: z.uuid(),
  mine: z.boolean(),
  authorName: z.string(),
  shared: z.boolean(),
  archived: z.boolean(),
  revision: z.number(),
  content: ownProgramSchema,
  strategies: z.array(pickable),
});
export type OwnProgramPage = z.infer<typeof ownProgramPage>;
export const programId = z.object({ programId: z.uuid() });
/** `programs.create`: empty, or as a copy of a program of the library or of one that one may read. */
export const createInput = programId.extend({ from: z.string().max(80).nullable() });
export const saveInput = programId.extend({ revision: z.number().int(), content: ownProgramSchema });
export const saved = z.object({ revision: z.number() });

const plannedStrategy = z.object({ title: z.string(), area: areaSchema, minutes: z.number(), joint: z.boolean() });

/** A program to choose, with what each week is for. */
export const choice = z.object({
  key: z.string(),
  own: z.boolean(),
  title: z.string(),
  promise: z.string(),
  summary: z.string(),
  weeks: z.array(
    z.object({ title: z.string(), whyNow: z.string(), opens: gate, strategies: z.array(plannedStrategy) }),
  ),
});
export type ProgramChoice = z.infer<typeof choice>;

/** `programs.enrolForm`: what it takes to choose a program and its first day. */
export const enrolForm = z.object({
  viewer: staffViewer,
  coupleId: z.uuid(),
  partners: z.array(partnerShape),
  state: z.enum(["ACTIVE", "PAUSED", "ENDED"]),
  /** Today in the practice's zone, in which weeks open. */
  today: civilDate,
  licensed: z.boolean(),
  standing: assignStanding,
  safety: safetyShape.nullable(),
  /** Active homework by partner, for the warning at more than two. */
  active: z.array(z.object({ personId: z.uuid(), titles: z.array(z.string()) })),
  /** The program that they are in already: one at a time. */
  running: z.string().nullable(),
  programs: z.array(choice),
});
export type EnrolForm = z.infer<typeof enrolForm>;

/** The fields of the form; messages are keys of errors.json's `field`. */
export const enrolFields = z.object({
  programKey: z.string().min(1, "chooseProgram").max(80),
  startsOn: z.iso.date("chooseDate"),
});
export type EnrolFields = z.infer<typeof enrolFields>;
/** `programs.enrol`: `clientId` is made by the form, so that sending twice enrols once. */
export const enrolInput = enrolFields.extend({ clientId: z.uuid() });
export const enrolled = z.object({ enrolmentId: z.uuid() });

/** A window's answer as a dot, as in the caseload, whose schemas know this file. */
const mark = z.enum(["done", "partly", "not", "none"]);

/** One homework of a week with each partner's answers: two rows, never one number. */
const weekHomework = z.object({
  assignmentId: z.uuid(),
  title: z.string(),
  forPartners: z.array(
    z.object({ position: z.union([z.literal(1), z.literal(2)]), name: z.string(), marks: z.array(mark) }),
  ),
});

export const standingWeek = z.object({
  weekId: z.uuid(),
  /** Its place among the weeks that are not skipped; null for a skipped one. */
  number: z.number().nullable(),
  title: z.string(),
  whyNow: z.string(),
  opens: gate,
  state: z.enum(["WAITING", "OPEN", "DONE", "SKIPPED"]),
  openedOn: civilDate.nullable(),
  endsOn: civilDate.nullable(),
  /** Whether the therapist's word opened it. */
  byWord: z.boolean(),
  /** When a waiting week would open; null where nobody knows. */
  opensOn: civilDate.nullable(),
  strategies: z.array(plannedStrategy),
  /** Whether a date may open it at all. */
  mayOpenByDate: z.boolean(),
  mayUnskip: z.boolean(),
  homework: z.array(weekHomework),
});
export type StandingWeek = z.infer<typeof standingWeek>;

export const standing = z.object({
  enrolmentId: z.uuid(),
  title: z.string(),
  state: z.enum(["ACTIVE", "PAUSED", "ENDED", "FINISHED"]),
  startsOn: civilDate,
  pausedOn: civilDate.nullable(),
  /** How many weeks have opened, and how many there are without those skipped. */
  opened: z.number(),
  total: z.number(),
  /** Why the next week cannot open, as far as joint work goes. */
  jointFault: z.enum(["needsJointRecord", "jointLookAgain", "jointNotNow"]).nullable(),
  /** The next week's day has come and joint work keeps it. */
  kept: z.boolean(),
  weeks: z.array(standingWeek),
});
export type Standing = z.infer<typeof standing>;

/** `programs.standing`: where a couple stands in its program, or stood in the last. */
export const standingPage = z.object({
  viewer: staffViewer,
  coupleId: z.uuid(),
  partners: z.array(partnerShape),
  state: z.enum(["ACTIVE", "PAUSED", "ENDED"]),
  today: civilDate,
  licensed: z.boolean(),
  safety: safetyShape.nullable(),
  current: standing.nullable(),
  /** Programs that are over, newest first. */
  past: z.array(
    z.object({
      enrolmentId: z.uuid(),
      title: z.string(),
      state: z.enum(["ENDED", "FINISHED"]),
      startsOn: civilDate,
      endedOn: civilDate,
      opened: z.number(),
      total: z.number(),
    }),
  ),
  /** What a week that is put in may hold. */
  strategies: z.array(pickable),
});
export type StandingPage = z.infer<typeof standingPage>;

export const enrolmentInput = z.object({ enrolmentId: z.uuid() });
export const weekInput = enrolmentInput.extend({ weekId: z.uuid() });
/** `programs.schedule`: how a waiting week opens, and from which day on where it is the next and a date opens it. */
export const scheduleInput = weekInput.extend({ opens: gate, on: z.iso.date("chooseDate").nullable() });
/** `programs.insert`: `clientId` becomes the week's id, so that sending twice puts one in; a week of its own after another one (null: before all), or a copy of an earlier one. */
export const insertFields = z.object({
  afterWeekId: z.uuid().nullable(),
  repeatWeekId: z.uuid().nullable(),
  strategies: z.array(z.string().max(80)).max(2, "atMostTwo"),
  opens: gate,
});
export const insertInput = enrolmentInput
  .extend(insertFields.shape)
  .extend({ clientId: z.uuid() })
  .refine((input) => input.repeatWeekId !== null || input.strategies.length > 0, {
    path: ["strategies"],
    message: "chooseStrategy",
  });
export type InsertInput = z.infer<typeof insertInput>;

/** The line that partners read of their program. */
export const programLine = z.object({
  title: z.string(),
  number: z.number(),
  total: z.number(),
  weekTitle: z.string(),
  whyNow: z.string(),
  paused: z.boolean(),
});
export type ProgramLine = z.infer<typeof programLine>;

/** The line of a couple's page. */
export const programBrief = z.object({
  title: z.string(),
  state: z.enum(["ACTIVE", "PAUSED"]),
  weekTitle: z.string().nullable(),
  opened: z.number(),
  total: z.number(),
  /** What the next week waits for; null where none is ahead. */
  next: z.object({ opens: gate, on: civilDate }).nullable(),
});
export type ProgramBrief = z.infer<typeof programBrief>;
