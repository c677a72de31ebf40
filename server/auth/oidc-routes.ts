import { newSecret } from "../crypto";
import { env } from "../env";
import { AppError } from "../errors";
import { deviceCookie, deviceCookieName, oidcCookie, oidcCookieName, readCookie } from "./cookie";
import { noteDevice } from "./devices";
import { beginOidc, finishOidc, oidcProvider } from "./oidc";
import { issueTicket } from "./tickets";

const to = (path: string, cookies: string[] = []): Response => {
  const headers = new Headers({ Location: `${env().PUBLIC_URL}${path}`, "Cache-Control": "no-store" });
  for (const cookie of cookies) headers.append("Set-Cookie", cookie);
  return new Response(null, { status: 303, headers });
};

/** GET /api/oidc/start: leaves for the organisation's provider. `next` is judged by the page that ends the way. */
export async function startOidc(request: Request): Promise<Response> {
  if (!oidcProvider()) return new Response(null, { status: 404 });
  try {
    const { url, secret } = await beginOidc((new URL(request.url).searchParams.get("next") ?? "").slice(0, 500));
    const headers = new Headers({ Location: url.href, "Cache-Control": "no-store" });
    headers.append("Set-Cookie", oidcCookie(secret, 600));
    return new Response(null, { status: 303, headers });
  } catch {
    return to("/sign-in?reason=provider");
  }
}

/** GET /api/oidc/callback: comes back with a proof, and goes on with a ticket in the fragment, which no log sees. */
export async function returnFromOidc(request: Request): Promise<Response> {
  const cookies = request.headers.get("cookie");
  // The address is put together anew: what the proxy calls this host is nobody's proof.
  const answer = new URL(`${env().PUBLIC_URL}/api/oidc/callback${new URL(request.url).search}`);
  try {
    const { userId, next, twoFactor } = await finishOidc(answer, readCookie(cookies, oidcCookieName()));
    const known = readCookie(cookies, deviceCookieName());
    const browser = known ?? newSecret();
    const deviceId = await noteDevice(userId, browser, request.headers.get("user-agent") ?? "", undefined);
    const ticket = await issueTicket({ userId, proof: "OIDC", twoFactor, deviceId });
    const set = [oidcCookie("", 0), ...(known ? [] : [deviceCookie(browser)])];
    return to(`/sign-in/return?next=${encodeURIComponent(next)}#${ticket}`, set);
  } catch (error) {
    const late = error instanceof AppError && error.code === "EXPIRED";
    return to(`/sign-in?reason=${late ? "late" : "provider"}`, [oidcCookie("", 0)]);
  }
}
