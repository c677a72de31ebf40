import { unsubscribe } from "@/server/features/reminders/links";

/**
 * One-click unsubscribe (RFC 8058): a mail program posts without cookies and gets 200; the page's own form is sent on
 * to a page that confirms. A GET never unsubscribes.
 */
export async function POST(request: Request) {
  const form = await request.formData().catch(() => new FormData());
  const fromPage = form.get("token");
  const token = new URL(request.url).searchParams.get("token") ?? (typeof fromPage === "string" ? fromPage : "");
  const known = await unsubscribe(token);
  if (!fromPage) return new Response(null, { status: known ? 200 : 404 });
  const next = known ? "/unsubscribe/done" : "/unsubscribe/unknown";
  return new Response(null, { status: 303, headers: { Location: next } });
}
