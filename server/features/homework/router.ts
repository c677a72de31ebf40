import { z } from "zod";
import { t } from "@/server/trpc/init";
import { clinician, partner, payingClinician, provenPartner } from "@/server/trpc/ladder";
import { assign } from "./commands";
import { editAssignment } from "./commands/edit";
import { endAssignment, pauseAssignment, resumeAssignment } from "./commands/pause";
import { assignFormPage } from "./queries";
import { editFormPage } from "./queries/edit-form";
import { exercisePage } from "./queries/exercise";
import { todayPage } from "./queries/today";
import {
  assigned,
  assignForm,
  assignInput,
  editForm,
  editInput,
  exercisePage as exerciseShape,
  todayPage as todayShape,
} from "./schema";

const which = z.object({ assignmentId: z.uuid() });
const nothing = z.object({});

/** Homework: assigning it, and doing it. */
export const homeworkRouter = t.router({
  assignForm: clinician.output(assignForm).query(({ ctx, input }) => assignFormPage(ctx.tx, ctx.actor, input.coupleId)),
  assign: payingClinician
    .input(assignInput)
    .output(assigned)
    .mutation(({ ctx, input }) => assign(ctx.tx, ctx.actor, input)),
  editForm: clinician
    .input(which)
    .output(editForm)
    .query(({ ctx, input }) => editFormPage(ctx.tx, ctx.actor, input.coupleId, input.assignmentId)),
  edit: clinician
    .input(editInput)
    .output(nothing)
    .mutation(async ({ ctx, input }) => {
      await editAssignment(ctx.tx, ctx.actor, input);
      return {};
    }),
  pause: clinician
    .input(which)
    .output(nothing)
    .mutation(async ({ ctx, input }) => {
      await pauseAssignment(ctx.tx, ctx.actor, input);
      return {};
    }),
  resume: clinician
    .input(which)
    .output(nothing)
    .mutation(async ({ ctx, input }) => {
      await resumeAssignment(ctx.tx, ctx.actor, input);
      return {};
    }),
  end: clinician
    .input(which)
    .output(nothing)
    .mutation(async ({ ctx, input }) => {
      await endAssignment(ctx.tx, ctx.actor, input);
      return {};
    }),
  today: partner.output(todayShape).query(({ ctx, input }) => todayPage(ctx.tx, ctx.actor, input.coupleId)),
  open: provenPartner
    .input(z.object({ occurrenceId: z.uuid() }))
    .output(exerciseShape)
    .query(({ ctx, input }) => exercisePage(ctx.tx, ctx.actor, input.coupleId, input.occurrenceId)),
});
