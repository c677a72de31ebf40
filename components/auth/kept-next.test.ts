import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { forgetNext, keepNext, keptNext } from "./kept-next";

let stored: Map<string, string>;
beforeEach(() => {
  stored = new Map();
  const localStorage = {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
    removeItem: (key: string) => stored.delete(key),
  };
  vi.stubGlobal("window", { localStorage });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe("where one wanted to go, kept for the link of a mail", () => {
  it("is there in the browser that asked until somebody arrives or leaves", () => {
    keepNext("/couple/1/me?from=mail");
    expect(keptNext()).toBe("/couple/1/me?from=mail");
    forgetNext();
    expect([keptNext(), stored.size]).toEqual(["/home", 0]);
  });

  it("is the last one only: asking again from the start forgets an older one", () => {
    keepNext("/couple/1");
    keepNext("/home");
    expect([keptNext(), stored.size]).toEqual(["/home", 0]);
  });

  it("never leads off this site, whatever lies in the storage", () => {
    for (const path of ["//elsewhere.example/", "/\\elsewhere.example/", "https://elsewhere.example/", "/sign-in"]) {
      stored.set("next", path);
      expect(keptNext()).toBe("/home");
    }
  });

  it("is home where the browser keeps nothing", () => {
    vi.stubGlobal("window", {
      get localStorage() {
        throw new Error("refused");
      },
    });
    keepNext("/couple/1");
    expect(keptNext()).toBe("/home");
  });
});
