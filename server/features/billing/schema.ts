import { z } from "zod";
import { solo } from "@/content/plans";
import { emailAddress, partnerShape, staffViewer } from "../people/schema";

export const planInterval = z.enum(["MONTH", "YEAR"]);
export const plan = z.enum(["SOLO", "PRACTICE"]);
export type Plan = z.infer<typeof plan>;

/** Why a practice has what it has. NONE: Solo, which needs no reason. */
export const planReason = z.enum(["SELF_HOSTED", "GIVEN", "TRIAL", "SUBSCRIPTION", "NONE"]);
export type PlanReason = z.infer<typeof planReason>;

/**
 * A payment that failed. GRACE: everything goes on until `until`. OVERDUE: new homework, programs and couples wait for it;
 * whatever runs goes on.
 */
export const paymentTrouble = z.object({ state: z.enum(["GRACE", "OVERDUE"]), since: z.date(), until: z.date() });
export type PaymentTrouble = z.infer<typeof paymentTrouble>;

/** What a practice has now. */
export const standing = z.object({
  plan,
  reason: planReason,
  /** When it ends: the trial's end, the end of a cancelled subscription; null: until something happens. */
  until: z.date().nullable(),
  trouble: paymentTrouble.nullable(),
});
export type Standing = z.infer<typeof standing>;

/** One invoice, its links as Stripe last gave them: the PDF, and Stripe's page where an open one is paid. */
export const invoice = z.object({
  id: z.string(),
  number: z.string().nullable(),
  at: z.coerce.date(),
  /** Cents. */
  total: z.number().int(),
  currency: z.string(),
  status: z.enum(["draft", "open", "paid", "uncollectible", "void"]),
  pdf: z.string().nullable(),
  page: z.string().nullable(),
});
export type Invoice = z.infer<typeof invoice>;

/** How it is paid: never a whole number of a card or an account. */
export const paymentMethod = z.object({
  /** Stripe's word for the kind, such as `card`, `link` or `us_bank_account`. */
  type: z.string(),
  /** Such as `visa`; null where the kind has none. */
  brand: z.string().nullable(),
  last4: z.string().nullable(),
  /** The last month in which a card is good. */
  expMonth: z.number().int().nullable(),
  expYear: z.number().int().nullable(),
});
export type PaymentMethod = z.infer<typeof paymentMethod>;

/** The subscription at Stripe, as it was last fetched. */
export const subscription = z.object({
  status: z.enum([
    "trialing",
    "active",
    "past_due",
    "unpaid",
    "canceled",
    "incomplete",
    "incomplete_expired",
    "paused",
  ]),
  /** It still runs: can be changed, cancelled and resumed. Otherwise the way on is a new checkout. */
  live: z.boolean(),
  interval: planInterval,
  /** Cents for one seat and interval, and the currency in lower case. */
  unitAmount: z.number().int(),
  currency: z.string(),
  /** Seats that are paid for; `seats.therapists` may be ahead for a moment. */
  quantity: z.number().int(),
  /** When the next payment is due. */
  periodEnd: z.date().nullable(),
  /** The first payment is due then; null once it was. */
  trialEnd: z.date().nullable(),
  /** It was cancelled and ends then; `billing.resume` takes that back. */
  cancelAt: z.date().nullable(),
});

/** What differed from Stripe and was mended; `doubled`: a second subscription ran, and was ended. */
export const mendedName = z.enum([
  ...(["subscriptionId", "itemId", "status", "interval", "unitAmount", "currency", "quantity"] as const),
  ...(["trialEnd", "periodEnd", "cancelAt", "failingSince", "doubled"] as const),
]);
export type MendedName = z.infer<typeof mendedName>;

/**
 * `billing.page` (owners, query, input `{ practiceId }`): everything that the page shows, from rows alone: it is the same
 * while Stripe does not answer. `mode` SELF_HOSTED: say so and show nothing to pay; every other procedure then answers CLOSED.
 */
export const billingPage = z.object({
  viewer: staffViewer,
  mode: z.enum(["SELF_HOSTED", "STRIPE"]),
  standing,
  subscription: subscription.nullable(),
  seats: z.object({
    /** Therapists of the practice now: each has a seat. */
    therapists: z.number().int(),
    /** Invited therapists who have not come yet; they are paid for from the day on which they do. */
    invited: z.number().int(),
    /** A change that Stripe does not know yet; `fault`: Stripe's code of the last try that failed. Tried until it goes. */
    waiting: z.object({ wanted: z.number().int(), since: z.date(), fault: z.string().nullable() }).nullable(),
  }),
  paymentMethod: paymentMethod.nullable(),
  invoices: z.array(invoice),
  /** On Solo, the running couples in the order in which Solo goes on with them; null on Practice. */
  solo: z
    .object({
      /** How many of them may get new homework. */
      limit: z.number().int(),
      /** Whether the owner has chosen; until then the most recent ones go on. */
      chosen: z.boolean(),
      couples: z.array(
        z.object({ coupleId: z.uuid(), partners: z.array(partnerShape), goesOn: z.boolean(), chosen: z.boolean() }),
      ),
    })
    .nullable(),
  /** When Stripe last answered, and its code when it did not; both null before the first checkout. */
  synced: z.object({ at: z.date().nullable(), fault: z.string().nullable() }),
  /** What was last mended, within the last five weeks: names of what differed, such as `quantity` or `status`. */
  mended: z.object({ at: z.date(), what: z.array(mendedName) }).nullable(),
  /** Whether there is a customer at Stripe: then the portal can be opened. */
  customer: z.boolean(),
});
export type BillingPage = z.infer<typeof billingPage>;

/**
 * `billing.banner` (all staff, query, input `{ practiceId }`): what the frame tells whoever works here; null: nothing to say.
 * TRIAL_ENDING `days` is 7 or fewer (0: today); PAYMENT_GRACE `days` until new work waits; PAYMENT_OVERDUE it waits; SOLO_FULL more
 * couples run than Solo goes on with; ENDING the subscription was cancelled and ends within 7 days; BEHIND (owners only) Stripe does
 * not answer. `owner`: whether the viewer can do something about it; to everybody else it only says what waits.
 */
export const billingBanner = z.object({
  banner: z
    .object({
      kind: z.enum(["TRIAL_ENDING", "PAYMENT_GRACE", "PAYMENT_OVERDUE", "SOLO_FULL", "ENDING", "BEHIND"]),
      days: z.number().int().nullable(),
      until: z.date().nullable(),
      owner: z.boolean(),
    })
    .nullable(),
});
export type BillingBanner = z.infer<typeof billingBanner>["banner"];

const clientId = z.uuid();

/**
 * `billing.checkout` (owners, mutation) → `{ url }`: Stripe's page where one pays; send the browser there. `email` gets the
 * invoices; `name` stands on them, empty: none is given to Stripe. Errors: ALREADY_PAYING where a subscription runs,
 * BILLING_UNAVAILABLE, CHANGED_MEANWHILE where another owner began at the same time.
 * Stripe comes back to `/practice/<id>/billing?checkout=done` or `?checkout=left`.
 */
export const checkoutInput = z.object({
  interval: planInterval,
  email: emailAddress,
  name: z.string().trim().max(120, "tooLong"),
});
export type CheckoutFields = z.infer<typeof checkoutInput>;

/** `billing.portal` (owners, mutation, input `{ practiceId }`) → `{ url }` of Stripe's page for cards, invoices and tax ids. */
export const stripeLink = z.object({ url: z.url() });

/**
 * `billing.returned` (owners, mutation, input `{ practiceId }`): asks Stripe at once instead of waiting for its event. Call it on
 * `?checkout=done` and after the portal (`?portal=done`), then read `billing.page` anew. `synced` false: Stripe does not answer now.
 */
export const returned = z.object({ synced: z.boolean() });

/** A change to look at before it is made: so many seats from now on, or another interval. */
export const previewInput = z.discriminatedUnion("change", [
  z.object({ change: z.literal("SEATS"), seats: z.number().int().min(1).max(1_000) }),
  z.object({ change: z.literal("INTERVAL"), interval: planInterval }),
]);
export type PreviewFields = z.infer<typeof previewInput>;

/**
 * `billing.preview` (owners, query) → what a change would cost. All amounts are cents, taxes included where Stripe counts any. Errors:
 * NO_SUBSCRIPTION, BILLING_UNAVAILABLE.
 */
export const preview = z.object({
  currency: z.string(),
  /** For the rest of the current period, what was paid already taken off; negative: a credit. Due now when the interval changes, with
   * the next invoice when a seat does. */
  prorated: z.number().int(),
  /** Whether `prorated` is due at once. */
  dueNow: z.boolean(),
  /** What one interval costs from then on. */
  next: z.number().int(),
  /** When the next payment is due. */
  nextAt: z.date().nullable(),
  interval: planInterval,
  seats: z.number().int(),
  /** Give it back with the change: it costs to the second what was shown. */
  prorationDate: z.number().int(),
});
export type Preview = z.infer<typeof preview>;

/**
 * `billing.changeInterval` (owners, mutation) → `{}`: switches between monthly and yearly at once, for what the preview showed. The same
 * `clientId` again changes nothing. Errors: NO_SUBSCRIPTION, PAYMENT_REFUSED (nothing changed), BILLING_UNAVAILABLE,
 * CHANGED_MEANWHILE when the preview is older than an hour.
 */
export const changeIntervalInput = z.object({ interval: planInterval, prorationDate: z.number().int(), clientId });
export type ChangeInterval = z.infer<typeof changeIntervalInput>;

/** `billing.cancel` and `billing.resume` (owners, mutation, input `{ practiceId, clientId }`) → `{}`: at the end of the paid period, and back. */
export const cancelInput = z.object({ clientId });

/** `billing.chooseCouples` (owners, mutation) → `{}`: which running couples Solo goes on with. An empty list: the most recent ones again. */
export const chooseInput = z.object({ coupleIds: z.array(z.uuid()).max(solo.couples, "tooManyCouples") });
