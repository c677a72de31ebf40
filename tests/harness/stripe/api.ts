import { checkoutRoutes } from "./checkout";
import { couponRoutes } from "./coupons";
import { customerRoutes } from "./customers";
import { foreignVersion, Refusal, unauthorized, unknownAddress } from "./errors";
import { eventRoutes } from "./events";
import { expanded } from "./expand";
import { answerBefore, keepAnswer } from "./idempotency";
import { invoiceRoutes } from "./invoice-endpoints";
import { parseForm } from "./parameters";
import { paymentMethodRoutes } from "./payment-methods";
import { portalRoutes } from "./portal";
import { priceRoutes } from "./prices";
import { productRoutes } from "./products";
import { findRoute } from "./routes";
import { subscriptionItemRoutes } from "./subscription-items";
import { subscriptionRoutes } from "./subscriptions";
import { taxIdRoutes } from "./tax-ids";
import type { World } from "./world";

const routes = [
  ...customerRoutes,
  ...taxIdRoutes,
  ...productRoutes,
  ...priceRoutes,
  ...couponRoutes,
  ...paymentMethodRoutes,
  ...checkoutRoutes,
  ...portalRoutes,
  ...subscriptionRoutes,
  ...subscriptionItemRoutes,
  ...invoiceRoutes,
  ...eventRoutes,
];

export interface ApiRequest {
  method: string;
  path: string;
  /** The query or the body, as it came. */
  form: string;
  authorization: string | undefined;
  idempotencyKey: string | undefined;
  version: string | undefined;
}
export interface ApiAnswer {
  status: number;
  body: string;
  headers: Record<string, string>;
}

function refuseStrangers(secretKey: string, authorization: string | undefined): void {
  const [scheme, given] = (authorization ?? "").split(" ");
  const key =
    scheme === "Basic"
      ? Buffer.from(given ?? "", "base64")
          .toString()
          .split(":")[0]
      : given;
  if (key !== secretKey) throw unauthorized(key);
}

function carriedOut(world: World, { method, path, form }: ApiRequest): unknown {
  const found = findRoute(routes, method, path);
  if (!found) throw unknownAddress(method, path);
  const raw = parseForm(form);
  const answer = found.route.answer(world, raw, found.ids);
  return expanded(world, answer, Array.isArray(raw.expand) ? raw.expand.map(String) : []);
}

/** What an endpoint answers, as text with its status; what it refuses, as Stripe's error object. */
function answered(
  world: World,
  request: ApiRequest,
  attempt: (work: () => unknown) => unknown,
): [status: number, body: string] {
  try {
    return [
      200,
      JSON.stringify(
        attempt(() => carriedOut(world, request)),
        null,
        2,
      ),
    ];
  } catch (error) {
    return refusalOf(error);
  }
}

function refusalOf(error: unknown): [status: number, body: string] {
  if (error instanceof Refusal) return [error.status, JSON.stringify({ error: error.body }, null, 2)];
  console.error("The stand-in for Stripe broke:", error);
  const message = `The stand-in for Stripe broke: ${error instanceof Error ? error.message : String(error)}`;
  return [500, JSON.stringify({ error: { type: "api_error", message } })];
}

/**
 * Answers a request to the API. `attempt` carries work out so that nothing of it stays when it is refused.
 */
export function answerApi(
  world: World,
  secretKey: string,
  request: ApiRequest,
  attempt: (work: () => unknown) => unknown,
): ApiAnswer {
  world.requests += 1;
  const requestId = `req_${String(world.requests).padStart(8, "0")}`;
  const key = request.method === "POST" ? request.idempotencyKey : undefined;
  const headers = { "request-id": requestId, ...(key ? { "idempotency-key": key } : {}) };
  const endpoint = `${request.method} ${request.path}`;
  try {
    refuseStrangers(secretKey, request.authorization);
    if (request.version !== undefined && request.version !== world.apiVersion)
      throw foreignVersion(request.version, world.apiVersion);
    const before = key ? answerBefore(world, key, endpoint, request.form) : null;
    if (before)
      return { status: before.status, body: before.body, headers: { ...headers, "idempotent-replayed": "true" } };
    world.asking = { id: requestId, idempotencyKey: key ?? null };
    const [status, body] = answered(world, request, attempt);
    if (key) keepAnswer(world, key, { endpoint, parameters: request.form, status, body });
    return { status, body, headers: { ...headers, "stripe-should-retry": "false" } };
  } catch (error) {
    const [status, body] = refusalOf(error);
    return { status, body, headers: { ...headers, "stripe-should-retry": "false" } };
  } finally {
    world.asking = null;
  }
}
