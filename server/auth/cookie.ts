import { env } from "../env";

/** How long a session lasts at most, whatever happens. */
export const sessionHours = 12;

/** The session cookie's name and attributes: `__Host-` where the site is served over https. */
export function sessionCookie() {
  const secure = env().PUBLIC_URL.startsWith("https:");
  return {
    name: secure ? "__Host-reconnect.session" : "reconnect.session",
    options: { httpOnly: true, sameSite: "lax" as const, path: "/", secure },
  };
}
