import { describe } from "vitest";
import { now } from "@/server/clock";
import { onlyTheseWait, waitsAlways } from "../factories/waiting-plan";

const day = 86_400_000;

describe("in a practice whose payment has been due for fifteen days", () => {
  onlyTheseWait(async ({ owner, practiceId }) => {
    const startsAt = new Date(now().getTime() - 60 * day);
    await owner.entitlement.deleteMany({ where: { practiceId } });
    const paid = { practiceId, reason: "SUBSCRIPTION", subject: "sub_1", plan: "PRACTICE", startsAt } as const;
    await owner.entitlement.createMany({ data: [paid] });
    await owner.billingAccount.updateMany({
      where: { practiceId },
      data: { subscriptionId: "sub_1", status: "past_due", failingSince: new Date(now().getTime() - 15 * day) },
    });
  }, waitsAlways);
});
