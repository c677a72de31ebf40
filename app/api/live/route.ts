import { z } from "zod";
import { pageSecret } from "@/server/auth/current";
import { liveStream } from "@/server/live/stream";

export const dynamic = "force-dynamic";

/** Tells an open page of a partner when to look again. The same answer for a foreign couple, an unknown one, and nobody. */
export async function GET(request: Request) {
  const coupleId = z.uuid().safeParse(new URL(request.url).searchParams.get("couple"));
  const secret = await pageSecret();
  const stream = secret && coupleId.success ? await liveStream(secret, coupleId.data) : null;
  if (!stream) return new Response(null, { status: 204, headers: { "Cache-Control": "no-store" } });
  const headers = {
    "Content-Type": "text/event-stream",
    "Cache-Control": "no-store, no-transform",
    "X-Accel-Buffering": "no",
  };
  return new Response(stream, { headers });
}
