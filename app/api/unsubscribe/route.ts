import { subscribeAgain, unsubscribe } from "@/server/features/reminders/links";

/**
 * One-click unsubscribe (RFC 8058): a mail program posts without cookies and gets 200; the page's own form is sent on to the
 * page, which says what was done. Only that form can let the emails come again. A GET never changes anything.
 */
export async function POST(request: Request) {
  const form = await request.formData().catch(() => new FormData());
  const fromPage = form.get("token");
  const token = new URL(request.url).searchParams.get("token") ?? (typeof fromPage === "string" ? fromPage : "");
  const again = fromPage !== null && form.get("again") === "1";
  const known = again ? await subscribeAgain(token) : await unsubscribe(token);
  if (!fromPage) return new Response(null, { status: known ? 200 : 404 });
  const next = known ? `/unsubscribe/${token}?done=${again ? "again" : "stopped"}` : "/unsubscribe/unknown";
  return new Response(null, { status: 303, headers: { Location: next } });
}
