import { z } from "zod";
import { t } from "@/server/trpc/init";
import { partner } from "@/server/trpc/ladder";
import { makeFeed, revokeFeed } from "./commands";
import { feedAddress } from "./schema";

/** A partner's dates in a calendar of their own. */
export const calendarRouter = t.router({
  make: partner.output(feedAddress).mutation(({ ctx }) => makeFeed(ctx.tx, ctx.actor)),
  revoke: partner.output(z.object({})).mutation(async ({ ctx }) => {
    await revokeFeed(ctx.tx, ctx.actor);
    return {};
  }),
});
