import { encode } from "next-auth/jwt";
import superjson from "superjson";
import { sessionCookie } from "@/server/auth/cookie";
import { env } from "@/server/env";
import { handleTrpc } from "@/server/trpc/http";
import type { ActorName, TwoPractices } from "./two-practices";

/** The address that the product knows itself under. */
export const origin = () => new URL(env().PUBLIC_URL).origin;

/** The cookie of a browser that is signed in with this session secret. */
export async function cookieOf(secret: string): Promise<string> {
  return `${sessionCookie().name}=${await encode({ token: { sid: "x", secret }, secret: env().AUTH_SECRET })}`;
}

/** A request to a procedure as our own pages send it; headers may replace what a browser would send. */
export function trpcRequest(path: string, body: BodyInit, headers: Record<string, string> = {}): Request {
  const own = { Origin: origin(), "Content-Type": "application/json" };
  return new Request(`${origin()}/api/trpc/${path}`, { method: "POST", headers: { ...own, ...headers }, body });
}

/** A procedure's input as the browser writes it. */
export const bodyOf = (input: unknown): string => JSON.stringify(superjson.serialize(input));

/** One answer, as everything that a browser gets of it. */
export interface HttpAnswer {
  status: number;
  headers: [string, string][];
  body: string;
}

/** All that a browser sees of a response but the time of day. */
export async function answerOf(response: Response): Promise<HttpAnswer> {
  const headers = [...response.headers].filter(([name]) => name !== "date");
  return { status: response.status, headers, body: await response.text() };
}

/** Calls procedures through the HTTP endpoint as one of the actors. */
export async function httpActor(world: TwoPractices, actor: ActorName) {
  const cookie: Record<string, string> = actor === "anonymous" ? {} : { Cookie: await cookieOf(world.secrets[actor]) };
  return async (path: string, type: string, input: unknown): Promise<HttpAnswer> => {
    const method: Record<string, string> = type === "query" ? { "x-trpc-method": "query" } : {};
    return answerOf(await handleTrpc(trpcRequest(path, bodyOf(input), { ...cookie, ...method })));
  };
}
