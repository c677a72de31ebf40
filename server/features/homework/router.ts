import { z } from "zod";
import { t } from "@/server/trpc/init";
import { clinician, licensedClinician, partner, provenPartner } from "@/server/trpc/ladder";
import { assign, endAssignment } from "./commands";
import { assignFormPage, todayPage } from "./queries";
import { exercisePage } from "./queries/exercise";
import { assigned, assignForm, assignInput, exercisePage as exerciseShape, todayPage as todayShape } from "./schema";

/** Homework: assigning it, and doing it. */
export const homeworkRouter = t.router({
  assignForm: clinician.output(assignForm).query(({ ctx, input }) => assignFormPage(ctx.tx, ctx.actor, input.coupleId)),
  assign: licensedClinician
    .input(assignInput)
    .output(assigned)
    .mutation(({ ctx, input }) => assign(ctx.tx, ctx.actor, input)),
  end: clinician
    .input(z.object({ assignmentId: z.uuid() }))
    .output(z.object({}))
    .mutation(async ({ ctx, input }) => {
      await endAssignment(ctx.tx, ctx.actor, input.coupleId, input.assignmentId);
      return {};
    }),
  today: partner.output(todayShape).query(({ ctx, input }) => todayPage(ctx.tx, ctx.actor, input.coupleId)),
  open: provenPartner
    .input(z.object({ occurrenceId: z.uuid() }))
    .output(exerciseShape)
    .query(({ ctx, input }) => exercisePage(ctx.tx, ctx.actor, input.coupleId, input.occurrenceId)),
});
