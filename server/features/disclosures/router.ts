import { z } from "zod";
import { t } from "@/server/trpc/init";
import { clinician } from "@/server/trpc/ladder";
import { correctDisclosure, recordDisclosure } from "./commands";
import { disclosuresOf, statementOf } from "./queries";
import { correctInput, disclosuresPage, recordInput, statement, statementInput } from "./schema";

/** The accounting of disclosures, apart from the access log: a couple's clinicians keep it. */
export const disclosuresRouter = t.router({
  page: clinician.output(disclosuresPage).query(({ ctx, input }) => disclosuresOf(ctx.tx, ctx.actor, input.coupleId)),
  record: clinician
    .input(recordInput)
    .output(z.void())
    .mutation(({ ctx, input }) => recordDisclosure(ctx.tx, ctx.actor, input)),
  correct: clinician
    .input(correctInput)
    .output(z.void())
    .mutation(({ ctx, input }) => correctDisclosure(ctx.tx, ctx.actor, input)),
  statement: clinician
    .input(statementInput)
    .output(statement)
    .query(({ ctx, input }) => statementOf(ctx.tx, ctx.actor, input.coupleId, input.personId)),
});
