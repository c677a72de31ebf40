import { log } from "@/server/log";
import { stripe, stripeFault } from "@/server/stripe/client";

/**
 * Ends a subscription now whose payment failed. What is open of it is void then: nobody is asked for it again, and nobody pays it by
 * mistake. Where that does not go through it stays open, and Stripe charges nothing by itself.
 * @throws Stripe's errors where the subscription was not ended
 */
export async function endFailing(subscription: string, idempotencyKey: string): Promise<void> {
  await stripe().subscriptions.cancel(subscription, {}, { idempotencyKey });
  try {
    const { data } = await stripe().invoices.list({ subscription, status: "open", limit: 100 });
    for (const { id } of data) if (id) await stripe().invoices.voidInvoice(id, {}, { idempotencyKey: `void:${id}` });
  } catch (error) {
    log().warn({ subscription, fault: stripeFault(error) }, "an invoice of an ended subscription stays open");
  }
}
