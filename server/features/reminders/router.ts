import { z } from "zod";
import { t } from "@/server/trpc/init";
import { partner } from "@/server/trpc/ladder";
import { saveReminderSettings } from "./commands";
import { mePage } from "./queries";
import { reminderSettings, mePage as shape } from "./schema";

/** A partner's own page and what they decide about mail. */
export const remindersRouter = t.router({
  me: partner.output(shape).query(({ ctx, input }) => mePage(ctx.tx, ctx.actor, input.coupleId)),
  save: partner
    .input(reminderSettings)
    .output(z.object({}))
    .mutation(async ({ ctx, input }) => {
      await saveReminderSettings(ctx.tx, ctx.actor, input);
      return {};
    }),
});
