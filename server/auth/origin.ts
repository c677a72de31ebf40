import { env } from "../env";

/** Whether a request comes from our own pages: the Origin of a browser must be the public address. */
export function fromOwnOrigin(request: Request): boolean {
  const origin = request.headers.get("origin");
  return origin === new URL(env().PUBLIC_URL).origin;
}
