import { z } from "zod";
import { areaSchema, cadenceSchema, modeSchema, strategyTextSchema } from "@/content/schema";
import { assignStanding, overrideReason } from "../licences/schema";
import { civilDate, partnerShape, partnerViewer, staffViewer } from "../people/schema";
import { programLine } from "../programs/schema";
import { safetyShape } from "../safety/schema";
import { ownMark, strategyFacts } from "../strategies/schema";
import { toolState } from "../tools/schema";

export const noteLimit = 2000;
export const planLimit = 500;

/** How many days after its start homework until the next appointment ends where none stands: eight weeks in all. */
export const daysWithoutAppointment = 55;

/** What a card on Today says of a strategy, in each language. */
const cardText = z.object({ title: z.string(), summary: z.string(), tiny: z.string() });
const cardTexts = z.object({ en: cardText, es: cardText });
/** The language in which each partner reads, by their id. */
const locales = z.record(z.uuid(), z.enum(["en", "es"]));

/** `homework.assignForm`: what the form needs to be filled in within a minute. */
export const assignForm = z.object({
  viewer: staffViewer,
  coupleId: z.uuid(),
  partners: z.array(partnerShape),
  locales,
  licensed: z.boolean(),
  standing: assignStanding,
  /** Active homework by partner, for the warning at more than two. */
  active: z.array(z.object({ personId: z.uuid(), titles: z.array(z.string()) })),
  /** The days of coming appointments that take place, in order. */
  appointments: z.array(civilDate),
  /** The record of joint work that holds. */
  safety: safetyShape.nullable(),
  strategies: z.array(
    strategyFacts.extend({
      title: z.string(),
      promise: z.string(),
      tiny: z.string(),
      notWhen: z.array(z.string()),
      card: cardTexts,
      /** Whose it is, where it is the practice's own. */
      own: ownMark.nullable(),
    }),
  ),
});
export type AssignForm = z.infer<typeof assignForm>;

const planText = z.string().trim().max(planLimit, "tooLong");

/** What is agreed for doing it; nothing of it has to be said. */
export const planFields = z.object({
  /** Why this one, for these two. */
  why: planText,
  /** When and where: if … then …. */
  when: planText,
  /** What may get in the way, and then what. */
  obstacle: planText,
  /** In the place of the strategy's own tiny version. */
  tiny: planText,
  /** The hour agreed aloud, on the clock at home. */
  hour: z.union([z.literal(""), z.iso.time({ precision: -1 })]),
  /** 0–10, as said aloud; for clinicians alone. */
  confidence: z.number().int().min(0).max(10).nullable(),
});
export type PlanFields = z.infer<typeof planFields>;

/** The fields of the form; messages are keys of errors.json's `field`. */
export const assignFields = z
  .object({
    strategyKey: z.string().min(1, "chooseStrategy"),
    mode: modeSchema,
    /** Who is asked to do it: one for JUST_YOU, else both. */
    personIds: z.array(z.uuid()).min(1, "choosePartner").max(2),
    /** Whether the partner who is not asked may know of it. */
    knownToBoth: z.boolean(),
    cadence: cadenceSchema,
    startsOn: civilDate,
    endsOn: civilDate.nullable(),
    /** The end is the next appointment's day and moves with it; `endsOn` is then not asked. */
    untilAppointment: z.boolean().optional(),
    note: z.string().trim().max(noteLimit, "tooLong"),
    plan: planFields.optional(),
    /**
     * Why one may work with a partner who lives where no licence at hand reaches, by that partner's id. Not chosen yet
     * is no fault of the form: the server knows for whom a reason is missing.
     */
    overrides: z.record(z.uuid(), overrideReason.optional()).optional(),
  })
  .refine((fields) => fields.untilAppointment || fields.endsOn === null || fields.endsOn >= fields.startsOn, {
    path: ["endsOn"],
    message: "endsBeforeStart",
  })
  .refine((fields) => fields.mode === "JUST_YOU" || fields.personIds.length === 2, {
    path: ["personIds"],
    message: "needsBoth",
  });
export type AssignFields = z.infer<typeof assignFields>;

/** `homework.assign`: `clientId` is made by the form, so that sending twice assigns once. */
export const assignInput = assignFields.and(z.object({ clientId: z.uuid() }));
export const assigned = z.object({ assignmentId: z.uuid() });

/** What of a running assignment may be changed. Who may know only widens. */
export const editFields = z.object({
  cadence: cadenceSchema,
  endsOn: civilDate.nullable(),
  untilAppointment: z.boolean().optional(),
  note: z.string().trim().max(noteLimit, "tooLong"),
  plan: planFields,
  knownToBoth: z.boolean(),
});
export type EditFields = z.infer<typeof editFields>;
export const editInput = editFields.and(z.object({ assignmentId: z.uuid() }));

/** `homework.editForm`: one assignment as it stands, to be changed. */
export const editForm = z.object({
  viewer: staffViewer,
  coupleId: z.uuid(),
  assignmentId: z.uuid(),
  partners: z.array(partnerShape),
  strategyKey: z.string(),
  title: z.string(),
  area: areaSchema,
  minutes: z.number(),
  card: cardTexts,
  locales,
  /** The strategy's own tiny version. */
  tiny: z.string(),
  mode: modeSchema,
  state: z.enum(["ACTIVE", "PAUSED"]),
  personIds: z.array(z.uuid()),
  startsOn: civilDate,
  /** The days of coming appointments that take place, in order. */
  appointments: z.array(civilDate),
  /** When a changed cadence would begin. */
  nextOn: civilDate,
  fields: editFields,
});
export type EditForm = z.infer<typeof editForm>;

export const ownCheckIn = z.object({
  checkInId: z.uuid(),
  clientId: z.uuid(),
  result: z.enum(["DONE", "PARTLY", "NOT_THIS_TIME"]),
  difficulty: z.number().nullable(),
  usefulness: z.number().nullable(),
  visibility: z.enum(["PRIVATE", "THERAPIST", "SHARED"]),
  words: z.string().nullable(),
  version: z.number(),
  at: z.date(),
});
export type OwnCheckIn = z.infer<typeof ownCheckIn>;

/** One homework of today. */
export const homeworkCard = z.object({
  occurrenceId: z.uuid(),
  title: z.string(),
  summary: z.string(),
  tiny: z.string(),
  area: areaSchema,
  minutes: z.number(),
  mode: modeSchema,
  opensOn: civilDate,
  dueOn: civilDate,
  note: z.string().nullable(),
  /** What was agreed with one's therapist; null where nothing was. */
  plan: planFields.pick({ why: true, when: true, obstacle: true, hour: true }).nullable(),
  /** One's own answer; never anything of the other partner's. */
  result: z.enum(["DONE", "PARTLY", "NOT_THIS_TIME"]).nullable(),
});
export type HomeworkCard = z.infer<typeof homeworkCard>;

/** `homework.today`: open first by due date, then what I answered this week. */
export const todayPage = z.object({
  viewer: partnerViewer,
  open: z.array(homeworkCard),
  answered: z.array(homeworkCard),
  /** Something that would be asked today rests by a change of plan. */
  resting: z.boolean(),
  /** Whether this week's pulse is still to be given. */
  pulseOpen: z.boolean(),
  /** Replies of the last fourteen days to my own check-ins, newest first. */
  replies: z.array(
    z.object({
      replyId: z.uuid(),
      occurrenceId: z.uuid(),
      title: z.string(),
      authorName: z.string(),
      body: z.string(),
      at: z.date(),
    }),
  ),
  nextAppointment: z.date().nullable(),
  /** The program that both are in, and the week that is open; it moves by date or the therapist's word alone. */
  program: programLine.nullable(),
});
export type TodayPage = z.infer<typeof todayPage>;

/** `homework.open`: one exercise, its texts and its check-in. */
export const exercisePage = z.object({
  viewer: partnerViewer,
  card: homeworkCard,
  text: strategyTextSchema,
  tools: toolState,
  checkIn: ownCheckIn.nullable(),
  /** False once the window closed: an answer can then be read, not written. */
  writable: z.boolean(),
  /** It rests by a change of plan: nothing is asked for now. */
  resting: z.boolean(),
  /** Its homework was ended while it was open: it is not asked for any more. */
  ended: z.boolean(),
  /** A key of this person's, for sealing the draft that stays on the phone (AES-256-GCM, base64). */
  draftKey: z.string(),
  replies: z.array(z.object({ replyId: z.uuid(), authorName: z.string(), body: z.string(), at: z.date() })),
});
export type ExercisePage = z.infer<typeof exercisePage>;
