import { cookies, headers } from "next/headers";
import { isLocale, type Locale, matchLocale } from "@/messages/locales";

/** The cookie that remembers a chosen language. */
export const localeCookie = "locale";

/**
 * The language of this request: the path's (`/es/…`, told by proxy.ts), then the reader's choice, then the browser's.
 */
export async function requestLocale(): Promise<Locale> {
  const head = await headers();
  const fromPath = head.get("x-locale");
  if (isLocale(fromPath)) return fromPath;
  const chosen = (await cookies()).get(localeCookie)?.value;
  if (isLocale(chosen)) return chosen;
  return matchLocale(head.get("accept-language"));
}
