import { z } from "zod";
import { t } from "@/server/trpc/init";
import { clinician } from "@/server/trpc/ladder";
import { recordSafety } from "./commands";
import { safetyHistory } from "./queries";
import { safetyHistory as historyShape, safetyInput } from "./schema";

/** Whether joint work is possible: written and read by the couple's clinicians alone. */
export const safetyRouter = t.router({
  record: clinician
    .input(safetyInput)
    .output(z.void())
    .mutation(({ ctx, input }) => recordSafety(ctx.tx, ctx.actor, input)),
  history: clinician.output(historyShape).query(({ ctx, input }) => safetyHistory(ctx.tx, ctx.actor, input.coupleId)),
});
