import { beforeAll, describe, expect, it } from "vitest";
import { strategies } from "@/content/strategies";
import { buildDemo } from "./harbor-and-northside";

const at = new Date("2026-11-24T15:00:00Z");

describe("the demo", () => {
  let made: Awaited<ReturnType<typeof buildDemo>>["rows"]["entry"];
  beforeAll(async () => {
    made = (await buildDemo(at)).rows.entry.filter(({ assignmentId }) => assignmentId);
  });

  it("has something in the tool of every strategy", () => {
    const used = new Set(made.map(({ block }) => block));
    for (const { key, blocks } of strategies) expect([key, blocks.some(({ id }) => used.has(id))]).toEqual([key, true]);
  });

  it("has a practice that pays nothing, and one whose trial leaves too little time for a free beginning", async () => {
    const { entitlement } = (await buildDemo(at)).rows;
    expect(entitlement.map((one) => one.reason)).toEqual(["GIVEN", "TRIAL"]);
    const left = new Date(entitlement[1]?.endsAt ?? at).getTime() - at.getTime();
    expect([left > 24 * 3_600_000, left < 48 * 3_600_000]).toEqual([true, true]);
  });

  it("tells of nothing that has not been yet", () => {
    const instants = made.flatMap(({ createdAt, updatedAt, revealedAt }) => [createdAt, updatedAt, revealedAt ?? at]);
    for (const instant of instants) expect(new Date(instant).getTime()).toBeLessThanOrEqual(at.getTime());
  });

  it("shows every state of a mutual answer: opened to both, and kept until there is another", () => {
    const mutual = made.filter(({ gate }) => gate === "MUTUAL");
    expect(mutual.filter(({ revealedAt }) => revealedAt).length).toBeGreaterThan(8);
    expect(mutual.filter(({ revealedAt }) => !revealedAt).length).toBeGreaterThan(2);
    for (const { once, block, revealedAt, authorId } of mutual.filter((row) => row.revealedAt))
      expect(
        mutual.some(
          (other) =>
            other.once === once &&
            other.block === block &&
            other.authorId !== authorId &&
            other.revealedAt === revealedAt,
        ),
      ).toBe(true);
  });
});
