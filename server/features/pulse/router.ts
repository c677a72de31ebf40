import { z } from "zod";
import { t } from "@/server/trpc/init";
import { provenPartner } from "@/server/trpc/ladder";
import { savePulse } from "./commands";
import { pulsePage } from "./queries";
import { pulseFields, pulsePage as shape } from "./schema";

/** The weekly pulse. */
export const pulseRouter = t.router({
  page: provenPartner.output(shape).query(({ ctx, input }) => pulsePage(ctx.tx, ctx.actor, input.coupleId)),
  save: provenPartner
    .input(pulseFields)
    .output(z.object({}))
    .mutation(async ({ ctx, input }) => {
      await savePulse(ctx.tx, ctx.actor, input.coupleId, input);
      return {};
    }),
});
