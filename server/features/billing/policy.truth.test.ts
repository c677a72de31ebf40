import fc from "fast-check";
import type Stripe from "stripe";
import { describe, expect, it } from "vitest";
import { doubled, truthOf } from "./policy.truth";

const statuses = ["trialing", "active", "past_due", "unpaid", "canceled", "incomplete_expired"] as const;
const one = fc.record({
  id: fc.uuid().map((id) => `sub_${id}`),
  status: fc.constantFrom(...statuses),
  // Few instants, so that some are the same.
  created: fc.integer({ min: 1, max: 3 }),
});
type Told = typeof one extends fc.Arbitrary<infer T> ? T : never;

/** What of a subscription decides which one holds, among whatever else Stripe says. */
const subscription = ({ id, status, created }: Told) =>
  ({
    ...{ id, status, created, start_date: created, ended_at: created, canceled_at: created, trial_end: null },
    ...{ cancel_at: null, cancel_at_period_end: false, default_payment_method: null },
    items: { data: [{ id: `si_${id}`, quantity: 2, price: {}, current_period_end: 99, current_period_start: 9 }] },
  }) as unknown as Stripe.Subscription;
const known = (all: readonly Told[]) => ({
  ...{ subscriptions: all.map(subscription), invoices: [], customerMethod: null },
});
const runs = ({ status }: Told) => ["trialing", "active", "past_due", "unpaid"].includes(status);
const failed = ({ status }: Told) => ["past_due", "unpaid"].includes(status);

const several = fc.uniqueArray(one, { selector: ({ id }) => id, minLength: 1, maxLength: 6 });

describe("of several subscriptions of one customer", () => {
  it("the same one holds in whatever order Stripe lists them", () => {
    fc.assert(
      fc.property(several, fc.integer({ min: 0, max: 5 }), (all, by) => {
        const turned = [...all.slice(by), ...all.slice(0, by)].toReversed();
        expect(truthOf(known(turned)).snapshot).toEqual(truthOf(known(all)).snapshot);
        expect(doubled(known(turned).subscriptions)).toEqual(doubled(known(all).subscriptions));
      }),
    );
  });

  it("one that runs holds, paid rather than failed, earlier rather than later; every other one that runs is ended", () => {
    fc.assert(
      fc.property(several, (all) => {
        const running = all.filter(runs);
        const ended = doubled(known(all).subscriptions).map(({ id }) => id);
        const { subscriptionId } = truthOf(known(all)).snapshot;
        const left = running.length === 0 ? [] : [subscriptionId, ...ended];
        expect(left.toSorted()).toEqual(running.map(({ id }) => id).toSorted());
        const holds = running.find(({ id }) => id === subscriptionId);
        const better = running.filter((other) => holds && !failed(other) && failed(holds));
        const earlier = running.filter(
          (other) => holds && failed(other) === failed(holds) && other.created < holds.created,
        );
        expect([better, earlier]).toEqual([[], []]);
      }),
    );
  });

  it("what failed is ended without a credit, what was paid with one", () => {
    const all: Told[] = [
      { id: "sub_a", status: "active", created: 5 },
      { id: "sub_b", status: "past_due", created: 1 },
      { id: "sub_c", status: "active", created: 9 },
    ];
    expect(doubled(known(all).subscriptions)).toEqual([
      { id: "sub_c", failing: false },
      { id: "sub_b", failing: true },
    ]);
  });
});
