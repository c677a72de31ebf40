import { z } from "zod";
import { sessionCookie } from "@/server/auth/cookie";
import { revokeSession, touchSession } from "@/server/auth/sessions";
import { ticketForPassword } from "@/server/auth/tickets";
import { t } from "@/server/trpc/init";
import { publicProcedure } from "@/server/trpc/ladder";
import { signInFields } from "./schema";

/** Signing in and out, and keeping a session alive by gestures. */
export const sessionRouter = t.router({
  signIn: publicProcedure
    .input(signInFields)
    .output(z.object({ ticket: z.string() }))
    .mutation(async ({ input }) => ({ ticket: await ticketForPassword(input.email, input.password) })),
  touch: publicProcedure
    .output(z.object({ idleExpiresAt: z.date().nullable() }))
    .mutation(async ({ ctx }) => ({ idleExpiresAt: ctx.secret ? await touchSession(ctx.secret) : null })),
  end: publicProcedure.output(z.object({})).mutation(async ({ ctx }) => {
    if (ctx.secret) await revokeSession(ctx.secret);
    const { name, options } = sessionCookie();
    ctx.responseHeaders?.append(
      "Set-Cookie",
      `${name}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${options.secure ? "; Secure" : ""}`,
    );
    return {};
  }),
});
