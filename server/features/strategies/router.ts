import { z } from "zod";
import { t } from "@/server/trpc/init";
import { staff, therapist } from "@/server/trpc/ladder";
import {
  archiveStrategy,
  createStrategy,
  importStrategy,
  publishStrategy,
  removeStrategy,
  restoreVersion,
  saveDraft,
  shareStrategy,
} from "./commands/own";
import { libraryPage, openStrategy } from "./queries/own";
import * as shapes from "./schema";

const nothing = z.object({});
const created = z.object({ strategyId: z.uuid() });

/** The practice's own strategies: composed, published and shared by its therapists. */
export const strategiesRouter = t.router({
  library: staff.output(shapes.libraryPage).query(({ ctx }) => libraryPage(ctx.tx, ctx.actor)),
  open: therapist
    .input(shapes.openInput)
    .output(shapes.openPage)
    .query(({ ctx, input }) => openStrategy(ctx.tx, ctx.actor, input.strategyId)),
  create: therapist
    .input(shapes.createInput)
    .output(created)
    .mutation(({ ctx, input }) => createStrategy(ctx.tx, ctx.actor, input)),
  importFile: therapist
    .input(shapes.importInput)
    .output(shapes.imported)
    .mutation(({ ctx, input }) => importStrategy(ctx.tx, ctx.actor, input)),
  save: therapist
    .input(shapes.saveInput)
    .output(shapes.saved)
    .mutation(({ ctx, input }) => saveDraft(ctx.tx, ctx.actor, input)),
  publish: therapist
    .input(shapes.publishInput)
    .output(shapes.saved)
    .mutation(({ ctx, input }) => publishStrategy(ctx.tx, ctx.actor, input)),
  restore: therapist
    .input(shapes.restoreInput)
    .output(shapes.restored)
    .mutation(({ ctx, input }) => restoreVersion(ctx.tx, ctx.actor, input)),
  share: therapist
    .input(shapes.shareInput)
    .output(nothing)
    .mutation(async ({ ctx, input }) => {
      await shareStrategy(ctx.tx, ctx.actor, input);
      return {};
    }),
  archive: therapist
    .input(shapes.archiveInput)
    .output(nothing)
    .mutation(async ({ ctx, input }) => {
      await archiveStrategy(ctx.tx, ctx.actor, input);
      return {};
    }),
  remove: therapist
    .input(shapes.openInput)
    .output(nothing)
    .mutation(async ({ ctx, input }) => {
      await removeStrategy(ctx.tx, ctx.actor, input.strategyId);
      return {};
    }),
});
