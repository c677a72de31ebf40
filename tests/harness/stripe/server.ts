/**
 * A stateful stand-in for Stripe on the loopback, for tests and for the demo. The real SDK talks to it:
 *
 *     const shop = await startStripe({ webhookUrl: "http://127.0.0.1:3000/api/stripe" });
 *     const stripe = new Stripe(shop.secretKey, { host: shop.host, port: shop.port, protocol: "http" });
 *     …
 *     await shop.controls.advance({ days: 30 });
 *     await shop.close();
 *
 * **What it knows.** Customers and their tax ids, products, prices (per unit, recurring or not), coupons, promotion codes,
 * cards, checkout sessions (mode subscription), billing portal sessions, subscriptions and their items, invoices with
 * previews, events. What it takes is written down as one strict schema for each endpoint, whose names the SDK's
 * types check; a parameter that Stripe knows and the stand-in does not is refused as unknown, so add it here first. What it
 * answers `satisfies` the SDK's types. No tax, no payment intents, no plans of instalments, no other account.
 *
 * **Pages.** `session.url` of checkout and portal, `hosted_invoice_url` and `invoice_pdf` answer. The forms work without
 * script. Cards: 4242… works, 4000 0000 0000 0341 is accepted and declined when it is charged, 4000 0000 0000 0002 is
 * declined at once; `pm_card_visa` and `pm_card_chargeCustomerFail` are the same by name.
 *
 * **Time** is that of `now` plus what the controls moved it by. Whatever is due (trials, periods, drafts of an hour, retries,
 * expiries) happens in the order of its instants: at the next request, the next control, or each `tick` milliseconds.
 *
 * **Events** are sent one after the other, signed for the SDK's `constructEvent` with the machine's time. `controls` hold,
 * release, reorder, repeat, drop and delay them. A refused request leaves no trace, but a declined payment does.
 *
 * **From another process** `controlsAt(url, secretKey)` in controls.ts has the same controls: each is
 * `POST /_control/<name>` with its parameters as a JSON list and the secret key as bearer.
 *
 * The same history gives the same ids. With `file` the state outlives the process.
 */

import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { isDue, settle } from "./clock";
import type { Controls } from "./controls";
import { partsOf, type StripeOptions } from "./parts";
import { serve } from "./serving";

export type { Controls } from "./controls";
export { controlsAt } from "./controls";
export type { StripeOptions } from "./parts";

/** A running stand-in. */
export interface StripeStandIn {
  url: string;
  host: string;
  port: number;
  secretKey: string;
  webhookSecret: string;
  controls: Controls;
  close(): Promise<void>;
}

/**
 * Starts a stand-in on the loopback. Rejects when its port is taken or its file cannot be read.
 */
export async function startStripe(options: StripeOptions = {}): Promise<StripeStandIn> {
  const { secretKey = "sk_test_standin_0000000000000000", webhookSecret = "whsec_standin", tick } = options;
  const parts = partsOf(options, secretKey, webhookSecret);
  const server = createServer((request, response) => {
    serve(parts, request, response).catch((error: unknown) => {
      console.error("The stand-in for Stripe broke:", error);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(options.port ?? 0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  parts.world.base = `http://127.0.0.1:${port}`;
  const timer = tick
    ? setInterval(() => isDue(parts.world) && parts.attempt(() => settle(parts.world)), tick)
    : undefined;
  const close = () => {
    clearInterval(timer);
    parts.webhooks.close();
    server.closeAllConnections();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return { url: parts.world.base, host: "127.0.0.1", port, secretKey, webhookSecret, controls: parts.controls, close };
}
