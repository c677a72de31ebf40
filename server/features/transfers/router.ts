import { z } from "zod";
import { t } from "@/server/trpc/init";
import { clinician, licensed, partner, provenPartner, staff } from "@/server/trpc/ladder";
import { authorize, decline, giveBack, startTransfer, stopTransfer, takeTransfer, withdraw } from "./commands";
import { mineOf, receptionsOf, transferOf } from "./queries";
import { minePage, receptionsPage, signFields, started, startInput, takeFields, transferPage } from "./schema";

const nothing = z.object({});
const which = z.object({ transferId: z.uuid() });

/** A couple that goes on to another practice: offered here, taken on there, and let go by each partner alone. */
export const transfersRouter = t.router({
  page: clinician.output(transferPage).query(({ ctx, input }) => transferOf(ctx.tx, ctx.actor, input.coupleId)),
  start: clinician
    .input(startInput)
    .output(started)
    .mutation(({ ctx, input }) => startTransfer(ctx.tx, ctx.actor, input)),
  stop: clinician
    .input(which)
    .output(nothing)
    .mutation(async ({ ctx, input }) => {
      await stopTransfer(ctx.tx, ctx.actor, input.coupleId, input.transferId);
      return {};
    }),
  receptions: staff.output(receptionsPage).query(({ ctx }) => receptionsOf(ctx.tx, ctx.actor)),
  take: licensed
    .input(takeFields)
    .output(nothing)
    .mutation(async ({ ctx, input }) => {
      await takeTransfer(ctx.tx, ctx.actor, input);
      return {};
    }),
  giveBack: staff
    .input(z.object({ receptionId: z.uuid() }))
    .output(nothing)
    .mutation(async ({ ctx, input }) => {
      await giveBack(ctx.tx, ctx.actor, input.receptionId);
      return {};
    }),
  mine: provenPartner.output(minePage).query(({ ctx, input }) => mineOf(ctx.tx, ctx.actor, input.coupleId)),
  authorize: provenPartner
    .input(signFields)
    .output(nothing)
    .mutation(async ({ ctx, input }) => {
      await authorize(ctx.tx, ctx.actor, input);
      return {};
    }),
  decline: provenPartner
    .input(which)
    .output(nothing)
    .mutation(async ({ ctx, input }) => {
      await decline(ctx.tx, ctx.actor, input.coupleId, input.transferId);
      return {};
    }),
  withdraw: partner
    .input(which)
    .output(nothing)
    .mutation(async ({ ctx, input }) => {
      await withdraw(ctx.tx, ctx.actor, input.coupleId, input.transferId);
      return {};
    }),
});
