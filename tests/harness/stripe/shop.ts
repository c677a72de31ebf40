import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import Stripe from "stripe";
import { type StripeOptions, startStripe } from "./server";

/** When the tests of the stand-in begin: a month's last day, so that shorter months show. */
export const beginning = new Date("2027-01-31T12:00:00Z");
export const day = 86_400;

/** A stand-in at a standing clock, with the real SDK and a product with a monthly and a yearly price. */
export async function openShop(options: StripeOptions = {}) {
  const standIn = await startStripe({ now: () => beginning, ...options });
  const { host, port, secretKey } = standIn;
  const stripe = new Stripe(secretKey, { host, port, protocol: "http", maxNetworkRetries: 0, timeout: 5_000 });
  const product = await stripe.products.create({ name: "Seat" });
  const price = (interval: "month" | "year", unit_amount: number) =>
    stripe.prices.create({
      currency: "usd",
      lookup_key: interval,
      product: product.id,
      recurring: { interval },
      unit_amount,
    });
  const monthly = await price("month", 3_000);
  const yearly = await price("year", 30_000);
  return { ...standIn, stripe, product, monthly, yearly };
}
export type Shop = Awaited<ReturnType<typeof openShop>>;

/** A customer whose card works, or does what another test card does. */
export async function customerWith(stripe: Stripe, card: string | null = "pm_card_visa"): Promise<Stripe.Customer> {
  const customer = await stripe.customers.create({ email: "owner@example.test", metadata: { practice: "p1" } });
  if (card === null) return customer;
  const method = await stripe.paymentMethods.attach(card, { customer: customer.id });
  return stripe.customers.update(customer.id, { invoice_settings: { default_payment_method: method.id } });
}

/** A subscription to the monthly price. */
export async function subscriptionOf(shop: Shop, quantity = 1, card = "pm_card_visa") {
  const customer = await customerWith(shop.stripe, card);
  const items = [{ price: shop.monthly.id, quantity }];
  return shop.stripe.subscriptions.create({ customer: customer.id, items });
}

/** The types of all events, in their order. */
export async function eventTypes(stripe: Stripe): Promise<string[]> {
  const events = await stripe.events.list({ limit: 100 }).autoPagingToArray({ limit: 1_000 });
  return events.map((event) => event.type).reverse();
}

/** What a request was refused with. */
export async function refusal(promise: Promise<unknown>) {
  const error: unknown = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Stripe.errors.StripeError)) throw new Error(`Stripe did not refuse: ${String(error)}`);
  const { name, statusCode, code, param, message } = error;
  return { name: name === "Error" ? error.constructor.name : name, statusCode, code, param, message };
}

/** An endpoint on the loopback that verifies and keeps the events that it is sent. */
export async function openEndpoint(secret: string, answer: (event: Stripe.Event) => number = () => 200) {
  const arrived: Stripe.Event[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const signature = String(request.headers["stripe-signature"]);
    const event = Stripe.webhooks.constructEvent(Buffer.concat(chunks), signature, secret);
    arrived.push(event);
    response.writeHead(answer(event)).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return { arrived, close, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/stripe` };
}
