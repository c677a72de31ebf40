import { t } from "@/server/trpc/init";
import { clinician, staff } from "@/server/trpc/ladder";
import { downloadExport, exportLog } from "./commands/export";
import { coupleLog } from "./queries/couple-log";
import { practiceLog } from "./queries/log";
import {
  coupleLogInput,
  coupleLogPage,
  downloadedExport,
  downloadInput,
  exportLogInput,
  logExport,
  logInput,
  logPage,
} from "./schema";

/** The access log: coarse for owners, full for a couple's clinicians. */
export const auditRouter = t.router({
  log: staff
    .input(logInput)
    .output(logPage)
    .query(({ ctx, input: { practiceId: _, ...input } }) => practiceLog(ctx.tx, ctx.actor, input)),
  coupleLog: clinician
    .input(coupleLogInput)
    .output(coupleLogPage)
    .query(({ ctx, input: { practiceId: _, ...input } }) => coupleLog(ctx.tx, ctx.actor, input)),
  exportLog: staff
    .input(exportLogInput)
    .output(logExport)
    .mutation(({ ctx, input: { practiceId: _, ...input } }) => exportLog(ctx.tx, ctx.actor, input)),
  downloadExport: staff
    .input(downloadInput)
    .output(downloadedExport)
    .mutation(({ ctx, input }) => downloadExport(ctx.tx, ctx.actor, input.exportId)),
});
