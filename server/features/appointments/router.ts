import { z } from "zod";
import { t } from "@/server/trpc/init";
import { coupleStaff } from "@/server/trpc/ladder";
import { createAppointment, endRhythm, moveAppointment, setRhythm, skipAppointment } from "./commands";
import { appointmentsPage } from "./queries";
import { createInput, moveInput, appointmentsPage as pageShape, rhythmInput } from "./schema";

const nothing = z.object({});

/** When a couple and its therapist meet: read by the practice's staff, changed by whoever schedules for the couple. */
export const appointmentsRouter = t.router({
  page: coupleStaff.output(pageShape).query(({ ctx, input }) => appointmentsPage(ctx.tx, ctx.actor, input.coupleId)),
  create: coupleStaff
    .input(createInput)
    .output(nothing)
    .mutation(async ({ ctx, input }) => {
      await createAppointment(ctx.tx, ctx.actor, input);
      return {};
    }),
  setRhythm: coupleStaff
    .input(rhythmInput)
    .output(nothing)
    .mutation(async ({ ctx, input }) => {
      await setRhythm(ctx.tx, ctx.actor, input);
      return {};
    }),
  endRhythm: coupleStaff
    .input(z.object({ rhythmId: z.uuid() }))
    .output(nothing)
    .mutation(async ({ ctx, input }) => {
      await endRhythm(ctx.tx, ctx.actor, input.coupleId, input.rhythmId);
      return {};
    }),
  move: coupleStaff
    .input(moveInput)
    .output(nothing)
    .mutation(async ({ ctx, input }) => {
      await moveAppointment(ctx.tx, ctx.actor, input);
      return {};
    }),
  skip: coupleStaff
    .input(z.object({ appointmentId: z.uuid(), skipped: z.boolean() }))
    .output(nothing)
    .mutation(async ({ ctx, input }) => {
      await skipAppointment(ctx.tx, ctx.actor, input);
      return {};
    }),
});
