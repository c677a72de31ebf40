import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addDays, civilDate, now } from "@/server/clock";
import { AppError } from "@/server/errors";
import { recheck } from "@/server/jobs/reminder-mails";
import { sweepBilling } from "@/server/jobs/sweep-billing";
import { stripe } from "@/server/stripe/client";
import { type Paying, paying } from "@/tests/factories/paying";

let shop: Paying;
beforeAll(async () => {
  shop = await paying();
});
afterAll(() => shop.close());

const ids = () => ({ practiceId: shop.practiceId });
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "ok",
    (error: { cause?: unknown }) => (error.cause instanceof AppError ? error.cause.code : String(error)),
  );
const assignTo = (who: "therapist" | "second") => {
  const couple = who === "therapist" ? shop.world.couple : shop.world.secondCouple;
  const startsOn = addDays(civilDate(now(), "America/New_York"), 1);
  return shop.world.as(who).homework.assign({
    ...{ ...ids(), coupleId: couple.id, clientId: crypto.randomUUID(), strategyKey: "listen-actively", mode: "EACH" },
    personIds: couple.partners.map((one) => one.id),
    ...{ knownToBoth: true, cadence: { every: "week", times: 1 }, startsOn, endsOn: null, note: "" },
  });
};
const colleague = (roles: ("THERAPIST" | "COORDINATOR")[]) =>
  shop.world.as("owner").invitations.inviteStaff({
    ...{ ...ids(), clientId: crypto.randomUUID(), name: "Quinn", email: `${crypto.randomUUID()}@test.example` },
    ...{ locale: "en", roles },
  });
const newCouple = () =>
  shop.world.as("therapist").invitations.inviteCouple({
    ...{ ...ids(), clientId: crypto.randomUUID(), personId: shop.world.people.therapist.id, policy: "NO_SECRETS" },
    partners: ["One", "Two"].map((name) => ({ by: "room" as const, name, email: "", locale: "en" as const })),
  });
const mails = async (kind: "TRIAL_ENDING" | "PAYMENT_FAILED") =>
  (await shop.owner.reminder.findMany({ where: { ...ids(), kind }, orderBy: { createdAt: "asc" } })).map(
    ({ subject, personId }) => [subject, personId === shop.world.people.owner.id],
  );

describe("a trial that ends", () => {
  it("is told to owners seven, three and one days before, once each", async () => {
    const first = civilDate(shop.startsAt, "UTC");
    for (const day of [22, 23.5, 24, 27.5, 28, 29.5]) {
      await shop.after(day);
      await sweepBilling();
      await sweepBilling();
    }
    expect(await mails("TRIAL_ENDING")).toEqual([7, 3, 1].map((days) => [`${first}:${days}`, true]));
  });

  it("is not told any more to who pays meanwhile, or once a later step was reached", async () => {
    const rows = await shop.owner.reminder.findMany({ where: { ...ids(), kind: "TRIAL_ENDING" } });
    const claimed = rows.map((row) => ({ ...row, claim: "" }));
    const verdicts = async () =>
      (await recheck(shop.practiceId, claimed)).map((one) => ("ready" in one ? "sent" : one.outcome.state));
    expect((await verdicts()).toSorted()).toEqual(["SKIPPED", "SKIPPED", "sent"]);
    await shop.owner.entitlement.createMany({
      data: [{ ...ids(), reason: "GIVEN", subject: "", plan: "PRACTICE", startsAt: shop.startsAt }],
    });
    expect(await verdicts()).toEqual(["SKIPPED", "SKIPPED", "SKIPPED"]);
    await shop.owner.entitlement.deleteMany({ where: { ...ids(), reason: "GIVEN" } });
  });
});

describe("a practice on Solo that has more than it holds", () => {
  beforeAll(() => shop.after(31));

  it("takes no further therapist, and no further couple, but whoever coordinates", async () => {
    expect((await shop.page()).standing).toMatchObject({ plan: "SOLO", reason: "NONE" });
    expect(await codeOf(colleague(["THERAPIST"]))).toBe("PLAN_NEEDED");
    expect(await codeOf(colleague(["COORDINATOR"]))).toBe("ok");
    const { coordinator } = shop.world.people;
    const roles = ["COORDINATOR", "THERAPIST"] as ("COORDINATOR" | "THERAPIST")[];
    expect(await codeOf(shop.world.as("owner").staff.saveRoles({ ...ids(), personId: coordinator.id, roles }))).toBe(
      "PLAN_NEEDED",
    );
    expect(await codeOf(newCouple())).toBe("PLAN_NEEDED");
  });

  it("goes on with the couples that the owner chooses; the others stay readable, and what runs with them goes on", async () => {
    const { world } = shop;
    const { couple, secondCouple } = world;
    const { solo } = await shop.page();
    const running = solo?.couples.map((one) => one.coupleId) ?? [];
    expect([solo?.limit, solo?.chosen, running.length > 3]).toEqual([3, false, true]);
    const others = running.filter((one) => one !== couple.id && one !== secondCouple.id);
    const choose = (coupleIds: string[]) => world.as("owner").billing.chooseCouples({ ...ids(), coupleIds });
    await choose([secondCouple.id, ...others.slice(0, 2)]);
    expect(await codeOf(assignTo("second"))).toBe("ok");
    expect(await codeOf(assignTo("therapist"))).toBe("PLAN_NEEDED");
    await expect(world.as("therapist").couples.page({ ...ids(), coupleId: couple.id })).resolves.toBeDefined();
    await expect(world.as("alex").homework.today({ coupleId: couple.id })).resolves.toBeDefined();
    const { id: assignmentId } = await shop.owner.assignment.findFirstOrThrow({
      where: { coupleId: couple.id, state: "ACTIVE" },
    });
    await expect(
      world.as("therapist").homework.pause({ ...ids(), coupleId: couple.id, assignmentId }),
    ).resolves.toEqual({});
    await choose([couple.id]);
    expect(await codeOf(assignTo("therapist"))).toBe("ok");
    expect((await shop.page()).solo?.couples[0]).toMatchObject({ coupleId: couple.id, chosen: true, goesOn: true });
    expect(await codeOf(choose([...running.slice(0, 3), couple.id]))).not.toBe("ok");
    expect(await codeOf(choose([world.otherCouple.id]))).toBe("NOT_FOUND");
  });

  it("has everything again as soon as it pays, at once when the trial is over", async () => {
    await shop.subscribe("YEAR");
    const { standing, subscription, invoices } = await shop.page();
    expect([standing.reason, subscription?.status, invoices[0]?.status]).toEqual(["SUBSCRIPTION", "active", "paid"]);
    expect([await codeOf(assignTo("second")), await codeOf(newCouple())]).toEqual(["ok", "ok"]);
    expect(await codeOf(colleague(["THERAPIST"]))).toBe("ok");
  });
});

describe("a payment that failed", () => {
  it("is told to owners on its days, and not once it was settled", async () => {
    const { customerId } = await shop.owner.billingAccount.findUniqueOrThrow({ where: ids() });
    await shop.controls.declineCards(customerId ?? "", true);
    for (const day of [0.2, 1, 3.2, 7.2, 12, 13.2, 14.2]) {
      await shop.after(31 + 365 + day);
      await sweepBilling();
    }
    const told = await mails("PAYMENT_FAILED");
    expect(told.map(([subject]) => Number(String(subject).split(":").at(-1)))).toEqual([0, 3, 7, 13]);
    expect(told.every(([, toOwner]) => toOwner)).toBe(true);
    expect(new Set(told.map(([subject]) => String(subject).split(":").slice(0, 2).join())).size).toBe(1);
    const { failingSince } = await shop.owner.billingAccount.findUniqueOrThrow({ where: ids() });
    expect(told[0]?.[0]).toContain(civilDate(failingSince ?? now(), "UTC"));
  });

  it("leaves the way to Solo open: cancelling ends the subscription at once", async () => {
    await shop.world.as("owner").billing.cancel({ ...ids(), clientId: crypto.randomUUID() });
    const { standing, subscription } = await shop.page();
    expect([standing, subscription?.live]).toMatchObject([{ plan: "SOLO", trouble: null }, false]);
    const { data } = await stripe().subscriptions.list({ status: "all" });
    expect(data.map((one) => one.status)).toEqual(["canceled"]);
    expect((await shop.page()).invoices.map((one) => one.status)).not.toContain("open");
  });
});
