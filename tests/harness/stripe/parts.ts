import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import Stripe from "stripe";
import { type Asked, type Controls, controlsOf } from "./controls";
import { Refusal } from "./errors";
import { Outages } from "./outage";
import { Webhooks } from "./webhooks";
import { all, type Dunning, emptyState, type State, snapshot, type World } from "./world";

export interface StripeOptions {
  /** The port on 127.0.0.1; any free one when absent. */
  port?: number;
  secretKey?: string;
  webhookSecret?: string;
  /** Where events are sent (loopback only); nowhere when absent. */
  webhookUrl?: string | null;
  /** The types of event that are sent, as chosen for an endpoint in the dashboard; all when absent. */
  webhookEvents?: readonly Stripe.Event.Type[];
  /** The version that events name; the SDK's own when absent. */
  apiVersion?: string;
  /** The clock; the machine's when absent. Moving it back has no effect on what has happened. */
  now?: () => Date;
  /** The clock of signatures, which receivers compare with their own; the machine's when absent. */
  signedAt?: () => Date;
  /** A file in which the state outlives the process. */
  file?: string;
  dunning?: Dunning;
  /** Milliseconds after which it looks by itself for what is due; only at requests and controls when absent. */
  tick?: number;
}

function worldOf(options: StripeOptions): World {
  const { file, now = () => new Date() } = options;
  const state = file && existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as State) : emptyState();
  const world: World = {
    state,
    base: "",
    apiVersion: options.apiVersion ?? Stripe.API_VERSION,
    dunning: options.dunning ?? { retryDays: [3, 5, 7], afterLast: "canceled" },
    now: () => world.at ?? Math.floor(now().getTime() / 1000) + world.state.moved,
    at: null,
    asking: null,
    requests: 0,
    endpoints: () => 0,
    announce: null,
  };
  if (state.settled === 0) state.settled = world.now();
  return world;
}

/** What a running stand-in is made of. */
export interface Parts {
  world: World;
  webhooks: Webhooks;
  outages: Outages;
  asked: Asked[];
  secretKey: string;
  controls: Controls;
  attempt<T>(work: () => T): T;
  save(): void;
}

/** Work as one piece: what is refused has never happened, unless the refusal keeps it; then events go out. */
function piecesOf(world: World, webhooks: Webhooks, save: () => void) {
  return <T>(work: () => T): T => {
    const before = snapshot(world.state);
    let events: Stripe.EventBase[] = [];
    world.announce = (event) => events.push(event);
    try {
      return work();
    } catch (error) {
      if (!(error instanceof Refusal && error.keeps)) {
        world.state = before;
        events = [];
      }
      throw error;
    } finally {
      world.announce = null;
      world.at = null;
      for (const event of events) webhooks.announce(event);
      save();
    }
  };
}

/** The parts of a stand-in, with what its file remembers. */
export function partsOf(options: StripeOptions, secretKey: string, secret: string): Parts {
  const world = worldOf(options);
  const { signedAt = () => new Date(), file } = options;
  const save = () => {
    if (!file) return;
    writeFileSync(`${file}.new`, JSON.stringify(world.state), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  };
  const delivered = (event: string) => {
    const known = world.state.tables.event[event];
    if (known) world.state.tables.event[event] = { ...known, pending_webhooks: 0 };
    save();
  };
  const url = options.webhookUrl ?? null;
  const { webhookEvents: types = null } = options;
  const webhooks = new Webhooks({ url, types, secret, signedAt: () => signedAt().getTime(), delivered });
  world.endpoints = (type) => (webhooks.listensTo(type) ? 1 : 0);
  for (const event of all(world, "event")) if (event.pending_webhooks > 0) webhooks.announce(event);
  const rest = { world, webhooks, outages: new Outages(), asked: [], attempt: piecesOf(world, webhooks, save) };
  return { ...rest, save, secretKey, controls: controlsOf(rest) };
}
