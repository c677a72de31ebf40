import { z } from "zod";
import { t } from "@/server/trpc/init";
import { clinician, partner } from "@/server/trpc/ladder";
import { openWords, sendWord } from "./commands";
import { alonePage, wordForm } from "./queries";
import { alonePage as aloneShape, formPage, openedWords, sendInput } from "./schema";

/** Private words: a partner writes them and reads them nowhere, the couple's clinicians read them, each opening logged. */
export const privateWordsRouter = t.router({
  form: partner.output(formPage).query(({ ctx, input }) => wordForm(ctx.tx, ctx.actor, input.coupleId)),
  send: partner
    .input(sendInput)
    .output(z.void())
    .mutation(({ ctx, input }) => sendWord(ctx.tx, ctx.actor, input)),
  page: clinician.output(aloneShape).query(({ ctx, input }) => alonePage(ctx.tx, ctx.actor, input.coupleId)),
  // Changes nothing but who has opened what: what it is, is a reading.
  open: clinician.output(openedWords).mutation(({ ctx, input }) => openWords(ctx.tx, ctx.actor, input.coupleId)),
});
