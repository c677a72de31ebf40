import { z } from "zod";
import { t } from "@/server/trpc/init";
import { clinician, coupleOwner, coupleStaff } from "@/server/trpc/ladder";
import { addClinician, endAccess, transfer } from "./commands/access";
import { openEmergency } from "./commands/emergency";
import { accessPage } from "./queries/access";
import { addInput, emergencyInput, endInput, accessPage as pageShape, transferInput } from "./schema";

const nothing = z.object({});

/** Who may read a couple. */
export const cliniciansRouter = t.router({
  page: coupleStaff.output(pageShape).query(({ ctx, input }) => accessPage(ctx.tx, ctx.actor, input.coupleId)),
  add: clinician
    .input(addInput)
    .output(nothing)
    .mutation(async ({ ctx, input }) => {
      await addClinician(ctx.tx, ctx.actor, input);
      return {};
    }),
  transfer: clinician
    .input(transferInput)
    .output(nothing)
    .mutation(async ({ ctx, input }) => {
      await transfer(ctx.tx, ctx.actor, input);
      return {};
    }),
  end: clinician
    .input(endInput)
    .output(nothing)
    .mutation(async ({ ctx, input }) => {
      await endAccess(ctx.tx, ctx.actor, input.coupleId, input.coupleClinicianId);
      return {};
    }),
  openEmergency: coupleOwner
    .input(emergencyInput)
    .output(nothing)
    .mutation(async ({ ctx, input }) => {
      await openEmergency(ctx.tx, ctx.actor, input);
      return {};
    }),
  endEmergency: coupleOwner
    .input(endInput)
    .output(nothing)
    .mutation(async ({ ctx, input }) => {
      await endAccess(ctx.tx, ctx.actor, input.coupleId, input.coupleClinicianId);
      return {};
    }),
});
