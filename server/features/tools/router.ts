import { z } from "zod";
import { t } from "@/server/trpc/init";
import { clinician, provenPartner } from "@/server/trpc/ladder";
import { addEntry, changeEntry, clearEntry, setDelivery, takeBack } from "./commands";
import { readTools, toolsOpen } from "./queries";
import { addInput, changeInput, reading, takeBackInput, toolEntry, toolState } from "./schema";

const nothing = z.object({});

/** The tools of a homework: what partners write in them, and what clinicians read of it. */
export const toolsRouter = t.router({
  open: provenPartner
    .input(z.object({ occurrenceId: z.uuid() }))
    .output(toolState)
    .query(({ ctx, input }) => toolsOpen(ctx.tx, ctx.actor, input.coupleId, input.occurrenceId)),
  add: provenPartner
    .input(addInput)
    .output(toolEntry)
    .mutation(({ ctx, input }) => addEntry(ctx.tx, ctx.actor, input)),
  change: provenPartner
    .input(changeInput)
    .output(toolEntry)
    .mutation(({ ctx, input }) => changeEntry(ctx.tx, ctx.actor, input)),
  takeBack: provenPartner
    .input(takeBackInput)
    .output(nothing)
    .mutation(async ({ ctx, input }) => {
      await takeBack(ctx.tx, ctx.actor, input);
      return {};
    }),
  reading: clinician
    .input(z.object({ assignmentId: z.uuid() }))
    .output(reading)
    .query(({ ctx, input }) => readTools(ctx.tx, ctx.actor, input.coupleId, input.assignmentId)),
  clear: clinician
    .input(takeBackInput)
    .output(nothing)
    .mutation(async ({ ctx, input }) => {
      await clearEntry(ctx.tx, ctx.actor, input);
      return {};
    }),
  setDelivery: clinician
    .input(z.object({ on: z.boolean() }))
    .output(nothing)
    .mutation(async ({ ctx, input }) => {
      await setDelivery(ctx.tx, ctx.actor, input.coupleId, input.on);
      return {};
    }),
});
