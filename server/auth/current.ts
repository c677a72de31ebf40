import { cookies } from "next/headers";
import { decode } from "next-auth/jwt";
import { env } from "../env";
import { sessionCookie } from "./cookie";

/** The session secret that a session cookie holds, or null. It proves nothing until the database has seen it. */
export async function secretFromCookie(cookie: string | undefined): Promise<string | null> {
  if (!cookie) return null;
  try {
    const token = await decode({ token: cookie, secret: env().AUTH_SECRET });
    return typeof token?.secret === "string" ? token.secret : null;
  } catch {
    return null; // a tampered or foreign cookie is no cookie
  }
}

/** The session secret of the page that is being rendered. */
export async function pageSecret(): Promise<string | null> {
  return secretFromCookie((await cookies()).get(sessionCookie().name)?.value);
}
