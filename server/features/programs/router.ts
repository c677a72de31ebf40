import { z } from "zod";
import { t } from "@/server/trpc/init";
import { clinician, licensedClinician, payingClinician, staff } from "@/server/trpc/ladder";
import { enrol } from "./commands/enrol";
import { insertWeek } from "./commands/insert";
import { archiveProgram, createProgram, saveProgram, shareProgram } from "./commands/own";
import { endProgram, openByWord, pauseProgram, resumeProgram, scheduleWeek, skipWeek } from "./commands/steer";
import { enrolFormPage } from "./queries/enrol-form";
import { ownProgramPage, programLibrary } from "./queries/library";
import { standingPage } from "./queries/standing";
import {
  createInput,
  enrolForm,
  enrolInput,
  enrolled,
  enrolmentInput,
  insertInput,
  programLibrary as libraryShape,
  ownProgramPage as ownPage,
  programId,
  saved,
  saveInput,
  scheduleInput,
  standingPage as standingShape,
  weekInput,
} from "./schema";

/** Programs: the practice's own, enrolling a couple, and steering where it stands. */
export const programsRouter = t.router({
  library: staff.output(libraryShape).query(({ ctx }) => programLibrary(ctx.tx, ctx.actor)),
  own: staff
    .input(programId)
    .output(ownPage)
    .query(({ ctx, input }) => ownProgramPage(ctx.tx, ctx.actor, input.programId)),
  create: staff
    .input(createInput)
    .output(z.void())
    .mutation(({ ctx, input }) => createProgram(ctx.tx, ctx.actor, input)),
  save: staff
    .input(saveInput)
    .output(saved)
    .mutation(({ ctx, input }) => saveProgram(ctx.tx, ctx.actor, input)),
  share: staff
    .input(programId.extend({ shared: z.boolean() }))
    .output(z.void())
    .mutation(({ ctx, input }) => shareProgram(ctx.tx, ctx.actor, input)),
  archive: staff
    .input(programId.extend({ archived: z.boolean() }))
    .output(z.void())
    .mutation(({ ctx, input }) => archiveProgram(ctx.tx, ctx.actor, input)),
  enrolForm: clinician.output(enrolForm).query(({ ctx, input }) => enrolFormPage(ctx.tx, ctx.actor, input.coupleId)),
  enrol: payingClinician
    .input(enrolInput)
    .output(enrolled)
    .mutation(({ ctx, input }) => enrol(ctx.tx, ctx.actor, input)),
  standing: clinician.output(standingShape).query(({ ctx, input }) => standingPage(ctx.tx, ctx.actor, input.coupleId)),
  open: licensedClinician
    .input(weekInput)
    .output(z.void())
    .mutation(({ ctx, input }) => openByWord(ctx.tx, ctx.actor, input)),
  pause: clinician
    .input(enrolmentInput)
    .output(z.void())
    .mutation(({ ctx, input }) => pauseProgram(ctx.tx, ctx.actor, input)),
  resume: clinician
    .input(enrolmentInput)
    .output(z.void())
    .mutation(({ ctx, input }) => resumeProgram(ctx.tx, ctx.actor, input)),
  end: clinician
    .input(enrolmentInput)
    .output(z.void())
    .mutation(({ ctx, input }) => endProgram(ctx.tx, ctx.actor, input)),
  skip: clinician
    .input(weekInput.extend({ skipped: z.boolean() }))
    .output(z.void())
    .mutation(({ ctx, input }) => skipWeek(ctx.tx, ctx.actor, input)),
  schedule: clinician
    .input(scheduleInput)
    .output(z.void())
    .mutation(({ ctx, input }) => scheduleWeek(ctx.tx, ctx.actor, input)),
  insert: payingClinician
    .input(insertInput)
    .output(z.void())
    .mutation(({ ctx, input }) => insertWeek(ctx.tx, ctx.actor, input)),
});
