import { randomBytes, randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { type Draft, DraftStore } from "./draft-store";

const draft: Draft = {
  clientId: randomUUID(),
  result: "DONE",
  difficulty: null,
  usefulness: 4,
  visibility: "PRIVATE",
  words: "Only for me: ñ, 心.",
  editing: null,
};

let kept: Map<string, string>;
beforeEach(() => {
  kept = new Map();
  const localStorage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  vi.stubGlobal("window", { localStorage });
});

const newKey = () => randomBytes(32).toString("base64");

describe("a draft on the phone", () => {
  it("comes back as it was, and lies there sealed", async () => {
    const store = new DraftStore(newKey(), "place");
    expect(await store.save(draft)).toBe(true);
    expect([...kept.values()].join()).not.toContain("Only for me");
    expect(await store.load()).toEqual(draft);
  });

  it("is sealed differently each time", async () => {
    const store = new DraftStore(newKey(), "place");
    await store.save(draft);
    const first = kept.get("place");
    await store.save(draft);
    expect(kept.get("place")).not.toBe(first);
  });

  it("opens neither under another person's key nor in another place, and is left alone there", async () => {
    const key = newKey();
    await new DraftStore(key, "place").save(draft);
    expect(await new DraftStore(newKey(), "place").load()).toBeNull();
    kept.set("elsewhere", kept.get("place") ?? "");
    expect(await new DraftStore(key, "elsewhere").load()).toBeNull();
    expect(kept.has("place")).toBe(true);
  });

  it("does not come back after it was removed while it was being sealed", async () => {
    const store = new DraftStore(newKey(), "place");
    const saving = store.save(draft);
    store.remove();
    await saving;
    expect(kept.size).toBe(0);
  });

  it("says that it is not kept where storage is full or forbidden", async () => {
    vi.stubGlobal("window", {});
    expect(await new DraftStore(newKey(), "place").save(draft)).toBe(false);
  });
});
