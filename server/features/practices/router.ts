import { z } from "zod";
import { t } from "@/server/trpc/init";
import { signedIn, staff } from "@/server/trpc/ladder";
import { foundPractice } from "./commands/found";
import { hideStart, saveSettings, setTwoFactor, signAgreement } from "./commands/settings";
import { agreementPage, settingsPage, startPage } from "./queries";
import {
  agreementPage as agreementShape,
  foundInput,
  settingsFields,
  settingsPage as settingsShape,
  signing,
  startPage as startShape,
} from "./schema";

const nothing = z.object({});

/** Founding a practice, its first steps, its settings and what it has signed. */
export const practicesRouter = t.router({
  found: signedIn
    .input(foundInput)
    .output(z.object({ practiceId: z.uuid() }))
    .mutation(async ({ ctx, input }) => ({ practiceId: await foundPractice(ctx.actor, input) })),
  start: staff.output(startShape).query(({ ctx }) => startPage(ctx.tx, ctx.actor)),
  hideStart: staff
    .input(z.object({ hidden: z.boolean() }))
    .output(nothing)
    .mutation(async ({ ctx, input }) => {
      await hideStart(ctx.tx, ctx.actor, input.hidden);
      return {};
    }),
  settings: staff.output(settingsShape).query(({ ctx }) => settingsPage(ctx.tx, ctx.actor)),
  save: staff
    .input(settingsFields)
    .output(nothing)
    .mutation(async ({ ctx, input }) => {
      await saveSettings(ctx.tx, ctx.actor, input);
      return {};
    }),
  requireTwoFactor: staff.output(nothing).mutation(async ({ ctx }) => {
    await setTwoFactor(ctx.tx, ctx.actor, true);
    return {};
  }),
  relaxTwoFactor: staff.output(nothing).mutation(async ({ ctx }) => {
    await setTwoFactor(ctx.tx, ctx.actor, false);
    return {};
  }),
  agreement: staff.output(agreementShape).query(({ ctx }) => agreementPage(ctx.tx, ctx.actor)),
  signAgreement: staff
    .input(signing)
    .output(nothing)
    .mutation(async ({ ctx, input }) => {
      await signAgreement(ctx.tx, ctx.actor, input);
      return {};
    }),
});
