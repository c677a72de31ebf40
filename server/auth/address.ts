import { env } from "../env";

/**
 * The network address of whoever asks, as far as it can be believed: the one that our outermost proxy wrote. Null where
 * no proxy of ours is configured, since then the header is the sender's own word.
 */
export function clientAddress(headers: Headers): string | null {
  const hops = env().TRUSTED_PROXIES;
  if (hops === 0) return null;
  const chain = (headers.get("x-forwarded-for") ?? "").split(",").map((part) => part.trim());
  return chain.at(-hops) || null;
}
