import Stripe from "stripe";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { POST } from "@/app/api/stripe/webhook/route";
import { now } from "@/server/clock";
import { syncSubscription } from "@/server/features/billing/commands/sync";
import { drainBilling } from "@/server/jobs/sync-billing";
import { stripe } from "@/server/stripe/client";
import { type Paying, paying } from "@/tests/factories/paying";

let shop: Paying;
beforeAll(async () => {
  shop = await paying();
  await shop.subscribe();
});
afterAll(() => shop.close());

const ids = () => ({ practiceId: shop.practiceId });
const account = () => shop.owner.billingAccount.findUniqueOrThrow({ where: ids() });
const eventOf = (customer: string, more: object = {}) =>
  JSON.stringify({
    ...{ id: `evt_${uuidv7()}`, object: "event", type: "customer.subscription.updated", livemode: false },
    data: { object: { id: "sub_1", object: "subscription", customer } },
    ...more,
  });
const seconds = (ahead = 0) => Math.floor(now().getTime() / 1_000) + ahead;
const signed = (payload: string, timestamp = seconds(), secret = shop.standIn.webhookSecret) =>
  Stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp });
const post = async (body: string, signature: string | null) => {
  const headers = signature === null ? undefined : { "stripe-signature": signature };
  return (await POST(new Request("http://localhost/api/stripe/webhook", { method: "POST", body, headers }))).status;
};
/** What a webhook may write. */
const written = async () => {
  const { syncWanted, syncDueAt } = await account();
  return [await shop.owner.billingEvent.count(), syncWanted, syncDueAt];
};

describe("the webhook", () => {
  it("writes an event down and makes a sync due, once however often it comes", async () => {
    const { customerId, syncWanted } = await account();
    const [before] = await written();
    const body = eventOf(customerId ?? "");
    const answers = await Promise.all(Array.from({ length: 5 }, () => post(body, signed(body))));
    expect(answers).toEqual([200, 200, 200, 200, 200]);
    expect((await written()).slice(0, 2)).toEqual([Number(before) + 1, syncWanted + 1]);
    expect((await account()).syncDueAt).not.toBeNull();
    await drainBilling();
    expect((await account()).syncDueAt).toBeNull();
  });

  it("refuses a thousand bad signatures quickly, and writes nothing", async () => {
    const { customerId } = await account();
    const body = eventOf(customerId ?? "");
    const bad = [
      null,
      "",
      "rubbish",
      `t=${seconds()},v1=${"0".repeat(64)}`,
      signed(body, seconds(), "whsec_other"),
      signed(`${body} `),
      signed(body, seconds(-301)),
      signed(body, seconds(3_600)),
      signed(body).replace(/^t=\d+/, `t=${seconds(1)}`),
      signed(body).replace("v1=", "v0="),
    ];
    const before = await written();
    const began = performance.now();
    const statuses = new Set<number>();
    for (let round = 0; round < 100; round++)
      for (const status of await Promise.all(bad.map((one) => post(body, one)))) statuses.add(status);
    const each = (performance.now() - began) / 1_000;
    expect([...statuses]).toEqual([400]);
    expect(await written()).toEqual(before);
    expect(each).toBeLessThan(20);
  });

  it("takes what was signed within five minutes, either way", async () => {
    const body = eventOf("cus_nobody");
    expect([await post(body, signed(body, seconds(-295))), await post(body, signed(body, seconds(295)))]).toEqual([
      200, 200,
    ]);
  });

  it("refuses events of the live mode, and bodies that are too long, before anything else", async () => {
    const { customerId } = await account();
    const live = eventOf(customerId ?? "", { livemode: true });
    const long = eventOf(customerId ?? "", { padding: "x".repeat(300_000) });
    const before = await written();
    expect([await post(live, signed(live)), await post(long, signed(long))]).toEqual([400, 400]);
    expect(await written()).toEqual(before);
  });

  it("answers 200 to what is about nobody here, so that it is not sent again", async () => {
    const none = JSON.stringify({
      id: "evt_x",
      object: "event",
      livemode: false,
      data: { object: { object: "product" } },
    });
    const other = eventOf("cus_other");
    const { syncWanted } = await account();
    expect([await post(none, signed(none)), await post(other, signed(other))]).toEqual([200, 200]);
    expect((await account()).syncWanted).toBe(syncWanted);
  });
});

describe("a sync that is overtaken", () => {
  it("overwrites nothing of what the later one learnt", async () => {
    const { customerId, subscriptionId } = await account();
    const ask = () => syncSubscription(customerId ?? "");
    const cancel = (atEnd: boolean) =>
      stripe().subscriptions.update(subscriptionId ?? "", { cancel_at_period_end: atEnd });
    // The slow one knows the subscription as it was, and waits half a second for its last answer.
    await shop.controls.outage({ kind: "reset", times: 1, only: "GET /v1/customers" });
    const slow = ask();
    const lost = async () => (await shop.controls.requests()).some((one) => one.status === 0);
    await expect.poll(lost, { interval: 5 }).toBe(true);
    await cancel(true);
    expect(await ask()).toContain("cancelAt");
    expect((await account()).cancelAt).not.toBeNull();
    await slow;
    expect((await account()).cancelAt).not.toBeNull();
    await cancel(false);
    await shop.controls.webhooksIdle();
    await drainBilling();
    expect((await account()).cancelAt).toBeNull();
  });
});

/** Ten more of the staff, who do not treat yet. */
async function tenMore(): Promise<string[]> {
  const people = Array.from({ length: 10 }, () => uuidv7());
  const { practiceId } = shop;
  const [createdAt, startedAt] = [now(), now()];
  await shop.owner.person.createMany({
    data: people.map((id, index) => ({ practiceId, id, displayName: `New ${index}`, createdAt })),
  });
  await shop.owner.staffRole.createMany({
    data: people.map((personId) => ({ practiceId, personId, role: "COORDINATOR", startedAt })),
  });
  return people;
}
const setRoles = (personId: string, roles: ("COORDINATOR" | "THERAPIST")[]) =>
  shop.world.as("owner").staff.saveRoles({ ...ids(), personId, roles });
const quantityAtStripe = async () => {
  const subscription = await stripe().subscriptions.retrieve((await account()).subscriptionId ?? "");
  return subscription.items.data[0]?.quantity;
};

describe("seats", () => {
  it("ten changed at once, by three workers, end in the right number", async () => {
    const people = await tenMore();
    await Promise.all(people.map((one) => setRoles(one, ["COORDINATOR", "THERAPIST"])));
    await Promise.all([drainBilling(), drainBilling(), drainBilling()]);
    expect([await quantityAtStripe(), (await shop.page()).seats]).toMatchObject([
      15,
      { therapists: 15, waiting: null },
    ]);
    const back = people.slice(0, 7);
    const changes = Promise.all(back.map((one) => setRoles(one, ["COORDINATOR"])));
    await Promise.all([drainBilling(), changes, drainBilling()]);
    await shop.after(1);
    expect([await quantityAtStripe(), (await shop.page()).subscription?.quantity]).toEqual([8, 8]);
    const operations = await shop.owner.seatOperation.findMany({ where: ids(), orderBy: { number: "asc" } });
    expect(operations.map((one) => one.number)).toEqual(operations.map((_, index) => index + 1));
    expect(operations.filter((one) => one.state === "WAITING")).toEqual([]);
    expect(operations.at(-1)).toMatchObject({ wanted: 8, state: "DONE" });
  });

  it("are changed once where the answer was lost: the second try has its own key and changes nothing more", async () => {
    await shop.controls.outage({ kind: "reset", after: true, times: 1, only: "POST /v1/subscription_items" });
    const { id } = shop.world.people.coordinator;
    await setRoles(id, ["COORDINATOR", "THERAPIST"]);
    await drainBilling();
    expect(await quantityAtStripe()).toBe(9);
    await setRoles(id, ["COORDINATOR"]);
    await shop.after(2);
    expect(await quantityAtStripe()).toBe(8);
  });
});

describe("while Stripe does not answer", () => {
  it("the practice works, its owner is told, and all catches up after", async () => {
    const { coordinator } = shop.world.people;
    await shop.controls.outage({ kind: "500" });
    await setRoles(coordinator.id, ["COORDINATOR", "THERAPIST"]);
    await drainBilling();
    const page = await shop.page();
    expect([page.standing.plan, page.seats.waiting?.wanted, page.invoices.length]).toEqual([
      "PRACTICE",
      9,
      expect.any(Number),
    ]);
    expect(page.seats.waiting?.fault).toEqual(expect.any(String));
    const banner = async (who: "owner" | "therapist") => (await shop.world.as(who).billing.banner(ids())).banner;
    expect([(await banner("owner"))?.kind, await banner("therapist")]).toEqual(["BEHIND", null]);
    expect(await shop.world.as("owner").billing.returned(ids())).toEqual({ synced: false });
    await expect(shop.world.as("owner").billing.portal(ids())).rejects.toThrow("BILLING_UNAVAILABLE");
    await expect(shop.world.as("therapist").caseload.page(ids())).resolves.toBeDefined();
    await shop.controls.recover();
    await shop.after(4);
    expect([await quantityAtStripe(), (await shop.page()).seats.waiting, await banner("owner")]).toEqual([
      9,
      null,
      null,
    ]);
  });
});

describe("what Stripe learns", () => {
  it("is the practice's id, its number of therapists and where invoices go: nobody's name, no couple, no other address", async () => {
    const sent = (await shop.controls.requests())
      .map(({ path, form }) => decodeURIComponent(`${path} ${form}`))
      .join("\n");
    const { people } = shop.world;
    const names = [...Object.values(people).map((one) => one.name), "Harbor", "Northside"];
    const known = await shop.owner.$queryRaw<{ id: string }[]>`SELECT id FROM couple UNION SELECT id FROM person`;
    for (const word of [...names, ...known.map((one) => one.id), ...Object.values(shop.world.words), "canary"])
      expect([word, sent.includes(word)]).toEqual([word, false]);
    expect(sent.match(/[\w.]+@[\w.]+/g)?.filter((one) => one !== "billing@test.example")).toEqual([]);
    expect(sent).toContain(`metadata[practice_id]=${shop.practiceId}`);
  });
});
