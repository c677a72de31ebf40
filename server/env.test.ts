import { describe, expect, it } from "vitest";
import { officialRegistry, officialStripe, readEnv } from "./env";

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

describe("the keys of Stripe", () => {
  const keys = { STRIPE_SECRET_KEY: "sk_test_1a2b", STRIPE_WEBHOOK_SECRET: "whsec_1a2b" };
  const withStripe = (more: Record<string, string>) => () => readEnv({ ...complete, ...keys, ...more });

  it("are both there or neither, and speak to Stripe itself", () => {
    expect(readEnv(complete).STRIPE_SECRET_KEY).toBeUndefined();
    expect(withStripe({})().STRIPE_API_URL).toBe(officialStripe);
    expect(() => readEnv({ ...complete, STRIPE_SECRET_KEY: keys.STRIPE_SECRET_KEY })).toThrow(/STRIPE_WEBHOOK_SECRET/);
    expect(withStripe({ STRIPE_SECRET_KEY: "pk_test_1a2b" })).toThrow(/STRIPE_SECRET_KEY/);
  });

  it("speak to a stand-in only on the loopback, for tests and the demo, and never with a live key", () => {
    const local = { STRIPE_API_URL: "http://127.0.0.1:4000" };
    expect(withStripe({ ...local, NODE_ENV: "test" })().STRIPE_API_URL).toBe(local.STRIPE_API_URL);
    expect(withStripe({ ...local, NODE_ENV: "production", RECONNECT_DEMO: "1" })().STRIPE_API_URL).toBe(
      local.STRIPE_API_URL,
    );
    expect(withStripe({ ...local, NODE_ENV: "production", RECONNECT_DEMO: "0" })).toThrow(/STRIPE_API_URL/);
    expect(withStripe({ ...local, NODE_ENV: "test", STRIPE_SECRET_KEY: "sk_live_1a2b" })).toThrow(/STRIPE_API_URL/);
    for (const url of ["https://stripe.example", "http://10.0.0.1", "http://127.0.0.1.example"])
      expect(withStripe({ NODE_ENV: "test", RECONNECT_DEMO: "1", STRIPE_API_URL: url })).toThrow(/STRIPE_API_URL/);
  });
});
