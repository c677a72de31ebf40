import { expect, test } from "@playwright/test";
import { callProcedure } from "../fixtures/attack";
import { baseUrl } from "../fixtures/environment";
import { arrive, desk, password } from "../fixtures/people";

const evil = "https://evil.example";

test("a forged host leads nobody away: no page, redirect or cookie names it", async ({ request }) => {
  for (const path of ["/", "/sign-in", "/home", "/api/auth/csrf", "/api/auth/providers", "/api/health"]) {
    const answer = await request.get(path, {
      headers: { Host: "evil.example", "X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "https" },
      maxRedirects: 0,
    });
    const told = [JSON.stringify(answer.headers()), await answer.text()].join("\n");
    expect([path, told.includes("evil.example")]).toEqual([path, false]);
  }
});

test("signing in never leads to another site, whatever the address asks for", async ({ page }) => {
  for (const next of [evil, "//evil.example", "/\\evil.example", "javascript:alert(1)"]) {
    await page.context().clearCookies();
    await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
    await page.getByLabel("Email").fill("finn@couple.example");
    await page.getByLabel("Password", { exact: true }).fill(password);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await expect(page).toHaveURL(/\/couple\//);
    expect(new URL(page.url()).origin).toBe(new URL(baseUrl()).origin);
  }
});

test("NextAuth's own door takes no form of another site and no ticket that is none", async ({ request }) => {
  const door = "/api/auth/callback/ticket";
  const tries = [
    { multipart: { ticket: "x".repeat(43), callbackUrl: evil } },
    { form: { ticket: "x".repeat(43), callbackUrl: evil, json: "true" } },
    { data: "ticket=x", headers: { "Content-Type": "text/plain" } },
  ];
  for (const one of tries) {
    const answer = await request.post(door, { ...one, headers: { ...one.headers, Origin: evil }, maxRedirects: 0 });
    const cookies = answer.headersArray().filter(({ name }) => name.toLowerCase() === "set-cookie");
    expect(cookies.some(({ value }) => /reconnect\.session=[^;]/.test(value))).toBe(false);
    expect(answer.headers().location ?? "").not.toContain("evil.example");
  }
  await request.get(`/api/auth/signin?callbackUrl=${encodeURIComponent(evil)}`);
  const { cookies } = await request.storageState();
  expect(cookies.map(({ value }) => decodeURIComponent(value)).join(" ")).not.toContain("evil.example");
});

test("another site's form cannot sign somebody out or change anything", async ({ browser }) => {
  const { context, page } = await arrive(browser, "finn@couple.example", desk);
  await context.route(`${evil}/**`, (route) =>
    route.fulfill({
      contentType: "text/html",
      body: `<form method="post" enctype="text/plain" action="${baseUrl()}/api/trpc/session.end"><input name='{"json":null,"x":"' value='"}'></form><script>document.forms[0].submit()</script>`,
    }),
  );
  const answered = page.waitForResponse(/session\.end/);
  await page.goto(evil);
  expect((await answered).status()).toBe(403);
  expect((await callProcedure(context, "home.places", undefined)).status).toBe(200);
});

test("procedures have no other door than POST", async ({ request }) => {
  for (const method of ["GET", "PUT", "DELETE", "PATCH"]) {
    const answer = await request.fetch("/api/trpc/session.end", {
      method,
      headers: { Origin: new URL(baseUrl()).origin },
    });
    expect([method, answer.status()]).toEqual([method, 405]);
  }
});
