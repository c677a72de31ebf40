import type { Locale } from "@/messages/locales";

/** What a request brings: the secret in its cookie, and where it came from. Nothing here is proven. */
export interface Context {
  /** The session secret, unproven; null when there is no readable cookie. */
  secret: string | null;
  /** The language of the page that asks; a person's stored one where no page does. */
  locale?: Locale;
  /** Browser's own words about itself, kept with the session. */
  device: string;
  /** Set-Cookie and other headers of the answer; absent where a page calls in process. */
  responseHeaders?: Headers;
}
