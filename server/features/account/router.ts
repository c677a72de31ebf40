import { z } from "zod";
import { beginPasskey, renamePasskey } from "@/server/auth/passkeys";
import { beginTotp, renewRecoveryCodes } from "@/server/auth/second-factor";
import { loginOf } from "@/server/auth/users";
import { t } from "@/server/trpc/init";
import { freshlyProven, publicProcedure, signedIn } from "@/server/trpc/ladder";
import { newPasskeyQuestion } from "../sessions/schema";
import {
  askForAddress,
  changePassword,
  choosePin,
  dropPasskey,
  dropPin,
  dropTotp,
  endEverywhereElse,
  endOneSession,
  finishPasskey,
  finishTotp,
  forgetThisDevice,
  takeAddress,
} from "./commands";
import { accountOf } from "./queries";
import {
  accountPage,
  addPasskeyFields,
  changeAddressFields,
  changePasswordFields,
  confirmTotpFields,
  factorAdded,
  passkeyName,
  pinFields,
} from "./schema";

const nothing = z.object({});
const done = async (work: Promise<unknown>) => {
  await work;
  return {};
};

/** How one signs in, and where one is signed in. Changes need a proof from the last ten minutes. */
export const accountRouter = t.router({
  page: signedIn.output(accountPage).query(({ ctx }) => accountOf(ctx, ctx.actor)),
  changePassword: freshlyProven
    .input(changePasswordFields)
    .output(nothing)
    .mutation(({ ctx, input }) => done(changePassword(ctx, ctx.actor, input.password))),
  beginTotp: freshlyProven
    .output(z.object({ challenge: z.string(), secret: z.string(), uri: z.string() }))
    .mutation(async ({ ctx }) => beginTotp(ctx.actor.userId, (await loginOf(ctx.actor.userId)).email)),
  confirmTotp: freshlyProven
    .input(confirmTotpFields)
    .output(factorAdded)
    .mutation(({ ctx, input }) => finishTotp(ctx, ctx.actor, input.challenge, input.code)),
  removeTotp: freshlyProven.output(nothing).mutation(({ ctx }) => done(dropTotp(ctx, ctx.actor))),
  renewRecoveryCodes: freshlyProven
    .output(z.object({ recoveryCodes: z.array(z.string()) }))
    .mutation(async ({ ctx }) => ({ recoveryCodes: await renewRecoveryCodes(ctx.actor.userId) })),
  beginPasskey: freshlyProven
    .output(newPasskeyQuestion)
    .mutation(async ({ ctx }) => beginPasskey(ctx.actor.userId, (await loginOf(ctx.actor.userId)).email)),
  addPasskey: freshlyProven
    .input(addPasskeyFields)
    .output(factorAdded)
    .mutation(({ ctx, input }) => finishPasskey(ctx, ctx.actor, input)),
  renamePasskey: signedIn
    .input(passkeyName)
    .output(nothing)
    .mutation(({ ctx, input }) => done(renamePasskey(ctx.actor.userId, input.passkeyId, input.name))),
  removePasskey: freshlyProven
    .input(z.object({ passkeyId: z.uuid() }))
    .output(nothing)
    .mutation(({ ctx, input }) => done(dropPasskey(ctx, ctx.actor, input.passkeyId))),
  setPin: freshlyProven
    .input(pinFields)
    .output(nothing)
    .mutation(({ ctx, input }) => done(choosePin(ctx, ctx.actor, input.pin))),
  removePin: signedIn.output(nothing).mutation(({ ctx }) => done(dropPin(ctx, ctx.actor))),
  forgetDevice: signedIn.output(nothing).mutation(({ ctx }) => done(forgetThisDevice(ctx, ctx.actor))),
  endSession: signedIn
    .input(z.object({ sessionId: z.uuid() }))
    .output(nothing)
    .mutation(({ ctx, input }) => done(endOneSession(ctx.actor, input.sessionId))),
  endOtherSessions: signedIn
    .output(z.object({ ended: z.number() }))
    .mutation(async ({ ctx }) => ({ ended: await endEverywhereElse(ctx, ctx.actor) })),
  askForAddress: freshlyProven
    .input(changeAddressFields)
    .output(nothing)
    .mutation(({ ctx, input }) => done(askForAddress(ctx, ctx.actor, input.email))),
  takeAddress: publicProcedure
    .input(z.object({ token: z.string().max(200) }))
    .output(z.object({ email: z.string() }))
    .mutation(({ ctx, input }) => takeAddress(ctx, input.token)),
});
