import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { worldPlan } from "../factories/generated-world";
import { rules } from "./rules";
import { type Court, openCourt } from "./rules/worlds";
import { tenant } from "./tables";

let court: Court;
beforeAll(async () => {
  court = await openCourt();
});
afterAll(() => court.close());

describe("the privacy rules", () => {
  it("speak of every table that holds a practice's rows", () => {
    expect(Object.keys(rules).sort()).toEqual([...tenant].sort());
  });

  it("are what the database does for everyone of two practices", async () => {
    const { people, secrets, practiceId, otherPracticeId } = court.home;
    const everyone = Object.entries(people).map(([name, { userId }]) => ({
      userId,
      secret: secrets[name as keyof typeof people],
    }));
    expect(await court.judge([practiceId, otherPracticeId], everyone)).toEqual([]);
  });

  it("are what it does in any world: reading, adding, changing each column, removing", async () => {
    await fc.assert(
      fc.asyncProperty(worldPlan, async (plan) => {
        expect(await court.judgeNew(plan)).toEqual([]);
      }),
      { numRuns: 3, endOnFailure: true },
    );
  }, 120_000);

  it("would be missed if one of them were broken", async () => {
    const { people, secrets, practiceId } = court.home;
    const sam = { userId: people.sam.userId, secret: secrets.sam };
    await court.break("ALTER POLICY app_read ON pulse USING (practice_id = (SELECT guard.app_practice()))");
    await court.break("ALTER POLICY app_update ON entry USING (practice_id = (SELECT guard.app_practice()))");
    const wrong = await court.judge([practiceId], [sam]);
    expect(wrong).toEqual(expect.arrayContaining([expect.stringMatching(/: pulse: shows /)]));
    expect(wrong).toEqual(
      expect.arrayContaining([expect.stringMatching(/UPDATE public.entry SET visibility = 'PRIVATE'/)]),
    );
  });
});
