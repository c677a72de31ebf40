import type Stripe from "stripe";
import { z } from "zod";
import { invalidParameter, invalidRequest, missingParameter } from "./errors";
import { change, emit } from "./events";
import { listed } from "./lists";
import { count, created, decimal, expand, integer, metadata, page, parametersOf, text, yesNo } from "./parameters";
import { monthsLater } from "./periods";
import { type Route, route } from "./routes";
import { all, get, idOf, mergedMetadata, newId, put, type World } from "./world";

const couponCreation = parametersOf<Stripe.CouponCreateParams>()({
  amount_off: count.optional(),
  currency: text.optional(),
  duration: z.enum(["forever", "once", "repeating"]).optional(),
  duration_in_months: count.optional(),
  expand: expand.optional(),
  id: text.optional(),
  max_redemptions: count.optional(),
  metadata: metadata.optional(),
  name: text.optional(),
  percent_off: decimal.optional(),
  redeem_by: integer.optional(),
});

function createCoupon(world: World, params: z.output<typeof couponCreation>): Stripe.Coupon {
  if ((params.amount_off === undefined) === (params.percent_off === undefined))
    throw invalidRequest("You must specify either percent_off or amount_off, but not both.");
  if (params.amount_off !== undefined && !params.currency) throw missingParameter("currency");
  if (params.duration === "repeating" && !params.duration_in_months) throw missingParameter("duration_in_months");
  const { expand: _, metadata: pairs, id = newId(world, "coupon"), ...given } = params;
  if (Object.hasOwn(world.state.tables.coupon, id))
    throw invalidRequest(`Coupon already exists.`, "resource_already_exists");
  const coupon = {
    id,
    object: "coupon",
    amount_off: null,
    created: world.now(),
    currency: null,
    duration: "once",
    duration_in_months: null,
    livemode: false,
    max_redemptions: null,
    name: null,
    percent_off: null,
    redeem_by: null,
    times_redeemed: 0,
    valid: true,
    ...given,
    metadata: mergedMetadata({}, pairs),
  } satisfies Stripe.Coupon;
  put(world, "coupon", coupon);
  emit(world, "coupon.created", coupon);
  return coupon;
}

const codeCreation = parametersOf<Stripe.PromotionCodeCreateParams>()({
  active: yesNo.optional(),
  code: text.optional(),
  customer: text.optional(),
  expand: expand.optional(),
  expires_at: integer.optional(),
  max_redemptions: count.optional(),
  metadata: metadata.optional(),
  promotion: z.strictObject({ type: z.enum(["coupon"]), coupon: text }),
});

function createCode(world: World, params: z.output<typeof codeCreation>): Stripe.PromotionCode {
  const code = params.code ?? newId(world, "c").slice(8, 16).toUpperCase();
  if (all(world, "promotion_code").some((one) => one.active && one.code.toLowerCase() === code.toLowerCase()))
    throw invalidParameter("code", `An active promotion code with \`code: ${code}\` already exists.`);
  const promotionCode = {
    id: newId(world, "promo"),
    object: "promotion_code",
    active: params.active ?? true,
    code,
    created: world.now(),
    customer: params.customer ? get(world, "customer", params.customer, "customer").id : null,
    customer_account: null,
    expires_at: params.expires_at ?? null,
    livemode: false,
    max_redemptions: params.max_redemptions ?? null,
    metadata: mergedMetadata({}, params.metadata),
    promotion: { type: "coupon", coupon: get(world, "coupon", params.promotion.coupon, "promotion[coupon]").id },
    restrictions: { first_time_transaction: false, minimum_amount: null, minimum_amount_currency: null },
    times_redeemed: 0,
  } satisfies Stripe.PromotionCode;
  put(world, "promotion_code", promotionCode);
  emit(world, "promotion_code.created", promotionCode);
  return promotionCode;
}

/** A coupon's or code's worth to this customer now; null where it has none. */
export function redeemable(world: World, given: { coupon?: string; promotion_code?: string }, customer: string) {
  const code = given.promotion_code ? get(world, "promotion_code", given.promotion_code, "promotion_code") : null;
  const id = code ? idOf(code.promotion.coupon) : given.coupon;
  const coupon = get(world, "coupon", id ?? "", "coupon");
  const over = (limit: number | null, used: number) => limit !== null && used >= limit;
  const late = (end: number | null) => end !== null && world.now() > end;
  const foreign = code?.customer && idOf(code.customer) !== customer;
  const gone = code && (!code.active || late(code.expires_at) || over(code.max_redemptions, code.times_redeemed));
  if (foreign || gone || !coupon.valid || late(coupon.redeem_by) || over(coupon.max_redemptions, coupon.times_redeemed))
    return null;
  return { coupon: coupon.id, promotionCode: code?.id ?? null };
}

/** Gives a subscription the discount of a coupon; answers its id. */
export function discount(
  world: World,
  subscription: { id: string; customer: string },
  given: { coupon: string; promotionCode: string | null; session?: string },
): string {
  const coupon = get(world, "coupon", given.coupon, "coupon");
  const end = monthsLater(world.now(), coupon.duration_in_months ?? 0);
  const made = {
    id: newId(world, "di"),
    object: "discount",
    checkout_session: given.session ?? null,
    customer: subscription.customer,
    customer_account: null,
    end: coupon.duration === "repeating" ? end : null,
    invoice: null,
    invoice_item: null,
    promotion_code: given.promotionCode,
    source: { type: "coupon", coupon: coupon.id },
    start: world.now(),
    subscription: subscription.id,
    subscription_item: null,
  } satisfies Stripe.Discount;
  put(world, "discount", made);
  change(world, "coupon", coupon.id, null, { times_redeemed: coupon.times_redeemed + 1 });
  if (given.promotionCode) {
    const used = get(world, "promotion_code", given.promotionCode).times_redeemed;
    change(world, "promotion_code", given.promotionCode, null, { times_redeemed: used + 1 });
  }
  emit(world, "customer.discount.created", made);
  return made.id;
}

const only = { expand: expand.optional() };
export const couponRoutes: Route[] = [
  route("POST", "/v1/coupons", couponCreation, createCoupon),
  route(
    "GET",
    "/v1/coupons",
    parametersOf<Stripe.CouponListParams>()({ ...page, created: created.optional() }),
    (world, params) => listed(all(world, "coupon"), params, "/v1/coupons"),
  ),
  route("GET", "/v1/coupons/:id", parametersOf<Stripe.CouponRetrieveParams>()(only), (world, _, { id }) =>
    get(world, "coupon", id),
  ),
  route("POST", "/v1/promotion_codes", codeCreation, createCode),
  route(
    "GET",
    "/v1/promotion_codes",
    parametersOf<Stripe.PromotionCodeListParams>()({
      ...page,
      active: yesNo.optional(),
      code: text.optional(),
      coupon: text.optional(),
    }),
    (world, { active, code, coupon, ...params }) =>
      listed(
        all(world, "promotion_code").filter(
          (one) =>
            (active === undefined || one.active === active) &&
            (!code || one.code.toLowerCase() === code.toLowerCase()) &&
            (!coupon || idOf(one.promotion.coupon) === coupon),
        ),
        params,
        "/v1/promotion_codes",
      ),
  ),
  route(
    "GET",
    "/v1/promotion_codes/:id",
    parametersOf<Stripe.PromotionCodeRetrieveParams>()(only),
    (world, _, { id }) => get(world, "promotion_code", id),
  ),
];
