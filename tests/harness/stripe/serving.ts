import type { IncomingMessage, ServerResponse } from "node:http";
import { type ApiAnswer, answerApi } from "./api";
import { isDue, settle } from "./clock";
import { outageOf } from "./errors";
import { answerPage } from "./pages";
import type { Parts } from "./parts";

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

function sendApi(response: ServerResponse, { status, body, headers }: ApiAnswer): void {
  response.writeHead(status, { ...headers, "content-type": "application/json" }).end(body);
}

/** Answers a request to the API, or fails as the outage of the moment has it. */
function serveApi(parts: Parts, request: IncomingMessage, response: ServerResponse, path: string, form: string): void {
  const { world, outages, asked, secretKey, attempt, save } = parts;
  const { method = "GET" } = request;
  const idempotencyKey = request.headers["idempotency-key"]?.toString();
  const outage = outages.meet(method, path);
  const record = (status: number) => asked.push({ method, path, form, idempotencyKey: idempotencyKey ?? null, status });
  if (!outage || outage.after) {
    const { authorization } = request.headers;
    const version = request.headers["stripe-version"]?.toString();
    const answer = answerApi(world, secretKey, { method, path, form, authorization, idempotencyKey, version }, attempt);
    save();
    record(answer.status);
    if (!outage) sendApi(response, answer);
  } else record(outage.kind === "429" ? 429 : outage.kind === "500" ? 500 : 0);
  if (outage?.kind === "reset") request.socket.destroy();
  else if (outage && outage.kind !== "timeout") {
    const { status, body } = outageOf(outage.kind === "429" ? 429 : 500);
    sendApi(response, { status, body: JSON.stringify({ error: body }), headers: {} });
  }
}

/** Answers a call of the controls from another process. */
async function serveControl(
  { controls, secretKey }: Parts,
  request: IncomingMessage,
  response: ServerResponse,
  name: string,
  body: string,
) {
  const allowed = request.headers.authorization === `Bearer ${secretKey}` && Object.hasOwn(controls, name);
  if (!allowed || request.method !== "POST") return void response.writeHead(404).end("no such control");
  try {
    const call: (...parameters: unknown[]) => Promise<unknown> = Reflect.get(controls, name);
    const result = await call(...(JSON.parse(body || "[]") as unknown[]));
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ result }));
  } catch (error) {
    response.writeHead(400).end(error instanceof Error ? error.message : String(error));
  }
}

/** Answers a request: of the API, for a page, or of the controls. */
export async function serve(parts: Parts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, search } = new URL(request.url ?? "/", parts.world.base);
  const body = await bodyOf(request);
  const { method = "GET" } = request;
  if (pathname.startsWith("/_control/")) return serveControl(parts, request, response, pathname.slice(10), body);
  if (isDue(parts.world)) parts.attempt(() => settle(parts.world));
  if (pathname.startsWith("/v1/")) {
    const form = method === "POST" ? body : [search.slice(1), body].filter(Boolean).join("&");
    return serveApi(parts, request, response, pathname, form);
  }
  const page = answerPage(parts.world, method, pathname, body, parts.attempt);
  response.writeHead(page.status, page.headers).end(page.body);
}
