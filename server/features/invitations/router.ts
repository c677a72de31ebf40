import { z } from "zod";
import { AppError } from "@/server/errors";
import { t } from "@/server/trpc/init";
import { staff } from "@/server/trpc/ladder";
import { emailAddress } from "../people/schema";
import { addPartner, inviteCouple, inviteStaff } from "./commands/enrol";
import { showInRoom, stateInRoom } from "./commands/room";
import { revokeInvitation, sendAgain } from "./commands/send";
import { coupleForm, coupleInvitations, staffInvitations } from "./queries";
import {
  coupleForm as formShape,
  invitationShape,
  newCouple,
  newPartner,
  newStaff,
  roomCode,
  roomState,
  coupleInvitations as shape,
} from "./schema";

/** An owner of the practice: invites staff. */
const owner = staff.use(({ ctx, next }) => {
  if (!ctx.actor.roles.includes("OWNER")) throw new AppError("NOT_FOUND");
  return next();
});
const ofCouple = z.object({ coupleId: z.uuid() });
const ofInvitation = z.object({ invitationId: z.uuid() });

/** Who is invited, by whom, and what has become of it. Staff only: partners learn nothing of the other's. */
export const invitationsRouter = t.router({
  coupleForm: staff.output(formShape).query(({ ctx }) => coupleForm(ctx.tx, ctx.actor)),
  inviteCouple: staff
    .input(newCouple)
    .output(shape)
    .mutation(({ ctx, input }) => inviteCouple(ctx.tx, ctx.actor, input)),
  addPartner: staff
    .input(newPartner)
    .output(shape)
    .mutation(({ ctx, input }) => addPartner(ctx.tx, ctx.actor, input)),
  ofCouple: staff
    .input(ofCouple)
    .output(shape)
    .query(({ ctx, input }) => coupleInvitations(ctx.tx, ctx.actor, input.coupleId)),
  sendAgain: staff
    .input(ofInvitation.extend({ email: emailAddress }))
    .output(z.object({}))
    .mutation(async ({ ctx, input }) => {
      await sendAgain(ctx.tx, ctx.actor, input);
      return {};
    }),
  revoke: staff
    .input(ofInvitation)
    .output(z.object({}))
    .mutation(async ({ ctx, input }) => {
      await revokeInvitation(ctx.tx, ctx.actor, input.invitationId);
      return {};
    }),
  room: staff
    .input(ofInvitation)
    .output(roomCode.extend({ invitationId: z.uuid() }))
    .mutation(({ ctx, input }) => showInRoom(ctx.tx, ctx.actor, input.invitationId)),
  roomState: staff
    .input(ofInvitation)
    .output(roomState)
    .query(async ({ ctx, input }) => ({ state: await stateInRoom(ctx.tx, ctx.actor, input.invitationId) })),
  ofStaff: owner
    .output(z.object({ invitations: z.array(invitationShape) }))
    .query(async ({ ctx }) => ({ invitations: await staffInvitations(ctx.tx, ctx.actor) })),
  inviteStaff: owner
    .input(newStaff)
    .output(z.object({}))
    .mutation(async ({ ctx, input }) => {
      await inviteStaff(ctx.tx, ctx.actor, input);
      return {};
    }),
});
