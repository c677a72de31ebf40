import { z } from "zod";
import { now } from "@/server/clock";
import { t } from "@/server/trpc/init";
import { clinician, partner, provenPartner, publicProcedure } from "@/server/trpc/ladder";
import { emailAddress } from "../people/schema";
import { newPasskeyQuestion } from "../sessions/schema";
import { saveAbout } from "./commands/about";
import { acceptInvitation } from "./commands/accept";
import { askAddressAgain, confirmAddress, disown } from "./commands/address";
import { beginJoining, ensureGoodPassword, ensureNewAddress } from "./commands/login";
import { openByCode, openInvitation } from "./commands/open";
import { aboutMe, contactsOf, invitedBy, stateOf } from "./queries";
import {
  aboutFields,
  about as aboutShape,
  acceptance,
  accepted,
  addressAnswer,
  contacts,
  givenDigits,
  joinToken,
  loginCheck,
  openedInvitation,
  typedCode,
} from "./schema";

/** Coming in by an invitation: open to whoever holds its link or code. */
export const joinRouter = t.router({
  open: publicProcedure
    .input(z.object({ token: joinToken }))
    .output(openedInvitation)
    .mutation(({ ctx, input }) => openInvitation(ctx, input.token)),
  code: publicProcedure
    .input(z.object({ code: typedCode }))
    .output(openedInvitation)
    .mutation(({ ctx, input }) => openByCode(ctx, input.code)),
  /** Whether a login may be made so, before the rest is asked. Only for whoever holds an open invitation. */
  check: publicProcedure
    .input(loginCheck)
    .output(z.object({}))
    .mutation(async ({ ctx, input: { token, email, password } }) => {
      const found = await invitedBy(token);
      if (!found || stateOf(found.row, now()) !== "open") return {};
      if (password !== null) ensureGoodPassword({ email, password }, [found.row.name, found.row.practiceName]);
      await ensureNewAddress(ctx, found.row, email);
      return {};
    }),
  /** What the device is asked for a passkey that is to open the new login. */
  beginPasskey: publicProcedure
    .input(z.object({ token: joinToken, email: emailAddress }))
    .output(newPasskeyQuestion)
    .mutation(({ ctx, input }) => beginJoining(ctx, input.token, input.email)),
  accept: publicProcedure
    .input(acceptance)
    .output(accepted)
    .mutation(({ ctx, input }) => acceptInvitation(ctx, input)),
  confirmAddress: publicProcedure
    .input(z.object({ token: joinToken, code: givenDigits.nullable().default(null) }))
    .output(z.object({ state: addressAnswer }))
    .mutation(async ({ ctx, input }) => ({ state: await confirmAddress(ctx, input.token, input.code) })),
  /** Says of an address that nobody has proven that one never joined with it. */
  disownAddress: publicProcedure
    .input(z.object({ token: joinToken }))
    .output(z.object({}))
    .mutation(async ({ input }) => {
      await disown(input.token);
      return {};
    }),
});

/** What a partner said on joining: their own to read and change, and their clinicians' to read. */
export const joiningRouter = t.router({
  about: partner.output(aboutShape).query(({ ctx, input }) => aboutMe(ctx.tx, ctx.actor, input.coupleId)),
  saveAbout: provenPartner
    .input(aboutFields)
    .output(z.object({}))
    .mutation(async ({ ctx, input }) => {
      await saveAbout(ctx.tx, ctx.actor, input.coupleId, input);
      return {};
    }),
  askAddressAgain: partner.output(z.object({})).mutation(async ({ ctx }) => {
    await askAddressAgain(ctx.tx, ctx.actor);
    return {};
  }),
  contacts: clinician.output(contacts).query(({ ctx, input }) => contactsOf(ctx.tx, ctx.actor, input.coupleId)),
});
