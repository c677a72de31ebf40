import { afterAll, beforeAll, expect, it } from "vitest";
import { revokeSession } from "@/server/auth/sessions";
import { type TwoPractices, twoPractices } from "@/tests/factories/two-practices";
import { liveStream } from "./stream";

let world: TwoPractices;
beforeAll(async () => {
  world = await twoPractices();
});
afterAll(() => world.close());

type Who = "alex" | "sam";
async function follow(who: Who) {
  const stream = await liveStream(world.secrets[who], world.couple.id);
  const reader = stream?.getReader();
  if (!reader) throw new Error("no stream");
  const decoder = new TextDecoder();
  /** The next event that is said, or the end. */
  const next = async (): Promise<string> => {
    const { value, done } = await reader.read();
    if (done) return "end";
    const text = decoder.decode(value);
    return text.startsWith("event:") ? text.trim() : next();
  };
  return { next, leave: () => reader.cancel() };
}
const promise = (who: Who, readers: "PRIVATE" | "SHARED") =>
  world.as(who).tools.add({
    ...{ coupleId: world.couple.id, occurrenceId: world.open[who][0]?.id ?? "", clientId: crypto.randomUUID() },
    ...{ block: "promises", kind: "promise", readers },
    body: { v: 1, what: "canary-live", by: "2031-01-01", state: "open" },
  });

it("is open to a partner of the couple and to nobody else", async () => {
  for (const name of ["otherPartner", "therapist", "owner", "revoked"] as const)
    expect(await liveStream(world.secrets[name], world.couple.id)).toBeNull();
  expect(await liveStream("no such secret", world.couple.id)).toBeNull();
  expect(await liveStream(world.secrets.alex, world.secondCouple.id)).toBeNull();
});

it("says that something changed when a share has reached the partner, and nothing of what is private", async () => {
  // The first word that anybody hears is that the process has begun to listen.
  const first = await follow("alex");
  await first.next();
  await first.leave();
  const alex = await follow("alex");
  const sam = await follow("sam");
  await promise("alex", "PRIVATE");
  expect(await alex.next()).toContain("changed");
  const heard = sam.next();
  const early = await Promise.race([heard, alexAgain()]);
  expect(early).toBe("alex only");
  await promise("alex", "SHARED");
  expect(await heard).toMatch(/^event: changed\ndata:$/);
  await Promise.all([alex.leave(), sam.leave()]);

  async function alexAgain(): Promise<string> {
    await promise("alex", "PRIVATE");
    await alex.next();
    return "alex only";
  }
});

it("ends with its session, at once", async () => {
  const sam = await follow("sam");
  await revokeSession(world.secrets.sam);
  expect(await sam.next()).toBe("end");
});
