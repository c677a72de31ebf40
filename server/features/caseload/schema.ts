import { z } from "zod";
import { areaSchema } from "@/content/schema";
import { uncoveredAbsence } from "../absences/schema";
import { civilDate, partnerShape, staffViewer } from "../people/schema";
import { notices } from "../practices/schema";

const tone = z.enum(["attention", "warm", "quiet"]);

/** Why a couple needs someone now. Names are first names shown beside the couple already. */
export const reason = z.discriminatedUnion("kind", [
  // Says on purpose neither what it is nor whose.
  z.object({ kind: z.literal("open-alone"), tone }),
  z.object({ kind: z.literal("pulse-fell"), tone, name: z.string(), area: areaSchema, by: z.number() }),
  z.object({ kind: z.literal("silent"), tone, days: z.number() }),
  z.object({ kind: z.literal("apart"), tone, area: areaSchema, by: z.number() }),
  z.object({ kind: z.literal("unread"), tone, count: z.number() }),
  z.object({ kind: z.literal("homework-ends"), tone, days: z.number() }),
  z.object({ kind: z.literal("program-waits"), tone, days: z.number() }),
  z.object({ kind: z.literal("no-homework"), tone }),
  z.object({ kind: z.literal("not-joined"), tone, name: z.string() }),
  z.object({ kind: z.literal("elsewhere"), tone, name: z.string() }),
]);
export type Reason = z.infer<typeof reason>;

/** One occurrence as a dot: none is a window that closed, or is open, without an answer. */
export const mark = z.enum(["done", "partly", "not", "none"]);
export type Mark = z.infer<typeof mark>;

export const caseloadRow = z.object({
  coupleId: z.uuid(),
  state: z.enum(["ACTIVE", "PAUSED", "ENDED"]),
  partners: z.array(partnerShape),
  reasons: z.array(reason),
  unread: z.number(),
  /** Mean of each partner's own areas, eight weeks, oldest first; null for a week without a pulse. */
  pulse: z.object({ one: z.array(z.number().nullable()), two: z.array(z.number().nullable()) }),
  /** The six latest windows of each partner, oldest first. */
  adherence: z.object({ one: z.array(mark), two: z.array(mark) }),
  homework: z.array(z.object({ title: z.string(), area: areaSchema })),
  /** ISO instant of the next appointment. */
  nextAppointment: z.date().nullable(),
  /** Set where the viewer only covers: for whom, and the last day, a civil date in the viewer's zone. */
  covering: z.object({ name: z.string().nullable(), until: civilDate }).nullable(),
});
export type CaseloadRow = z.infer<typeof caseloadRow>;

/** `caseload.page`: couples in the order in which they need the therapist. */
export const caseloadPage = z.object({
  viewer: staffViewer,
  notices,
  couples: z.array(caseloadRow),
  /** Time away that is near and leaves couples without cover. */
  uncovered: uncoveredAbsence.nullable(),
});
export type CaseloadPage = z.infer<typeof caseloadPage>;
