import { afterEach, describe, expect, it, vi } from "vitest";

/** How many hashes are worked on at this moment, and the most that ever were. */
const busy = vi.hoisted(() => ({ now: 0, most: 0 }));
vi.mock("@node-rs/argon2", async (importOriginal) => {
  const real = await importOriginal<typeof import("@node-rs/argon2")>();
  const counted = async <Result>(work: Promise<Result>): Promise<Result> => {
    busy.now += 1;
    busy.most = Math.max(busy.most, busy.now);
    return work.finally(() => {
      busy.now -= 1;
    });
  };
  return {
    ...real,
    hash: (...given: Parameters<typeof real.hash>) => counted(real.hash(...given)),
    verify: (...given: Parameters<typeof real.verify>) => counted(real.verify(...given)),
  };
});
const { hashPassword, verifyPassword } = await import("./passwords");

describe("a stored password", () => {
  afterEach(() => {
    busy.most = 0;
  });

  it("is argon2id with at least 19 MiB, two passes and one lane, as its own text says", async () => {
    const stored = await hashPassword("quiet harbour lantern 71");
    const [, kind, version, costs = ""] = stored.split("$");
    expect([kind, version]).toEqual(["argon2id", "v=19"]);
    const {
      m = 0,
      t = 0,
      p = 0,
    } = Object.fromEntries(costs.split(",").map((cost) => [cost.charAt(0), Number(cost.slice(2))]));
    expect(m).toBeGreaterThanOrEqual(19_456);
    expect(t).toBeGreaterThanOrEqual(2);
    expect(p).toBe(1);
  });

  it("has a salt of its own, and opens to the same letters however they are composed", async () => {
    const [one, other] = await Promise.all([hashPassword("caf\u00e9 harbour"), hashPassword("caf\u00e9 harbour")]);
    expect(one).not.toBe(other);
    expect(await verifyPassword(one, "cafe\u0301 harbour")).toBe(true);
    expect(await verifyPassword(one, "cafe harbour")).toBe(false);
  });

  it("is worked on four at a time at most, hashing and verifying together", async () => {
    const stored = await hashPassword("quiet harbour lantern 71");
    const work = Array.from({ length: 12 }, (_, index) =>
      index % 2 ? hashPassword("another one") : verifyPassword(index % 4 ? stored : undefined, "a guess"),
    );
    await Promise.all(work);
    expect(busy.most).toBe(4);
  });
});
