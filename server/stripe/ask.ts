import Stripe from "stripe";
import { AppError } from "../errors";
import { log } from "../log";
import { isRefusal, stripeFault } from "./client";

/**
 * Asks Stripe for somebody who waits for the answer, outside of every transaction.
 * @throws AppError PAYMENT_REFUSED where a card or bank said no; BILLING_UNAVAILABLE for whatever else went wrong
 */
export async function askStripe<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeError)) throw error;
    const fault = stripeFault(error);
    log().warn({ fault, request: error.requestId }, "Stripe did not do it");
    throw new AppError(isRefusal(error) ? "PAYMENT_REFUSED" : "BILLING_UNAVAILABLE");
  }
}
