import { env } from "../env";

/** How long a session lasts at most, whatever happens. */
export const sessionHours = 12;
/** How long a device is remembered: until then an idle session of a partner locks there instead of ending. */
export const rememberDays = 30;

/** Whether the site is served over https, so that cookies belong to https alone. */
export const secureCookies = () => env().PUBLIC_URL.startsWith("https:");
const named = (name: string) => (secureCookies() ? `__Host-reconnect.${name}` : `reconnect.${name}`);

/** The session cookie's name and attributes: `__Host-` where the site is served over https. */
export function sessionCookie() {
  return {
    name: named("session"),
    options: { httpOnly: true, sameSite: "lax" as const, path: "/", secure: secureCookies() },
  };
}

/**
 * NextAuth's own short-lived cookies, derived from the public URL as the session's is: by itself NextAuth looks at NEXTAUTH_URL,
 * which nobody sets here.
 */
export function authCookies() {
  const { options } = sessionCookie();
  return {
    sessionToken: sessionCookie(),
    csrfToken: { name: named("csrf"), options },
    callbackUrl: { name: named("callback"), options },
  };
}

/** The cookie that tells one browser from another. It signs nobody in. */
export const deviceCookieName = () => named("device");

function setCookie(name: string, value: string, seconds: number): string {
  return `${name}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secureCookies() ? "; Secure" : ""}`;
}

/** The header that gives a browser its secret; kept for as long as browsers keep one. */
export const deviceCookie = (secret: string) => setCookie(deviceCookieName(), secret, 400 * 86_400);

/** The header that takes the session cookie away. */
export const endedSessionCookie = () => setCookie(sessionCookie().name, "", 0);

/** The cookie that ties an answer of the organisation's provider to the browser that asked. */
export const oidcCookieName = () => named("oidc");
export const oidcCookie = (secret: string, seconds: number) => setCookie(oidcCookieName(), secret, seconds);

/** The value of one cookie in a Cookie header. */
export function readCookie(header: string | null, name: string): string | undefined {
  const pair = header?.split(/;\s*/).find((one) => one.startsWith(`${name}=`));
  return pair?.slice(name.length + 1) || undefined;
}
