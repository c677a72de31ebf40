import Stripe from "stripe";

/** One event on its way to the application. */
export interface Delivery {
  event: string;
  type: string;
  state: "held" | "waiting" | "delivered" | "failed" | "dropped";
  /** The statuses that came back, in order; 0 where no answer came. */
  answers: number[];
}
interface Sending extends Delivery {
  payload: string;
}

export interface WebhookOptions {
  url: string | null;
  /** The types of event that are sent; null: all. */
  types: readonly string[] | null;
  secret: string;
  /** The instant that signatures name, in milliseconds: the machine's own, as receivers compare with it. */
  signedAt(): number;
  delivered(event: string): void;
}

/** Sends events, signed as Stripe signs them: one after the other, unless told to send several at once, hold, repeat, reorder or drop them. */
export class Webhooks {
  readonly log: Sending[] = [];
  held = false;
  /** Milliseconds before an event is sent. */
  delay = 0;
  /** How often an event is tried that is not answered with a 2xx. */
  tries = 3;
  /** Milliseconds before the second try; twice as long before each further one. */
  retryAfter = 50;
  /** How many are on their way at once. */
  atOnce = 1;
  private readonly lanes: Promise<void>[] = [];
  private sent = 0;
  private readonly timers = new Set<NodeJS.Timeout>();
  private busy = 0;
  private idlers: (() => void)[] = [];

  constructor(readonly options: WebhookOptions) {
    refuseForeign(options.url);
  }

  /** Where events go from now on; only the loopback will do. */
  sendTo(url: string | null): void {
    refuseForeign(url);
    this.options.url = url;
  }

  /** Whether somebody gets events of this type. */
  listensTo(type: string): boolean {
    const { url, types } = this.options;
    return url !== null && (types === null || types.includes(type));
  }

  announce(event: Stripe.EventBase): void {
    if (!this.listensTo(event.type)) return;
    const payload = JSON.stringify(event, null, 2);
    const sending: Sending = {
      event: event.id,
      type: event.type,
      state: this.held ? "held" : "waiting",
      answers: [],
      payload,
    };
    this.log.push(sending);
    if (!this.held) this.later(sending, this.delay);
  }

  /** Sends what is held: in the order in which it came, backwards, or as these ids say (others stay held). */
  async release(order: "forward" | "reverse" | string[] = "forward"): Promise<Delivery[]> {
    const held = this.log.filter((one) => one.state === "held");
    const chosen = Array.isArray(order)
      ? order.flatMap((id) => held.find((one) => one.event === id) ?? [])
      : order === "reverse"
        ? held.toReversed()
        : held;
    for (const sending of chosen) {
      sending.state = "waiting";
      this.later(sending, 0);
    }
    await this.idle();
    return chosen.map(shown);
  }

  /** Sends an event once more, whatever became of it. */
  async repeat(event: string, times = 1): Promise<void> {
    const known = this.log.find((one) => one.event === event);
    if (!known) throw new Error(`No event ${event} was ever sent.`);
    for (let time = 0; time < times; time += 1) {
      const again: Sending = { ...known, state: "waiting", answers: [] };
      this.log.push(again);
      this.later(again, 0);
    }
    await this.idle();
  }

  /** Never sends a held event. */
  drop(event: string): void {
    for (const one of this.log) if (one.event === event && one.state === "held") one.state = "dropped";
  }

  /** Resolves when nothing is on its way; held events are not. */
  idle(): Promise<void> {
    return this.busy === 0 ? Promise.resolve() : new Promise((resolve) => this.idlers.push(resolve));
  }

  close(): void {
    for (const timer of this.timers) clearTimeout(timer);
    this.options.url = null;
  }

  private later(sending: Sending, delay: number): void {
    this.busy += 1;
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      const lane = this.sent++ % this.atOnce;
      const before = this.lanes[lane] ?? Promise.resolve();
      this.lanes[lane] = before.then(() => this.send(sending)).finally(() => this.done());
    }, delay);
    this.timers.add(timer);
  }

  private done(): void {
    this.busy -= 1;
    if (this.busy === 0) for (const resolve of this.idlers.splice(0)) resolve();
  }

  private async send(sending: Sending): Promise<void> {
    const status = await this.post(sending.payload);
    sending.answers.push(status);
    if (status >= 200 && status < 300) {
      sending.state = "delivered";
      this.options.delivered(sending.event);
    } else if (sending.answers.length < this.tries)
      this.later(sending, this.retryAfter * 2 ** (sending.answers.length - 1));
    else sending.state = "failed";
  }

  private async post(payload: string): Promise<number> {
    const { url, secret, signedAt } = this.options;
    if (url === null) return 0;
    const timestamp = Math.floor(signedAt() / 1000);
    const signature = Stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp });
    const headers = { "content-type": "application/json; charset=utf-8", "stripe-signature": signature };
    try {
      const signal = AbortSignal.timeout(10_000);
      const response = await fetch(url, { method: "POST", headers, body: payload, redirect: "manual", signal });
      await response.arrayBuffer();
      return response.status;
    } catch {
      return 0;
    }
  }
}

/** A delivery without its words. */
export function shown({ event, type, state, answers }: Delivery): Delivery {
  return { event, type, state, answers: [...answers] };
}

function refuseForeign(url: string | null): void {
  if (url !== null && !["127.0.0.1", "localhost", "[::1]"].includes(new URL(url).hostname))
    throw new Error(`The stand-in for Stripe sends events to the loopback only, not to ${url}.`);
}
