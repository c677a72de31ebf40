import { z } from "zod";
import { t } from "@/server/trpc/init";
import { publicProcedure } from "@/server/trpc/ladder";
import { shownLetter, signInStep } from "../sessions/schema";
import { beginSignUp, confirmSignUp, showSignUp } from "./commands";
import { confirmFields, signUpFields } from "./schema";

/** From an address to a login of one's own. */
export const signUpRouter = t.router({
  begin: publicProcedure
    .input(signUpFields)
    .output(z.object({}))
    .mutation(async ({ ctx, input }) => {
      await beginSignUp(ctx, input);
      return {};
    }),
  show: publicProcedure
    .input(z.object({ token: z.string().max(200) }))
    .output(shownLetter)
    .query(({ ctx, input }) => showSignUp(ctx, input.token)),
  confirm: publicProcedure
    .input(confirmFields)
    .output(signInStep)
    .mutation(({ ctx, input }) => confirmSignUp(ctx, input.proof, input.password)),
});
