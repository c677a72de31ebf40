import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { env } from "../env";
import { authCookies, secureCookies, sessionHours } from "./cookie";
import { createSession, revokeSessionsOf } from "./sessions";
import { isStaffAnywhere } from "./staff";
import { consumeTicket } from "./tickets";

/** NextAuth with one provider: every way of signing in ends in a ticket, and the ticket becomes a session row. */
export function authOptions(): NextAuthOptions {
  return {
    secret: env().AUTH_SECRET,
    session: { strategy: "jwt", maxAge: sessionHours * 3600 },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    useSecureCookies: secureCookies(),
    cookies: authCookies(),
    providers: [
      Credentials({
        id: "ticket",
        credentials: { ticket: {} },
        authorize: async (credentials, request) => {
          const proven = await consumeTicket(credentials?.ticket ?? "");
          if (!proven) return null;
          const { userId, replacesId } = proven;
          const device = String(request.headers?.["user-agent"] ?? "");
          const session = await createSession(userId, await isStaffAnywhere(userId), device, proven);
          if (replacesId) await revokeSessionsOf(userId, { id: replacesId });
          return { id: session.id, secret: session.secret };
        },
      }),
    ],
    callbacks: {
      // The encrypted cookie holds the session's secret and nothing about the person.
      jwt: ({ token, user }) =>
        user && "secret" in user ? { sid: user.id, secret: user.secret } : { sid: token.sid, secret: token.secret },
      // What /api/auth/session tells a browser: nothing.
      session: ({ session }) => ({ expires: session.expires }),
      redirect: ({ baseUrl }) => baseUrl,
    },
  };
}
