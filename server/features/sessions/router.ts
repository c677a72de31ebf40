import { z } from "zod";
import { timeLeft, touchSession } from "@/server/auth/sessions";
import { t } from "@/server/trpc/init";
import { publicProcedure } from "@/server/trpc/ladder";
import { giveSecondFactor } from "./commands/complete";
import { endHere } from "./commands/end";
import { requestLetter, resetPassword, showLetter, signInByLetter } from "./commands/letters";
import { passkeyOptions, signInWithPasskey, signInWithPassword } from "./commands/sign-in";
import { passkeyToUnlock, unlock, waysToUnlock } from "./commands/unlock";
import {
  authenticatorAnswer,
  letterRequest,
  letterSignIn,
  passkeyQuestion,
  remember,
  resetFields,
  secondFactorFields,
  sessionTimeLeft,
  shownLetter,
  signInFields,
  signInStep,
  unlockProof,
  unlockWays,
} from "./schema";

/** Signing in and out, proving more, and keeping a session alive by gestures. */
export const sessionRouter = t.router({
  signIn: publicProcedure
    .input(signInFields)
    .output(signInStep)
    .mutation(({ ctx, input }) => signInWithPassword(ctx, input)),
  secondFactor: publicProcedure
    .input(secondFactorFields)
    .output(signInStep)
    .mutation(({ ctx, input }) => giveSecondFactor(ctx, input.challenge, input.code)),
  passkeyOptions: publicProcedure.output(passkeyQuestion).mutation(({ ctx }) => passkeyOptions(ctx)),
  passkeySignIn: publicProcedure
    .input(authenticatorAnswer.extend({ remember }))
    .output(signInStep)
    .mutation(({ ctx, input }) => signInWithPasskey(ctx, input)),
  requestLetter: publicProcedure
    .input(letterRequest)
    .output(z.object({}))
    .mutation(async ({ ctx, input }) => {
      await requestLetter(ctx, input);
      return {};
    }),
  showLetter: publicProcedure
    .input(z.object({ kind: z.enum(["SIGN_IN", "RESET", "ADDRESS_CHANGE"]), token: z.string().max(200) }))
    .output(shownLetter)
    .query(({ ctx, input }) => showLetter(ctx, input.kind, input.token)),
  signInByLetter: publicProcedure
    .input(letterSignIn)
    .output(signInStep)
    .mutation(({ ctx, input }) => signInByLetter(ctx, input.proof, input.remember)),
  resetPassword: publicProcedure
    .input(resetFields)
    .output(signInStep)
    .mutation(({ ctx, input }) => resetPassword(ctx, input.proof, input.password)),
  unlockWays: publicProcedure.output(unlockWays).query(({ ctx }) => waysToUnlock(ctx)),
  unlockPasskey: publicProcedure.output(passkeyQuestion).mutation(({ ctx }) => passkeyToUnlock(ctx)),
  unlock: publicProcedure
    .input(unlockProof)
    .output(signInStep)
    .mutation(({ ctx, input }) => unlock(ctx, input)),
  touch: publicProcedure
    .output(z.object({ left: sessionTimeLeft.nullable() }))
    .mutation(async ({ ctx }) => ({ left: ctx.secret ? await touchSession(ctx.secret) : null })),
  timeLeft: publicProcedure
    .output(z.object({ left: sessionTimeLeft.nullable() }))
    .query(async ({ ctx }) => ({ left: ctx.secret ? await timeLeft(ctx.secret) : null })),
  end: publicProcedure.output(z.object({})).mutation(async ({ ctx }) => {
    await endHere(ctx);
    return {};
  }),
});
