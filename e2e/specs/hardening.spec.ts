import { readdirSync, readFileSync } from "node:fs";
import { request as httpRequest } from "node:http";
import path from "node:path";
import { type APIResponse, expect, test } from "@playwright/test";
import { callProcedure } from "../fixtures/attack";
import { baseUrl } from "../fixtures/environment";
import { arrive, desk, type Person, phone } from "../fixtures/people";

/** The built product as it answers over HTTP. */
let therapist: Person;
let partner: Person;
let home = "";
let couple = "";
test.beforeAll(async ({ browser }) => {
  therapist = await arrive(browser, "therapist@harbor.example", desk);
  home = new URL(therapist.page.url()).pathname;
  partner = await arrive(browser, "mika@couple.example", phone);
  couple = new URL(partner.page.url()).pathname;
});

const header = (answer: APIResponse, name: string) => answer.headers()[name] ?? "";

test("no page behind the sign-in, and no answer of the interface, stays in a cache", async ({ request }) => {
  const pages = [home, `${home}/library`, `${home}/log`, "/home", "/account"];
  for (const page of pages)
    expect([page, header(await therapist.context.request.get(page), "cache-control")]).toEqual([
      page,
      expect.stringContaining("no-store"),
    ]);
  for (const page of [couple, `${couple}/me`, `${couple}/us`])
    expect([page, header(await partner.context.request.get(page), "cache-control")]).toEqual([
      page,
      expect.stringContaining("no-store"),
    ]);
  for (const page of ["/api/health", "/api/auth/csrf", "/api/auth/session"])
    expect([page, header(await request.get(page), "cache-control")]).toEqual([
      page,
      expect.stringContaining("no-store"),
    ]);
});

test("every page lets only scripts run that carry its own fresh nonce", async ({ request }) => {
  const nonces = new Set<string>();
  for (const page of ["/sign-up", "/sign-in", "/strategies/listen-actively/try", "/nowhere"]) {
    const answer = await request.get(page);
    const policy = header(answer, "content-security-policy");
    const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? "";
    expect(scripts).not.toMatch(/unsafe-inline|unsafe-eval|https?:|\*/);
    const nonce = /'nonce-([^']+)'/.exec(scripts)?.[1] ?? "";
    nonces.add(nonce);
    const inline = [...(await answer.text()).matchAll(/<script(?![^>]*\bsrc=)([^>]*)>/g)].map(
      (match) => match[1] ?? "",
    );
    const run = inline.filter((attributes) => !attributes.includes("application/"));
    expect(run.filter((attributes) => !attributes.includes(`nonce="${nonce}"`))).toEqual([]);
    for (const directive of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"])
      expect(policy).toContain(directive);
  }
  expect(nonces.size).toBe(4);
});

test("a public page runs one small script of ours and nothing else, and says so in its policy", async ({ request }) => {
  for (const page of [
    "/",
    "/strategies",
    "/es/strategies/listen-actively",
    "/pricing",
    "/es/pricing",
    "/privacy",
    "/security",
    "/strategies/none",
  ]) {
    const answer = await request.get(page);
    const policy = header(answer, "content-security-policy");
    expect(/script-src ([^;]*)/.exec(policy)?.[1]).toBe("'self'");
    const scripts = [...(await answer.text()).matchAll(/<script([^>]*)>/g)].map((match) => match[1] ?? "");
    const run = scripts.filter((attributes) => !attributes.includes("application/ld+json"));
    expect([page, run]).toEqual([page, page.endsWith("none") ? [] : [' src="/site.js" async=""']]);
  }
});

test("browsers are told to come by https for two years, to guess no type and to name no address", async ({
  request,
}) => {
  const answer = await request.get("/sign-in");
  expect(header(answer, "strict-transport-security")).toBe("max-age=63072000; includeSubDomains");
  expect(header(answer, "x-content-type-options")).toBe("nosniff");
  expect(header(answer, "referrer-policy")).toBe("no-referrer");
  expect(header(answer, "x-powered-by")).toBe("");
});

/** Addresses of all route handlers that change something, read from the sources. */
function changingRoutes(folder = "app"): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return changingRoutes(file);
    if (entry.name !== "route.ts") return [];
    return /\b(POST|PUT|PATCH|DELETE)\b/.test(readFileSync(file, "utf8")) ? [path.dirname(file).slice(3)] : [];
  });
}

test("nothing is changed for a page of elsewhere, on any route", async () => {
  // One-click unsubscribing (RFC 8058) comes from mail programs: it knows no cookie, only the mail's own token.
  expect(changingRoutes().sort()).toEqual([
    "/api/auth/[...nextauth]",
    "/api/mail/events/[provider]",
    "/api/stripe/webhook",
    "/api/trpc/[trpc]",
    "/api/unsubscribe",
  ]);
  const foreign = { Origin: "https://elsewhere.example" };
  for (const origin of [foreign, { Origin: "null" }]) {
    const headers = { ...origin, "Content-Type": "application/json" };
    const procedure = await therapist.context.request.post("/api/trpc/session.end", { headers, data: "{}" });
    expect(procedure.status()).toBe(403);
    for (const action of ["signout", "signin", "callback/ticket", "session"])
      expect([
        action,
        (await therapist.context.request.post(`/api/auth/${action}`, { headers: origin, form: {} })).status(),
      ]).toEqual([action, 403]);
  }
  const unsubscribe = await therapist.context.request.post("/api/unsubscribe?token=bad", {
    headers: foreign,
    form: {},
  });
  expect(unsubscribe.status()).toBe(404);
  const event = { id: "evt_1", type: "customer.updated", data: { object: { id: "cus_1" } } };
  const headers = { ...foreign, "stripe-signature": "t=1,v1=00" };
  expect((await therapist.context.request.post("/api/stripe/webhook", { headers, data: event })).status()).toBe(400);
  expect((await callProcedure(therapist.context, "home.places", undefined)).status).toBe(200);
});

/** What the server answers to a request that claims to be at another host. */
function askAs(host: string, at: string): Promise<string> {
  const { hostname, port } = new URL(baseUrl());
  const headers = { Host: host, "X-Forwarded-Host": host, "X-Forwarded-Proto": "https", "Accept-Language": "es" };
  return new Promise((resolve, reject) => {
    const sent = httpRequest({ host: hostname, port, path: at, headers, setHost: false }, (answer) => {
      let text = JSON.stringify(answer.headers);
      answer.on("data", (part) => {
        text += part;
      });
      answer.on("end", () => resolve(`${answer.statusCode} ${text}`));
    });
    sent.on("error", reject).end();
  });
}

test("a forged host ends up in no link, redirect or file", async () => {
  const places = [
    "/",
    "/es",
    "/strategies?area=trust&time=5", // kept by no earlier request
    "/es/sign-in",
    "/sign-in",
    "/home",
    "/sitemap.xml",
    "/robots.txt",
    "/manifest.webmanifest",
  ];
  const interfaces = ["/api/auth/providers", "/api/auth/signin", "/api/oidc/start", "/.well-known/security.txt"];
  for (const at of [...places, ...interfaces]) {
    const said = await askAs("evil.example", at);
    expect([at, said.includes("evil.example")]).toEqual([at, false]);
    expect([at, said.slice(0, 1)]).not.toEqual([at, "5"]);
  }
});

test("signing in leads to no other site, whatever the address asks for", async ({ request }) => {
  for (const next of [
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "/%09/evil.example",
    "javascript:alert(1)",
  ]) {
    const at = `/sign-in?next=${encodeURIComponent(next)}`;
    for (const asker of [request, therapist.context.request]) {
      const answer = await asker.get(at, { maxRedirects: 0 });
      expect([next, header(answer, "location")]).not.toEqual([next, expect.stringContaining("evil")]);
    }
  }
});

test("whoever finds a flaw finds where to report it", async ({ request }) => {
  const answer = await request.get("/.well-known/security.txt");
  const text = await answer.text();
  expect([answer.status(), header(answer, "content-type")]).toEqual([200, "text/plain; charset=utf-8"]);
  expect(text).toContain(`Canonical: ${new URL("/.well-known/security.txt", baseUrl()).href}\n`);
  expect(text).toMatch(/^Contact: mailto:\S+@\S+$/m);
  expect(Date.parse(/^Expires: (.*)$/m.exec(text)?.[1] ?? "")).toBeGreaterThan(Date.now());
});
