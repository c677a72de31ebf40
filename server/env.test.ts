import { describe, expect, it } from "vitest";
import { officialRegistry, readEnv } from "./env";

const complete = { ...process.env, NPPES_URL: undefined };
const withRegistry = (url: string, more: Record<string, string>) => () =>
  readEnv({ ...complete, ...more, NPPES_URL: url });

describe("the address of the national registry", () => {
  it("is the official one where nothing is said", () => {
    expect(readEnv(complete).NPPES_URL).toBe(officialRegistry);
    expect(withRegistry(officialRegistry, { NODE_ENV: "production" })().NPPES_URL).toBe(officialRegistry);
  });

  it("is another only on the loopback, for tests and the demo", () => {
    const local = "http://127.0.0.1:4000";
    expect(withRegistry(local, { NODE_ENV: "test" })().NPPES_URL).toBe(local);
    expect(withRegistry(local, { NODE_ENV: "production", RECONNECT_DEMO: "1" })().NPPES_URL).toBe(local);
    expect(withRegistry(local, { NODE_ENV: "production", RECONNECT_DEMO: "0" })).toThrow(/NPPES_URL/);
    for (const url of [
      "https://registry.example",
      "http://10.0.0.1",
      "http://127.0.0.1.example",
      "ftp://localhost",
      "x",
    ])
      expect(withRegistry(url, { NODE_ENV: "test", RECONNECT_DEMO: "1" })).toThrow(/NPPES_URL/);
  });
});
