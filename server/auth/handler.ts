import NextAuth from "next-auth";
import { authOptions } from "./options";
import { fromOwnOrigin } from "./origin";

/** NextAuth's endpoint, for our own pages only wherever it changes something. Options are read per request: the environment is not there while the build runs. */
export async function handleAuth(request: Request, context: unknown): Promise<Response> {
  if (request.method !== "GET" && !fromOwnOrigin(request)) return new Response(null, { status: 403 });
  return NextAuth(authOptions())(request, context);
}
