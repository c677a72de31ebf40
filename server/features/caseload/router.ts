import { t } from "@/server/trpc/init";
import { staff } from "@/server/trpc/ladder";
import { caseloadPage } from "./queries";
import { caseloadPage as shape } from "./schema";

/** The therapist's caseload. */
export const caseloadRouter = t.router({
  page: staff.output(shape).query(({ ctx }) => caseloadPage(ctx.tx, ctx.actor)),
});
