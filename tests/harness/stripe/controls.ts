import { settle } from "./clock";
import type { Outage, Outages } from "./outage";
import { completeSession, type Filled } from "./paying";
import { type Delivery, shown, type Webhooks } from "./webhooks";
import { type Dunning, emptyState, get, type World } from "./world";

/** A request that reached the API. */
export interface Asked {
  method: string;
  path: string;
  form: string;
  idempotencyKey: string | null;
  status: number;
}

export interface Duration {
  days?: number;
  hours?: number;
  minutes?: number;
  seconds?: number;
}

/** What tests and the demo do to the stand-in beside its API; everything is JSON, so that it works from afar too. */
export interface Controls {
  /** The stand-in's present, as an ISO instant. */
  now(): Promise<string>;
  /** Moves time on; trials, periods and retries happen in the order of their instants. */
  advance(duration: Duration): Promise<string>;
  /** Moves time on to an instant. */
  advanceTo(instant: string): Promise<string>;
  /** Makes everything happen that is due, after an injected clock moved. */
  settle(): Promise<string>;
  /** Where events are sent; null for nowhere. */
  setWebhookUrl(url: string | null): Promise<void>;
  /** Keeps events back from now on. */
  holdWebhooks(): Promise<void>;
  /** Sends what was held, in this order, and resolves when all of it has been answered; new events are still held. */
  releaseWebhooks(order?: "forward" | "reverse" | string[]): Promise<Delivery[]>;
  /** Sends what was held and holds no more. */
  resumeWebhooks(): Promise<void>;
  /** Sends an event again, this many times. */
  duplicateWebhook(event: string, times?: number): Promise<void>;
  /** Never sends a held event. */
  dropWebhook(event: string): Promise<void>;
  /** How many events are on their way at once; one when not said. */
  sendAtOnce(count: number): Promise<void>;
  /** Milliseconds between an event and its sending. */
  delayWebhooks(milliseconds: number): Promise<void>;
  /** How often an event is tried, and the milliseconds before the second try. */
  retryWebhooks(tries: number, after: number): Promise<void>;
  /** Resolves when no event is on its way. */
  webhooksIdle(): Promise<void>;
  /** Every event that was sent or held, in the order in which it came. */
  deliveries(): Promise<Delivery[]>;
  /** Lets requests fail from now on. */
  outage(outage: Outage): Promise<void>;
  /** Ends the outage. */
  recover(): Promise<void>;
  /** Has every card of a customer declined when it is charged, or charged as its number says again. */
  declineCards(customer: string, declined: boolean): Promise<void>;
  /** How failed payments are tried again and what follows the last attempt. */
  setDunning(dunning: Dunning): Promise<void>;
  /** Fills in and sends the page of a checkout session; answers where the browser would go. */
  payCheckout(session: string, filled?: Partial<Filled>): Promise<string>;
  /** The requests that reached the API, in order. */
  requests(): Promise<Asked[]>;
  /** Forgets everything. */
  reset(): Promise<void>;
}

interface Parts {
  world: World;
  webhooks: Webhooks;
  outages: Outages;
  asked: Asked[];
  /** Carries work out as one piece: all of it stays, or nothing; then its events go out. */
  attempt<T>(work: () => T): T;
}

const secondsOf = ({ days = 0, hours = 0, minutes = 0, seconds = 0 }: Duration) =>
  ((days * 24 + hours) * 60 + minutes) * 60 + seconds;

function timeControls({ world, attempt }: Parts) {
  const settled = (move: () => void) => {
    attempt(() => {
      move();
      settle(world);
    });
    return Promise.resolve(new Date(world.now() * 1000).toISOString());
  };
  const moveBy = (seconds: number) => {
    world.state.moved += Math.max(seconds, 0);
  };
  return {
    now: () => Promise.resolve(new Date(world.now() * 1000).toISOString()),
    advance: (duration: Duration) => settled(() => moveBy(secondsOf(duration))),
    advanceTo: (instant: string) => settled(() => moveBy(Math.ceil(Date.parse(instant) / 1000) - world.now())),
    settle: () => settled(() => undefined),
  };
}

function webhookControls({ webhooks }: Parts) {
  return {
    setWebhookUrl: async (url: string | null) => webhooks.sendTo(url),
    holdWebhooks: async () => {
      webhooks.held = true;
    },
    releaseWebhooks: (order?: "forward" | "reverse" | string[]) => webhooks.release(order),
    resumeWebhooks: async () => {
      webhooks.held = false;
      await webhooks.release();
    },
    duplicateWebhook: (event: string, times?: number) => webhooks.repeat(event, times),
    dropWebhook: async (event: string) => webhooks.drop(event),
    sendAtOnce: async (count: number) => {
      webhooks.atOnce = Math.max(1, count);
    },
    delayWebhooks: async (milliseconds: number) => {
      webhooks.delay = milliseconds;
    },
    retryWebhooks: async (tries: number, after: number) => {
      webhooks.tries = tries;
      webhooks.retryAfter = after;
    },
    webhooksIdle: () => webhooks.idle(),
    deliveries: async () => webhooks.log.map(shown),
  };
}

const unfilled: Filled = {
  number: "4242424242424242",
  name: "",
  email: "",
  country: "US",
  code: "",
  taxType: "",
  taxValue: "",
};

/** The controls of a stand-in, in its own process. */
export function controlsOf(parts: Parts): Controls {
  const { world, outages, asked, attempt } = parts;
  return {
    ...timeControls(parts),
    ...webhookControls(parts),
    outage: async (outage) => outages.begin(outage),
    recover: async () => outages.end(),
    declineCards: async (customer, declined) => {
      const others = world.state.declined.filter((one) => one !== customer);
      world.state.declined = declined ? [...others, get(world, "customer", customer).id] : others;
    },
    setDunning: async (dunning) => {
      world.dunning = dunning;
    },
    payCheckout: async (id, filled) => {
      const session = attempt(() => completeSession(world, id, { ...unfilled, ...filled }));
      return (session.success_url ?? "").replaceAll("{CHECKOUT_SESSION_ID}", session.id);
    },
    requests: async () => [...asked],
    reset: async () => {
      const { moved } = world.state;
      world.state = { ...emptyState(), moved, settled: world.now() };
      asked.length = 0;
      parts.webhooks.log.length = 0;
    },
  };
}

/** The same controls from another process: `url` and `secretKey` are the stand-in's. */
export function controlsAt(url: string, secretKey: string): Controls {
  const call = async (name: string, parameters: unknown[]): Promise<unknown> => {
    const headers = { authorization: `Bearer ${secretKey}`, "content-type": "application/json" };
    const response = await fetch(`${url}/_control/${name}`, {
      method: "POST",
      headers,
      body: JSON.stringify(parameters),
    });
    if (!response.ok) throw new Error(`${name}: ${await response.text()}`);
    return ((await response.json()) as { result?: unknown }).result;
  };
  return new Proxy({} as Controls, {
    get:
      (_, name) =>
      (...parameters: unknown[]) =>
        call(String(name), parameters),
  });
}
