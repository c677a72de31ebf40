import { z } from "zod";
import { t } from "@/server/trpc/init";
import { clinician } from "@/server/trpc/ladder";
import { recoveryFor } from "./commands";

/** A therapist helps a partner back to their own words, in the room. */
export const recoveryRouter = t.router({
  give: clinician
    .input(z.object({ personId: z.uuid() }))
    .output(z.object({ code: z.string(), goodForSeconds: z.number() }))
    .mutation(({ ctx, input }) => recoveryFor(ctx.tx, ctx.actor, input.coupleId, input.personId)),
});
