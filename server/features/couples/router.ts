import { t } from "@/server/trpc/init";
import { clinician, staff } from "@/server/trpc/ladder";
import { couplesList } from "./queries/list";
import { couplePage } from "./queries/page";
import { couplesList as listShape, couplePage as pageShape } from "./schema";

/** Couples: the administrative list, and the clinicians' one screen. */
export const couplesRouter = t.router({
  list: staff.output(listShape).query(({ ctx }) => couplesList(ctx.tx, ctx.actor)),
  page: clinician.output(pageShape).query(({ ctx, input }) => couplePage(ctx.tx, ctx.actor, input.coupleId)),
});
