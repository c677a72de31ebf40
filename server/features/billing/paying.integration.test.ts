import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { practice } from "@/content/plans";
import { addDays, civilDate, now } from "@/server/clock";
import { AppError } from "@/server/errors";
import { stripe } from "@/server/stripe/client";
import { createCaller } from "@/server/trpc/root";
import { type Paying, paying } from "@/tests/factories/paying";
import { countStatements } from "@/tests/factories/statements";
import { invitationToken } from "../invitations/links";

let shop: Paying;
beforeAll(async () => {
  shop = await paying();
  // Joint work stays safe for as long as this test plays.
  await shop.owner.safetyRecord.updateMany({ data: { lookAgainOn: new Date("2099-01-01") } });
});
afterAll(() => shop.close());

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "ok",
    (error: { cause?: unknown }) => (error.cause instanceof AppError ? error.cause.code : String(error)),
  );
const ids = () => ({ practiceId: shop.practiceId });
const once = () => ({ ...ids(), clientId: crypto.randomUUID() });
const assign = () => {
  const { couple } = shop.world;
  const today = civilDate(now(), "America/New_York");
  return shop.world.as("therapist").homework.assign({
    ...{ ...ids(), coupleId: couple.id, clientId: crypto.randomUUID(), strategyKey: "listen-actively", mode: "EACH" },
    personIds: couple.partners.map((one) => one.id),
    ...{ knownToBoth: true, cadence: { every: "week", times: 1 }, startsOn: addDays(today, 1), endsOn: null, note: "" },
  });
};

describe("a practice that pays, from its trial on", () => {
  it("begins with thirty days that ask for no card and tell Stripe nothing", async () => {
    expect(await shop.page()).toMatchObject({
      ...{ mode: "STRIPE", standing: { plan: "PRACTICE", reason: "TRIAL" }, subscription: null, customer: false },
    });
    expect(await codeOf(assign())).toBe("ok");
    expect((await shop.standIn.controls.requests()).some((one) => one.path.includes("customers"))).toBe(false);
  });

  it("reads its page in six statements at most", async () => {
    expect(await countStatements(shop.page)).toBeLessThanOrEqual(6);
  });

  it("pays before the trial is over and loses none of its days", async () => {
    await shop.subscribe();
    const { standing, subscription, seats, paymentMethod } = await shop.page();
    expect(standing).toMatchObject({ plan: "PRACTICE", reason: "SUBSCRIPTION", until: null, trouble: null });
    expect(subscription).toMatchObject({ status: "trialing", live: true, interval: "MONTH", quantity: 5 });
    expect(subscription?.trialEnd?.getTime()).toBe(Math.floor(shop.trialEndsAt.getTime() / 1_000) * 1_000);
    expect([seats.therapists, paymentMethod]).toMatchObject([5, { type: "card", last4: "4242" }]);
  });

  it("cannot pay twice", async () => {
    const again = { ...ids(), interval: "YEAR" as const, email: "billing@test.example", name: "" };
    expect(await codeOf(shop.world.as("owner").billing.checkout(again))).toBe("ALREADY_PAYING");
  });

  it("is charged when the trial is over", async () => {
    await shop.after(31);
    const { subscription, invoices } = await shop.page();
    expect([subscription?.status, subscription?.trialEnd]).toEqual(["active", null]);
    expect(invoices[0]).toMatchObject({ total: 5 * 2_900, currency: "usd", status: "paid" });
    expect(invoices[0]?.pdf).toMatch(/^http/);
  });

  it("sees what another seat costs, and the quantity follows the role", async () => {
    const { world } = shop;
    const shown = await world.as("owner").billing.preview({ ...ids(), change: "SEATS", seats: 6 });
    expect(shown).toMatchObject({ dueNow: false, seats: 6, next: 6 * 2_900, currency: "usd" });
    expect(shown.prorated).toBeGreaterThan(2_600);
    expect(shown.prorated).toBeLessThanOrEqual(2_900);
    const { id: personId } = world.people.coordinator;
    await world.as("owner").staff.saveRoles({ ...ids(), personId, roles: ["COORDINATOR", "THERAPIST"] });
    expect((await shop.page()).seats).toMatchObject({ therapists: 6, waiting: { wanted: 6, fault: null } });
    await shop.after(31.01);
    const { seats, subscription } = await shop.page();
    expect([seats.waiting, subscription?.quantity]).toEqual([null, 6]);
  });

  it("pays for a colleague from the moment in which the invitation is taken up, and no longer than they treat", async () => {
    const { world, owner, practiceId } = shop;
    const [email, clientId] = ["quinn@test.example", crypto.randomUUID()];
    const invitation = {
      ...ids(),
      clientId,
      name: "Quinn",
      email,
      locale: "en" as const,
      roles: ["THERAPIST" as const],
    };
    await world.as("owner").invitations.inviteStaff(invitation);
    expect((await shop.page()).seats).toEqual({ therapists: 6, invited: 1, waiting: null });
    const { id } = await owner.invitation.findFirstOrThrow({ where: { personId: clientId } });
    const joined = await createCaller({ secret: null, device: "test" }).join.accept({
      token: invitationToken({ practiceId, id }, 1),
      account: { how: "new", email, password: "quiet harbour lantern 71" },
      ...{ name: "Quinn", pronouns: "", locale: "en", timeZone: "America/New_York", partner: null },
    });
    expect(joined.state).toBe("joined");
    expect((await shop.page()).seats).toMatchObject({ therapists: 7, invited: 0, waiting: { wanted: 7, fault: null } });
    await shop.after(31.02);
    expect((await shop.page()).subscription?.quantity).toBe(7);
    await world.as("owner").staff.saveRoles({ ...ids(), personId: clientId, roles: ["COORDINATOR"] });
    await shop.after(31.03);
    expect((await shop.page()).subscription?.quantity).toBe(6);
  });

  it("is told the price that Stripe has, not the one that is advertised here", async () => {
    const { billing } = shop.world.as("owner");
    const [product] = (await stripe().products.list({ limit: 1 })).data;
    const key = { lookup_key: practice.prices.YEAR.lookupKey, transfer_lookup_key: true };
    const recurring = { interval: "year" as const };
    const priced = (unit_amount: number) =>
      stripe().prices.create({ ...key, product: product?.id ?? "", currency: "usd", unit_amount, recurring });
    await priced(31_000);
    expect(await billing.preview({ ...ids(), change: "INTERVAL", interval: "YEAR" })).toMatchObject({
      next: 6 * 31_000,
    });
    await priced(practice.prices.YEAR.cents);
  });

  it("switches to yearly for exactly what the preview showed", async () => {
    const { billing } = shop.world.as("owner");
    const shown = await billing.preview({ ...ids(), change: "INTERVAL", interval: "YEAR" });
    expect(shown).toMatchObject({ dueNow: true, interval: "YEAR", next: 6 * 29_000 });
    const input = { ...once(), interval: "YEAR" as const, prorationDate: shown.prorationDate };
    await billing.changeInterval(input);
    await billing.changeInterval(input);
    const { subscription, invoices } = await shop.page();
    expect(subscription).toMatchObject({ interval: "YEAR", quantity: 6, unitAmount: 29_000 });
    expect(invoices[0]?.total).toBe(shown.prorated);
    expect(invoices.filter((one) => one.total === shown.prorated)).toHaveLength(1);
  });

  it("cancels at the end of what is paid, and takes it back", async () => {
    const { billing } = shop.world.as("owner");
    await billing.cancel(once());
    expect((await shop.page()).subscription?.cancelAt).toEqual((await shop.page()).subscription?.periodEnd);
    expect((await shop.page()).standing).toMatchObject({ plan: "PRACTICE", reason: "SUBSCRIPTION" });
    await billing.resume(once());
    expect((await shop.page()).standing.until).toBeNull();
  });

  it("opens Stripe's own page for cards and invoices", async () => {
    expect((await shop.world.as("owner").billing.portal(ids())).url).toContain(shop.standIn.url);
  });

  it("goes on for fourteen days when a payment fails, then new work waits, and all goes on once it is paid", async () => {
    const { customerId } = await shop.owner.billingAccount.findUniqueOrThrow({ where: ids() });
    await shop.controls.declineCards(customerId ?? "", true);
    await shop.after(31 + 366);
    const { standing } = await shop.page();
    expect(standing).toMatchObject({ plan: "PRACTICE", trouble: { state: "GRACE" } });
    expect(await codeOf(assign())).toBe("ok");
    await shop.after(31 + 366 + 15);
    expect((await shop.page()).standing.trouble?.state).toBe("OVERDUE");
    expect(await codeOf(assign())).toBe("PLAN_NEEDED");
    const { banner } = await shop.world.as("therapist").billing.banner(ids());
    expect(banner).toMatchObject({ kind: "PAYMENT_OVERDUE", owner: false });
    await shop.controls.declineCards(customerId ?? "", false);
    await shop.payOpenInvoices();
    expect((await shop.page()).standing.trouble).toBeNull();
    expect(await codeOf(assign())).toBe("ok");
  });
});

describe("on Stripe's page of payment", () => {
  it("a practice gives its tax id and a code that makes its first months cheaper", async () => {
    const { owner, world, controls } = shop;
    const practiceId = world.otherPracticeId;
    await owner.entitlement.deleteMany({ where: { practiceId } });
    const coupon = await stripe().coupons.create({ percent_off: 50, duration: "repeating", duration_in_months: 3 });
    await stripe().promotionCodes.create({ promotion: { type: "coupon", coupon: coupon.id }, code: "WELCOME" });
    const { billing } = world.as("otherOwner");
    const fields = { practiceId, interval: "MONTH" as const, email: "billing@other.example", name: "Northside" };
    const { url } = await billing.checkout(fields);
    const taxed = { code: "welcome", taxType: "eu_vat", taxValue: "ESX1234567X", country: "ES" };
    await controls.payCheckout(url.split("/").at(-1) ?? "", { number: "4242424242424242", ...taxed });
    await billing.returned({ practiceId });
    const { invoices, subscription } = await billing.page({ practiceId });
    expect(subscription).toMatchObject({ status: "active", unitAmount: 2_900 });
    expect(invoices[0]).toMatchObject({ status: "paid", total: (2_900 * (subscription?.quantity ?? 0)) / 2 });
    const { customerId } = await owner.billingAccount.findUniqueOrThrow({ where: { practiceId } });
    const ids = await stripe().customers.listTaxIds(customerId ?? "");
    expect(ids.data).toMatchObject([{ type: "eu_vat", value: "ESX1234567X" }]);
  });
});
