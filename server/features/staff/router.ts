import { z } from "zod";
import { t } from "@/server/trpc/init";
import { owner, staff } from "@/server/trpc/ladder";
import { leave } from "./commands/leave";
import { saveRoles, saveSelf } from "./commands/roles";
import { leaveForm } from "./queries/leaving";
import { peoplePage } from "./queries/people";
import { leaveFields, leaveForm as leaveShape, peoplePage as pageShape, rolesFields, selfFields } from "./schema";

const nothing = z.object({});

/** Who works in the practice, and as what. */
export const staffRouter = t.router({
  page: staff.output(pageShape).query(({ ctx }) => peoplePage(ctx.tx, ctx.actor)),
  saveSelf: staff
    .input(selfFields)
    .output(nothing)
    .mutation(async ({ ctx, input }) => {
      await saveSelf(ctx.tx, ctx.actor, input);
      return {};
    }),
  saveRoles: owner
    .input(rolesFields)
    .output(nothing)
    .mutation(async ({ ctx, input }) => {
      await saveRoles(ctx.tx, ctx.actor, input.personId, input.roles);
      return {};
    }),
  leaveForm: owner
    .input(z.object({ personId: z.uuid() }))
    .output(leaveShape)
    .query(({ ctx, input }) => leaveForm(ctx.tx, ctx.actor, input.personId)),
  leave: owner
    .input(leaveFields)
    .output(nothing)
    .mutation(async ({ ctx, input }) => {
      await leave(ctx.tx, ctx.actor, input);
      return {};
    }),
});
