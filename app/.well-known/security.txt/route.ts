import { securityText } from "@/server/security-text";

/** Where to report a flaw (RFC 9116). */
export function GET(): Response {
  return new Response(securityText(), {
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "public, max-age=3600" },
  });
}

export const dynamic = "force-dynamic";
