import type { Locale } from "@/messages/locales";

/** What a request brings: the secrets in its cookies, and where it came from. Nothing here is proven. */
export interface Context {
  /** The session secret, unproven; null when there is no readable cookie. */
  secret: string | null;
  /** The language of the page that asks; a person's stored one where no page does. */
  locale?: Locale;
  /** The language that the browser asks in, chosen or its own: for mail to whoever is not signed in. */
  language?: Locale;
  /** Browser's own words about itself, kept with the session. */
  device: string;
  /** The secret of the browser; null or absent while it has none. It signs nobody in. */
  browser?: string | null;
  /** The network address, where a proxy of ours vouches for it. */
  address?: string | null;
  /** Set-Cookie and other headers of the answer; absent where a page calls in process. */
  responseHeaders?: Headers;
}
