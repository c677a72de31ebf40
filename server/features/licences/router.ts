import { z } from "zod";
import { t } from "@/server/trpc/init";
import { clinician, staff } from "@/server/trpc/ladder";
import { decideLicence, endSupervision, recordOverride, submitLicence, supervise, withdrawLicence } from "./commands";
import { licencesPage } from "./queries";
import {
  decideInput,
  licenceIdInput,
  overrideInput,
  licencesPage as pageShape,
  submitInput,
  supervisionFields,
} from "./schema";

const done = z.object({});

/** Licences of the practice's therapists, and who assigns under whose. */
export const licencesRouter = t.router({
  page: staff.output(pageShape).query(({ ctx }) => licencesPage(ctx.tx, ctx.actor)),
  submit: staff
    .input(submitInput)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await submitLicence(ctx.tx, ctx.actor, input);
      return {};
    }),
  withdraw: staff
    .input(licenceIdInput)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await withdrawLicence(ctx.tx, ctx.actor, input.licenceId);
      return {};
    }),
  decide: staff
    .input(decideInput)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await decideLicence(ctx.tx, ctx.actor, input);
      return {};
    }),
  supervise: staff
    .input(supervisionFields)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await supervise(ctx.tx, ctx.actor, input);
      return {};
    }),
  endSupervision: staff
    .input(z.object({ supervisionId: z.uuid() }))
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await endSupervision(ctx.tx, ctx.actor, input.supervisionId);
      return {};
    }),
  recordOverride: clinician
    .input(overrideInput)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await recordOverride(ctx.tx, ctx.actor, input);
      return {};
    }),
});
