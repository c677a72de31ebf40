import { boundedText } from "@/server/body";
import { takeEvent } from "@/server/features/billing/commands/events";

/** Stripe's events have some kilobytes; whatever is longer is none. */
const mostBytes = 256 * 1_024;

/** Stripe's events, signed over the raw body. It sends again whatever is not answered with a 2xx. */
export async function POST(request: Request) {
  const body = await boundedText(request, mostBytes);
  const status = body === null ? 400 : await takeEvent(body, request.headers.get("stripe-signature"));
  return new Response(null, { status });
}
