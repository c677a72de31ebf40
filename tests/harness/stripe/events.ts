import type Stripe from "stripe";
import { z } from "zod";
import { listed } from "./lists";
import { created, expand, page, parametersOf, text } from "./parameters";
import { type Route, route } from "./routes";
import { all, asJson, get, type Kind, newId, put, type Tables, type World } from "./world";

/** Records that something happened, with the object as it now is. */
export function emit(world: World, type: Stripe.Event.Type, object: object, previous?: object): void {
  const event = {
    id: newId(world, "evt"),
    object: "event",
    api_version: world.apiVersion,
    created: world.now(),
    data: asJson({ object, ...(previous ? { previous_attributes: previous } : {}) }) as Stripe.Event.Data,
    livemode: false,
    pending_webhooks: world.endpoints(type),
    request: { id: world.asking?.id ?? null, idempotency_key: world.asking?.idempotencyKey ?? null },
    type,
  } satisfies Stripe.EventBase;
  put(world, "event", event);
  world.announce?.(event);
}

function differences(before: object, after: object): Record<string, unknown> {
  const now = new Map(Object.entries(after));
  return Object.fromEntries(
    Object.entries(before).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(now.get(key))),
  );
}

/** Changes a kept object and emits the event of it with what it was before; nothing when nothing changed. */
export function change<Name extends Kind>(
  world: World,
  kind: Name,
  id: string,
  type: Stripe.Event.Type | null,
  fields: Partial<Tables[Name]>,
): Tables[Name] {
  const before = get(world, kind, id);
  const after = put(world, kind, { ...before, ...fields });
  if (!type) return after;
  const previous = differences(before, after);
  if (Object.keys(previous).length > 0) emit(world, type, after, previous);
  return after;
}

const eventList = parametersOf<Stripe.EventListParams>()({
  ...page,
  created: created.optional(),
  type: text.optional(),
  types: z.array(text).max(20).optional(),
});

export const eventRoutes: Route[] = [
  route("GET", "/v1/events", eventList, (world, params) =>
    listed(
      all(world, "event").filter(
        (event) =>
          (!params.type || matches(params.type, event.type)) &&
          (!params.types || params.types.some((type) => matches(type, event.type))),
      ),
      params,
      "/v1/events",
    ),
  ),
  route(
    "GET",
    "/v1/events/:id",
    parametersOf<Stripe.EventRetrieveParams>()({ expand: expand.optional() }),
    (world, _, { id }) => get(world, "event", id),
  ),
];

function matches(wanted: string, type: string): boolean {
  return wanted.endsWith("*") ? type.startsWith(wanted.slice(0, -1)) : type === wanted;
}
