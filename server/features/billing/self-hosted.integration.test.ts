import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { POST } from "@/app/api/stripe/webhook/route";
import { ownerClient } from "@/prisma/seed/owner";
import { AppError } from "@/server/errors";
import { sweepBilling } from "@/server/jobs/sweep-billing";
import { drainBilling, reconcileBilling } from "@/server/jobs/sync-billing";
import { type TwoPractices, twoPractices } from "@/tests/factories/two-practices";

let world: TwoPractices;
beforeAll(async () => {
  world = await twoPractices();
  // Neither a trial nor anything given: only that nobody pays here is left.
  const owner = ownerClient(world.ownerUrl);
  await owner.entitlement.deleteMany();
  await owner.$disconnect();
});
afterAll(() => world.close());

const ids = () => ({ practiceId: world.practiceId });

describe("an installation without Stripe's keys", () => {
  it("says so on the billing page, and puts no line about money above any other", async () => {
    const page = await world.as("owner").billing.page(ids());
    expect(page.mode).toBe("SELF_HOSTED");
    expect(page.standing).toEqual({ plan: "PRACTICE", reason: "SELF_HOSTED", until: null, trouble: null });
    expect([page.subscription, page.solo, page.invoices]).toEqual([null, null, []]);
    expect(await world.as("owner").billing.banner(ids())).toEqual({ banner: null });
  });

  it("takes couples and therapists past what Solo holds, with nothing bought", async () => {
    for (let couple = 0; couple < 4; couple++)
      await world.as("therapist").invitations.inviteCouple({
        ...{ ...ids(), clientId: crypto.randomUUID(), personId: world.people.therapist.id, policy: "NO_SECRETS" },
        partners: ["One", "Two"].map((name) => ({ by: "room" as const, name, email: "", locale: "en" as const })),
      });
    await world.as("owner").invitations.inviteStaff({
      ...{ ...ids(), clientId: crypto.randomUUID(), name: "Quinn", email: "quinn@test.example" },
      ...{ locale: "en", roles: ["THERAPIST"] },
    });
  });

  it("has nothing to pay, to compare or to tell, and no webhook", async () => {
    const fields = { ...ids(), interval: "MONTH", email: "books@test.example", name: "" } as const;
    const refusal = await world
      .as("owner")
      .billing.checkout(fields)
      .catch((error: Error) => error.cause);
    expect(refusal instanceof AppError && refusal.code).toBe("CLOSED");
    expect(await drainBilling()).toBe(0);
    expect(await reconcileBilling()).toEqual({ compared: 0, mended: 0, failed: 0 });
    expect(await sweepBilling()).toBe(0);
    const event = new Request("http://localhost/api/stripe/webhook", { method: "POST", body: "{}" });
    expect((await POST(event)).status).toBe(404);
  });
});
