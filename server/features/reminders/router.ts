import { z } from "zod";
import { t } from "@/server/trpc/init";
import { clinician, owner, partner, staff } from "@/server/trpc/ladder";
import { liftFor, liftOwn, nudge, saveMailSettings } from "./commands";
import { coupleReminders, practiceMail, remindersOf, staffReminders } from "./queries/ledger";
import { mePage } from "./queries/me";
import {
  coupleRemindersPage,
  mailPage,
  reminderSettings,
  remindersPage,
  mePage as shape,
  staffRemindersPage,
  staffSettings,
} from "./schema";

const nothing = z.object({});
const aPerson = z.object({ personId: z.uuid() });

/** A partner's own page, what each decides about mail, and what was sent. */
export const remindersRouter = t.router({
  me: partner.output(shape).query(({ ctx, input }) => mePage(ctx.tx, ctx.actor, input.coupleId)),
  page: partner.output(remindersPage).query(({ ctx, input }) => remindersOf(ctx.tx, ctx.actor, input.coupleId)),
  save: partner
    .input(reminderSettings)
    .output(nothing)
    .mutation(async ({ ctx, input }) => {
      await saveMailSettings(ctx.tx, ctx.actor, input);
      return {};
    }),
  lift: partner.output(nothing).mutation(async ({ ctx }) => {
    await liftOwn(ctx.tx, ctx.actor);
    return {};
  }),
  staffPage: staff.output(staffRemindersPage).query(({ ctx }) => staffReminders(ctx.tx, ctx.actor)),
  saveStaff: staff
    .input(staffSettings)
    .output(nothing)
    .mutation(async ({ ctx, input }) => {
      await saveMailSettings(ctx.tx, ctx.actor, input);
      return {};
    }),
  ofCouple: clinician
    .output(coupleRemindersPage)
    .query(({ ctx, input }) => coupleReminders(ctx.tx, ctx.actor, input.coupleId)),
  nudge: clinician
    .input(aPerson)
    .output(z.object({ nudged: z.boolean() }))
    .mutation(({ ctx, input }) => nudge(ctx.tx, ctx.actor, input)),
  mail: owner.output(mailPage).query(({ ctx }) => practiceMail(ctx.tx, ctx.actor)),
  liftFor: owner
    .input(aPerson)
    .output(nothing)
    .mutation(async ({ ctx, input }) => {
      await liftFor(ctx.tx, ctx.actor, input.personId);
      return {};
    }),
});
