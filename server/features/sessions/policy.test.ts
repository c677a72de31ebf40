import { expect, it } from "vitest";
import { demoIsOffered } from "./policy";

it("offers demo accounts only where the demo was seeded, on this machine", () => {
  const offered = (RECONNECT_DEMO: "0" | "1", PUBLIC_URL: string) => demoIsOffered({ RECONNECT_DEMO, PUBLIC_URL });
  expect([offered("1", "http://localhost:3000"), offered("1", "http://127.0.0.1:3000")]).toEqual([true, true]);
  expect([offered("0", "http://localhost:3000"), offered("1", "https://reconnect.example")]).toEqual([false, false]);
});
