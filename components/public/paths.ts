import { defaultLocale, isLocale, type Locale } from "@/messages/locales";

const exact = new Set(["/", "/strategies", "/pricing", "/privacy", "/security"]);

/** Whether a path (without language) belongs to the public site, which has one address per language. */
export function isPublicPath(path: string): boolean {
  return exact.has(path) || /^\/strategies\/[a-z0-9-]+(\/try)?$/.test(path);
}

/** Whether a public path works without the framework's scripts: all but those on which a tool is tried. */
export function isPlainPath(path: string): boolean {
  return isPublicPath(path) && !path.endsWith("/try");
}

/** The address of a path in a language: English at the root, the others under their code. */
export function localizedPath(locale: string, path: string): string {
  if (locale === defaultLocale) return path;
  return path === "/" ? `/${locale}` : `/${locale}${path}`;
}

/** Splits `/es/privacy` into its language and the path without it; null when the path names no language. */
export function splitLocale(pathname: string): { locale: Locale; path: string } | null {
  const [, first = "", ...rest] = pathname.split("/");
  if (!isLocale(first) || first === defaultLocale) return null;
  return { locale: first, path: `/${rest.join("/")}` };
}
