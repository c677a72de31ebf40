import { type NextRequest, NextResponse } from "next/server";
import { isPlainPath, isPublicPath, localizedPath, splitLocale } from "@/components/public/paths";
import { defaultLocale, isLocale, type Locale, matchLocale } from "@/messages/locales";
import { env } from "@/server/env";
import { plainHeader, plainPage } from "@/server/plain-page";

/** Every page passes here: it gets its language from the path and a content security policy with a fresh nonce. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const plain = await asPlainPage(request);
  if (plain) return plain;
  const policy = contentSecurityPolicy(btoa(crypto.randomUUID()), env().NODE_ENV === "development");
  const headers = new Headers(request.headers);
  headers.delete("x-locale");
  headers.set("x-path", request.nextUrl.pathname + request.nextUrl.search); // where to return after signing in
  headers.set("Content-Security-Policy", policy);
  const response = route(request, headers);
  response.headers.set("Content-Security-Policy", policy);
  return response;
}

export const config = {
  matcher: ["/((?!api/|_next/static|_next/image|icons/|manifest.webmanifest|robots.txt|sitemap.xml|favicon.ico).*)"],
};

function route(request: NextRequest, headers: Headers): NextResponse {
  const { pathname } = request.nextUrl;
  const prefixed = splitLocale(pathname);
  if (prefixed && isPublicPath(prefixed.path)) return serve(headers, prefixed.locale);
  if (prefixed) return leaveLanguagePath(request, prefixed.locale, prefixed.path);
  if (!isPublicPath(pathname)) return NextResponse.next({ request: { headers } });
  if (leavesForLanguage(request)) return redirect(request, localizedPath(preferredLocale(request), pathname));
  return serve(headers, defaultLocale);
}

/** Public pages go out without the framework's scripts, which they do not need; null for every other request. */
async function asPlainPage(request: NextRequest): Promise<NextResponse | null> {
  const { pathname } = request.nextUrl;
  const path = splitLocale(pathname)?.path ?? pathname;
  const development = env().NODE_ENV === "development";
  const asData = request.headers.has("rsc") || request.headers.has(plainHeader);
  if (development || asData || request.method !== "GET" || !isPlainPath(path) || leavesForLanguage(request))
    return null;
  const theme = request.cookies.get("theme")?.value;
  const chosen = theme === "light" || theme === "dark" ? theme : undefined;
  const { status, html } = await plainPage(request.nextUrl, chosen);
  const headers = {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Security-Policy": contentSecurityPolicy(null, false),
  };
  return new NextResponse(html, { status, headers });
}

/** Lets the page render in a language: server/locale.ts reads the header, next.config.mjs maps `/es/…` to its page. */
function serve(headers: Headers, locale: Locale): NextResponse {
  headers.set("x-locale", locale);
  return NextResponse.next({ request: { headers } });
}

/** `/es/sign-in`: the signed-in side has one address, so the language goes into its cookie. */
function leaveLanguagePath(request: NextRequest, locale: Locale, path: string): NextResponse {
  const response = redirect(request, path);
  response.cookies.set("locale", locale, { path: "/", maxAge: 31_536_000, sameSite: "lax" });
  return response;
}

function redirect(request: NextRequest, path: string): NextResponse {
  // Never from the Host that a request claims.
  return NextResponse.redirect(new URL(path + request.nextUrl.search, env().PUBLIC_URL), 307);
}

/** The start page sends whoever comes from elsewhere to their own language. */
function leavesForLanguage(request: NextRequest): boolean {
  const { pathname } = request.nextUrl;
  return pathname === "/" && arrivesFromOutside(request) && preferredLocale(request) !== defaultLocale;
}

/** Whoever moves within the site has chosen their language by the page that they stand on. */
function arrivesFromOutside(request: NextRequest): boolean {
  return request.method === "GET" && request.headers.get("sec-fetch-site") !== "same-origin";
}

function preferredLocale(request: NextRequest): Locale {
  const chosen = request.cookies.get("locale")?.value;
  return isLocale(chosen) ? chosen : matchLocale(request.headers.get("accept-language"));
}

/** SHA-256 of `display:none`: the one style attribute that React itself writes, on parts of a drawing that stream in late. */
const hiddenSegment = "sha256-aqNNdDLnnrDOnTNdkJpYlAxKVJtLt9CtFLklmInuUAE=";

/**
 * Only our own files run, and inline only what carries this answer's nonce; on a plain page, which has none, nothing inline at
 * all. Development needs eval and a socket.
 */
function contentSecurityPolicy(nonce: string | null, development: boolean): string {
  const scripts = nonce ? `'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}` : "";
  return [
    "default-src 'self'",
    `script-src 'self' ${scripts}`.trim(),
    development ? "style-src 'self' 'unsafe-inline'" : `style-src 'self'${nonce ? ` 'nonce-${nonce}'` : ""}`,
    ...(development ? [] : [`style-src-attr 'unsafe-hashes' '${hiddenSegment}'`]),
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${development ? " ws:" : ""}`,
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}
