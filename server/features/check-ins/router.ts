import { z } from "zod";
import { t } from "@/server/trpc/init";
import { clinician, partner, provenPartner } from "@/server/trpc/ladder";
import { replyShape } from "../couples/schema";
import { editCheckIn, reply, review, submitCheckIn, unreview } from "./commands";
import { usPage } from "./queries";
import { editInput, ownCheckIn, replyInput, reviewInput, submitInput, usPage as usShape } from "./schema";

const nothing = z.object({});

/** Check-ins: partners answer, clinicians read, reply and mark. */
export const checkInsRouter = t.router({
  submit: provenPartner
    .input(submitInput)
    .output(ownCheckIn)
    .mutation(({ ctx, input }) => submitCheckIn(ctx.tx, ctx.actor, input)),
  edit: provenPartner
    .input(editInput)
    .output(ownCheckIn)
    .mutation(({ ctx, input }) => editCheckIn(ctx.tx, ctx.actor, input)),
  us: partner.output(usShape).query(({ ctx, input }) => usPage(ctx.tx, ctx.actor, input.coupleId)),
  reply: clinician
    .input(replyInput)
    .output(replyShape)
    .mutation(({ ctx, input }) => reply(ctx.tx, ctx.actor, input)),
  review: clinician
    .input(reviewInput)
    .output(nothing)
    .mutation(async ({ ctx, input }) => {
      await review(ctx.tx, ctx.actor, input);
      return {};
    }),
  unreview: clinician
    .input(z.object({ checkInId: z.uuid() }))
    .output(nothing)
    .mutation(async ({ ctx, input }) => {
      await unreview(ctx.tx, ctx.actor, input.coupleId, input.checkInId);
      return {};
    }),
});
