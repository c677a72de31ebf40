import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { POST } from "@/app/api/stripe/webhook/route";
import { type PlanInterval, practice } from "@/content/plans";
import { ownerClient } from "@/prisma/seed/owner";
import { now } from "@/server/clock";
import { drainBilling } from "@/server/jobs/sync-billing";
import { stripe } from "@/server/stripe/client";
import { listenedEvents } from "@/server/stripe/events";
import { startStripe } from "../harness/stripe/server";
import { movedClock } from "./moved-clock";
import { twoPractices } from "./two-practices";

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** The product's webhook over a real socket. */
async function openWebhook() {
  const server = createServer(async (request, response) => {
    const headers = { "stripe-signature": String(request.headers["stripe-signature"] ?? "") };
    const body = new Uint8Array(await bytesOf(request));
    const answer = await POST(new Request("http://localhost/api/stripe/webhook", { method: "POST", headers, body }));
    response.writeHead(answer.status).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return { url: `http://127.0.0.1:${port}`, close };
}

/** Long after every test. */
const forever = new Date("2100-01-01T00:00:00Z");
const intervals = { MONTH: "month", YEAR: "year" } as const;

/** The two prices, as an operator makes them in Stripe's dashboard. */
export async function makePrices(): Promise<void> {
  const product = await stripe().products.create({ name: "Practice" });
  for (const [name, { cents, lookupKey }] of Object.entries(practice.prices))
    await stripe().prices.create({
      ...{ currency: practice.currency, lookup_key: lookupKey, product: product.id, unit_amount: cents },
      recurring: { interval: intervals[name as PlanInterval] },
    });
}

/**
 * The world of two practices in an installation that takes money: a stand-in for Stripe that lives by the product's clock and sends
 * its events to the product's webhook. Its practice begins with a trial, like one that was just founded.
 */
export async function paying() {
  const clock = movedClock();
  const webhook = await openWebhook();
  // The product's clock reads the environment, which is not complete before the world is there.
  let clockOf = () => new Date();
  const standIn = await startStripe({
    ...{ now: () => clockOf(), signedAt: () => clockOf(), webhookUrl: webhook.url },
    webhookEvents: listenedEvents,
    dunning: { retryDays: [3, 5, 6], afterLast: "past_due" },
  });
  process.env.STRIPE_SECRET_KEY = standIn.secretKey;
  process.env.STRIPE_WEBHOOK_SECRET = standIn.webhookSecret;
  process.env.STRIPE_API_URL = standIn.url;
  const world = await twoPractices();
  clockOf = now;
  const owner = ownerClient(world.ownerUrl);
  const { practiceId } = world;
  const startsAt = now();
  const endsAt = new Date(startsAt.getTime() + practice.trialDays * 86_400_000);
  await owner.entitlement.deleteMany({ where: { practiceId } });
  const trial = { practiceId, reason: "TRIAL", subject: "", plan: "PRACTICE", startsAt, endsAt } as const;
  await owner.entitlement.createMany({ data: [trial] });
  await makePrices();
  return {
    ...{ world, owner, standIn, controls: standIn.controls, clock, startsAt, practiceId, trialEndsAt: endsAt },
    /** Moves both clocks, lets happen what is due at Stripe, and hears of it. */
    after: async (days: number) => {
      await owner.session.updateMany({ data: { expiresAt: forever, idleExpiresAt: forever } });
      await clock.to(new Date(startsAt.getTime() + days * 86_400_000));
      await standIn.controls.settle();
      await standIn.controls.webhooksIdle();
      await drainBilling();
    },
    /** An owner goes to pay, pays with a card, and comes back. */
    subscribe: async (interval: PlanInterval = "MONTH", number = "4242424242424242") => {
      const fields = { practiceId, interval, email: "billing@test.example", name: "" };
      const { url } = await world.as("owner").billing.checkout(fields);
      const id = url.split("/").at(-1) ?? "";
      await standIn.controls.payCheckout(id, { number });
      await world.as("owner").billing.returned({ practiceId });
      await standIn.controls.webhooksIdle();
      await drainBilling();
    },
    /** Somebody pays whatever is open, as on Stripe's page of an invoice. */
    payOpenInvoices: async () => {
      for (const { id, status } of (await world.as("owner").billing.page({ practiceId })).invoices)
        if (status === "open") await stripe().invoices.pay(id);
      await standIn.controls.webhooksIdle();
      await drainBilling();
    },
    page: () => world.as("owner").billing.page({ practiceId }),
    close: async () => {
      await owner.$disconnect();
      await world.close();
      await standIn.close();
      await webhook.close();
    },
  };
}
export type Paying = Awaited<ReturnType<typeof paying>>;
