import { z } from "zod";
import { t } from "@/server/trpc/init";
import { staff } from "@/server/trpc/ladder";
import { cancelAbsence, changeAbsence, planAbsence } from "./commands";
import { absencePage } from "./queries";
import { changeInput, absencePage as pageShape, planInput } from "./schema";

const nothing = z.object({});

/** A therapist's own time away, and who covers. */
export const absencesRouter = t.router({
  page: staff.output(pageShape).query(({ ctx }) => absencePage(ctx.tx, ctx.actor)),
  plan: staff
    .input(planInput)
    .output(nothing)
    .mutation(async ({ ctx, input }) => {
      await planAbsence(ctx.tx, ctx.actor, input);
      return {};
    }),
  change: staff
    .input(changeInput)
    .output(nothing)
    .mutation(async ({ ctx, input }) => {
      await changeAbsence(ctx.tx, ctx.actor, input);
      return {};
    }),
  cancel: staff
    .input(z.object({ absenceId: z.uuid() }))
    .output(nothing)
    .mutation(async ({ ctx, input }) => {
      await cancelAbsence(ctx.tx, ctx.actor, input.absenceId);
      return {};
    }),
});
