import { describe, expect, it } from "vitest";
import { type Follower, Hub } from "./hub";

function follower(personId: string, sessionId: string, holds = async () => true) {
  const heard: string[] = [];
  const one: Follower = {
    personId,
    sessionId,
    holds,
    tell: () => heard.push("changed"),
    close: () => heard.push("closed"),
  };
  return { one, heard };
}

describe("the hub of live pages", () => {
  it("tells on its beat, once, and only the person whom a topic names", async () => {
    const hub = new Hub();
    const alex = follower("alex", "s1");
    const sam = follower("sam", "s2");
    hub.join(alex.one);
    hub.join(sam.one);
    await hub.topic("sam");
    await hub.topic("sam");
    expect(sam.heard).toEqual([]);
    hub.beat();
    hub.beat();
    expect(sam.heard).toEqual(["changed"]);
    expect(alex.heard).toEqual([]);
  });

  it("closes a stream at once when its session has ended, and leaves those of others", async () => {
    const hub = new Hub();
    const ended = follower("alex", "s1", async () => false);
    const other = follower("alex", "s2");
    hub.join(ended.one);
    hub.join(other.one);
    await hub.topic("s1");
    expect(ended.heard).toEqual(["closed"]);
    expect(hub.size).toBe(1);
    hub.missed();
    hub.beat();
    expect(other.heard).toEqual(["changed"]);
  });

  it("takes a failing proof for none", async () => {
    const hub = new Hub();
    const gone = follower("alex", "s1", () => Promise.reject(new Error("no database")));
    hub.join(gone.one);
    await hub.recheck();
    expect(gone.heard).toEqual(["closed"]);
  });

  it("closes a stream once, however many looks find its session gone, and not at all when it has left meanwhile", async () => {
    const hub = new Hub();
    const ended = follower("alex", "s1", async () => false);
    hub.join(ended.one);
    await Promise.all([hub.recheck(), hub.topic("s1")]);
    expect(ended.heard).toEqual(["closed"]);
    const left = follower("sam", "s2", async () => {
      leave();
      return false;
    });
    const leave = hub.join(left.one);
    await hub.recheck();
    expect(left.heard).toEqual([]);
  });

  it("forgets whoever has left", () => {
    const hub = new Hub();
    const { one, heard } = follower("alex", "s1");
    hub.join(one)();
    hub.missed();
    hub.beat();
    expect([hub.size, heard]).toEqual([0, []]);
  });
});
