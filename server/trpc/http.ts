import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { isLocale, type Locale, matchLocale } from "@/messages/locales";
import { clientAddress } from "../auth/address";
import { deviceCookieName, readCookie, sessionCookie } from "../auth/cookie";
import { secretFromCookie } from "../auth/current";
import { fromOwnOrigin } from "../auth/origin";
import { boundedBody } from "../body";
import type { AppError } from "../errors";
import { localeCookie } from "../locale";
import { appRouter } from "./root";

/** The largest body that a procedure takes; words are at most 5,000 characters. */
const maxBodyBytes = 64 * 1024;
/** Procedures that take a whole strategy, of 256 KB at most, perhaps as text inside a text. */
const roomy = /^\/api\/trpc\/strategies\.(save|importFile)$/;
const maxStrategyBytes = 640 * 1024;
const maxBatch = 5;

/** An answer in tRPC's error shape, for refusals before any procedure runs. */
function refusal(code: AppError["code"], status: number): Response {
  const error = { json: { message: code, code: -32600, data: { httpStatus: status, app: { code } } } };
  return Response.json([{ error }], { status, headers: { "Cache-Control": "no-store" } });
}

const mostBytesOf = (request: Request) => (roomy.test(new URL(request.url).pathname) ? maxStrategyBytes : maxBodyBytes);

const languageOf = (chosen: string | undefined, accepted: string | null): Locale =>
  isLocale(chosen) ? chosen : matchLocale(accepted);

/** Whether a JSON text spells the character NUL, which no column of text can hold and nobody types. */
const holdsNul = (body: Uint8Array): boolean =>
  /(?<!\\)(?:\\\\)*\\u0000/.test(Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString("latin1"));

/** The tRPC endpoint: POST and JSON only, own origin only, bodies and batches bounded, never cached. */
export async function handleTrpc(request: Request): Promise<Response> {
  if (!fromOwnOrigin(request)) return refusal("FOREIGN_ORIGIN", 403);
  if (!request.headers.get("content-type")?.startsWith("application/json")) return refusal("INVALID", 415);
  const body = await boundedBody(request, mostBytesOf(request));
  if (!body) return refusal("TOO_LARGE", 413);
  if (holdsNul(body)) return refusal("INVALID", 400);
  const cookies = request.headers.get("cookie");
  const secret = await secretFromCookie(readCookie(cookies, sessionCookie().name));
  return fetchRequestHandler({
    endpoint: "/api/trpc",
    router: appRouter,
    req: new Request(request.url, { method: "POST", headers: request.headers, body }),
    allowMethodOverride: true,
    maxBatchSize: maxBatch,
    createContext: ({ resHeaders }) => ({
      secret,
      device: request.headers.get("user-agent") ?? "",
      browser: readCookie(cookies, deviceCookieName()) ?? null,
      address: clientAddress(request.headers),
      language: languageOf(readCookie(cookies, localeCookie), request.headers.get("accept-language")),
      responseHeaders: resHeaders,
    }),
    responseMeta: () => ({ headers: new Headers({ "Cache-Control": "no-store" }) }),
  });
}
