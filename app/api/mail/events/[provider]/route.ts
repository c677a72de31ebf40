import { takeReport } from "@/server/mail/events/intake";

const mostBytes = 256 * 1_024;

/** Reports of bounces and complaints, signed by whoever sends them: `signed`, `ses` or `postmark`. */
export async function POST(request: Request, { params }: { params: Promise<{ provider: string }> }) {
  const { provider } = await params;
  if (Number(request.headers.get("content-length") ?? 0) > mostBytes) return new Response(null, { status: 400 });
  const body = await request.text();
  if (body.length > mostBytes) return new Response(null, { status: 400 });
  return new Response(null, { status: await takeReport(provider, request.headers, body) });
}
