import { z } from "zod";
import { civilDate, partnerShape, staffViewer } from "../people/schema";
import { auditCategories } from "./policy.categories";

export const categorySchema = z.enum(auditCategories);
export const outcomeSchema = z.enum(["ALLOWED", "DENIED"]);

/** What a page of the log is narrowed to. Dates are civil, in the viewer's zone, both included. */
export const logFilters = z.object({
  personId: z.uuid().optional(),
  coupleId: z.uuid().optional(),
  category: categorySchema.optional(),
  outcome: outcomeSchema.optional(),
  from: civilDate.optional(),
  to: civilDate.optional(),
});
export type LogFilters = z.infer<typeof logFilters>;

/** Where a page of the log begins: after the row of this instant and id, newest first. See `cursorOf`. */
export const logCursor = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z_[0-9a-f-]{36}$/);
export type LogCursor = z.infer<typeof logCursor>;

export const logInput = logFilters.extend({ after: logCursor.optional() });
export const coupleLogInput = logFilters.omit({ coupleId: true }).extend({ after: logCursor.optional() });

/** One row as owners read it: never the procedure, which would tell the kind of content. */
export const logRow = z.object({
  id: z.uuid(),
  at: z.date(),
  /** Null: nobody of this practice, or its operator. */
  personName: z.string().nullable(),
  couple: z.object({ coupleId: z.uuid(), partners: z.array(partnerShape) }).nullable(),
  /** A couple was named that this practice does not have. */
  elsewhere: z.boolean(),
  category: categorySchema,
  outcome: outcomeSchema,
  /** For the couple's clinicians only, and never of what a partner does on their own side. */
  procedure: z.string().nullable(),
});
export type LogRow = z.infer<typeof logRow>;

export const namedPerson = z.object({ personId: z.uuid(), name: z.string(), staff: z.boolean() });

/** A file of the log that an owner asked for. */
export const logExport = z.object({
  exportId: z.uuid(),
  state: z.enum(["OWED", "READY", "FAILED"]),
  rows: z.number().nullable(),
  createdAt: z.date(),
  expiresAt: z.date(),
});
export type LogExportShape = z.infer<typeof logExport>;

/** Until when the log is sealed, and what the latest check of all seals found. */
export const sealState = z.object({
  sealedTo: z.date().nullable(),
  check: z.object({ at: z.date(), sealedTo: z.date().nullable(), rows: z.number(), faults: z.number() }).nullable(),
});
export type SealState = z.infer<typeof sealState>;

/** `audit.log`: the practice's access log for its owners. */
export const logPage = z.object({
  viewer: staffViewer,
  rows: z.array(logRow),
  /** Where the next page begins; null at the end. */
  next: logCursor.nullable(),
  people: z.array(namedPerson),
  couples: z.array(z.object({ coupleId: z.uuid(), partners: z.array(partnerShape) })),
  seal: sealState,
  exports: z.array(logExport),
});
export type LogPage = z.infer<typeof logPage>;

/** `audit.coupleLog`: who opened one couple, for its clinicians. */
export const coupleLogPage = z.object({
  viewer: staffViewer,
  coupleId: z.uuid(),
  partners: z.array(partnerShape),
  rows: z.array(logRow),
  next: logCursor.nullable(),
  people: z.array(namedPerson),
});
export type CoupleLogPage = z.infer<typeof coupleLogPage>;

/** `clientId` is the file's id, made by the browser: asked for twice, it is made once. */
export const exportLogInput = logFilters.extend({ clientId: z.uuid() });
export const downloadInput = z.object({ exportId: z.uuid() });
export const downloadedExport = z.object({ fileName: z.string(), csv: z.string() });
