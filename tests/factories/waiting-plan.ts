import { afterAll, beforeAll, expect, it } from "vitest";
import { cases } from "../isolation/cases";
import { callAs, expected, outcomeOf } from "../isolation/walk";
import { type Paying, paying } from "./paying";

/** What waits whatever the reason: new homework, programs, and couples that would come new. */
export const waitsAlways = [
  "homework.assign",
  "invitations.inviteCouple",
  "programs.enrol",
  "programs.insert",
  "transfers.take",
];

/**
 * Walks every procedure of the product, as one of those who may call it, in a practice whose plan takes nothing new: exactly
 * the named ones are refused with PLAN_NEEDED. Whatever else there is, running homework, reading, exports, what partners do,
 * answers as it does where everything is paid.
 */
export function onlyTheseWait(begin: (shop: Paying) => Promise<void>, waits: readonly string[]): void {
  let shop: Paying;
  beforeAll(async () => {
    shop = await paying();
    await begin(shop);
  });
  afterAll(() => shop.close());

  it.each(Object.entries(cases))("%s waits for the plan, or answers as ever", async (path, one) => {
    const [actor = "anonymous"] = one.allowed;
    const outcome = await outcomeOf(callAs(shop.world, actor, path, one));
    if (waits.includes(path)) expect(outcome).toBe("PLAN_NEEDED");
    // Where money is taken these answer otherwise than in the world of their rows.
    else if (path.startsWith("billing.")) expect(outcome).not.toBe("PLAN_NEEDED");
    else expect(outcome).toBe(expected(one, actor));
  });

  it("there is none among them that no longer exists", () => {
    expect(waits.filter((path) => !(path in cases))).toEqual([]);
  });
}
