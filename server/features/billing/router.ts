import { z } from "zod";
import { t } from "@/server/trpc/init";
import { owner, ownerOutside, staff } from "@/server/trpc/ladder";
import { syncNow } from "./commands/account";
import { cancel, changeInterval, chooseCouples, preview, resume } from "./commands/change";
import { checkout, portal } from "./commands/checkout";
import { billingBanner } from "./queries";
import { billingPage } from "./queries/page";
import {
  billingBanner as bannerShape,
  cancelInput,
  changeIntervalInput,
  checkoutInput,
  chooseInput,
  billingPage as pageShape,
  previewInput,
  preview as previewShape,
  returned,
  stripeLink,
} from "./schema";

const nothing = z.object({});

/** What a practice has and pays. Whatever asks Stripe does so after the owner was proven, outside of the transaction. */
export const billingRouter = t.router({
  page: owner.output(pageShape).query(({ ctx }) => billingPage(ctx.tx, ctx.actor)),
  banner: staff.output(bannerShape).query(async ({ ctx }) => ({ banner: await billingBanner(ctx.tx, ctx.actor) })),
  checkout: ownerOutside
    .input(checkoutInput)
    .output(stripeLink)
    .mutation(({ ctx, input }) => checkout(ctx.actor, input)),
  portal: ownerOutside.output(stripeLink).mutation(({ ctx }) => portal(ctx.actor)),
  returned: ownerOutside
    .output(returned)
    .mutation(async ({ ctx }) => ({ synced: await syncNow(ctx.actor.practiceId) })),
  preview: ownerOutside
    .input(previewInput)
    .output(previewShape)
    .query(({ ctx, input }) => preview(ctx.actor, input)),
  changeInterval: ownerOutside
    .input(changeIntervalInput)
    .output(nothing)
    .mutation(async ({ ctx, input }) => {
      await changeInterval(ctx.actor, input);
      return {};
    }),
  cancel: ownerOutside
    .input(cancelInput)
    .output(nothing)
    .mutation(async ({ ctx, input }) => {
      await cancel(ctx.actor, input.clientId);
      return {};
    }),
  resume: ownerOutside
    .input(cancelInput)
    .output(nothing)
    .mutation(async ({ ctx, input }) => {
      await resume(ctx.actor, input.clientId);
      return {};
    }),
  chooseCouples: owner
    .input(chooseInput)
    .output(nothing)
    .mutation(async ({ ctx, input }) => {
      await chooseCouples(ctx.tx, ctx.actor, input.coupleIds);
      return {};
    }),
});
