import { AppError } from "@/server/errors";
import { feed } from "@/server/features/calendar/queries";

type Named = { params: Promise<{ token: string }> };

/** One answer for addresses that were revoked and for those that never were. */
const nothing = () => new Response(null, { status: 404, headers: { "Cache-Control": "no-store" } });

function tooMany(error: unknown): Response {
  if (!(error instanceof AppError && error.code === "TOO_MANY")) throw error;
  const seconds = String(error.details.retrySeconds ?? 3600);
  return new Response(null, { status: 429, headers: { "Retry-After": seconds, "Cache-Control": "no-store" } });
}

/**
 * A person's dates for the calendar program that they gave the secret address to (RFC 5545). A program asks again by ETag
 * alone: a date of change would be a lie, or tell when something was changed.
 */
export async function GET(request: Request, { params }: Named) {
  const { token } = await params;
  try {
    const found = await feed(token);
    if (!found) return nothing();
    const headers = { ETag: found.etag, "Cache-Control": "private, no-cache", "X-Robots-Tag": "noindex" };
    const asked = request.headers.get("if-none-match")?.split(",") ?? [];
    if (asked.some((one) => one.trim().replace(/^W\//, "") === found.etag))
      return new Response(null, { status: 304, headers });
    return new Response(found.body, { headers: { ...headers, "Content-Type": "text/calendar; charset=utf-8" } });
  } catch (error) {
    return tooMany(error);
  }
}
