import { expect, test } from "@playwright/test";

test.describe("a visitor whose browser runs no script", () => {
  test.use({ javaScriptEnabled: false });

  test("finds a strategy by area and time, in both languages, and nothing is kept of it", async ({ page, context }) => {
    const cards = page.getByRole("main").getByRole("heading", { level: 2 });
    await page.goto("/strategies");
    await expect(cards).toHaveCount(12);
    await page.getByRole("link", { name: "Communication", exact: true }).click();
    await expect(page.getByRole("status")).toHaveText(/3 strategies/);
    await expect(cards).toHaveText(["Listen actively", /^Say/, "Check in regularly"]);
    await page.getByRole("link", { name: "Up to 10 min" }).click();
    await expect(page).toHaveURL(/area=communication&time=10$/);
    expect(await cards.count()).toBeLessThan(3);
    await page.goto("/es/strategies?area=trust");
    await expect(page.getByRole("link", { name: "Confianza", exact: true })).toHaveAttribute("aria-current", "true");
    await expect(cards).toHaveCount(3);
    expect(await context.cookies()).toEqual([]);
  });

  test("meets words that search engines understand, in the page's own language", async ({ page, request }) => {
    const sitemap = await (await request.get("/sitemap.xml")).text();
    const paths = [...sitemap.matchAll(/<loc>https?:\/\/[^/]+([^<]*\/strategies\/[a-z-]+)<\/loc>/g)].map(
      ([, path = ""]) => path,
    );
    expect(paths).toHaveLength(24);
    for (const path of paths) {
      await page.goto(path);
      const data = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? "");
      const title = (await page.getByRole("heading", { level: 1 }).textContent()) ?? "";
      const steps = await page
        .getByRole("region")
        .filter({ has: page.locator("#steps") })
        .getByRole("listitem")
        .count();
      expect(data).toMatchObject({
        "@context": "https://schema.org",
        "@type": "HowTo",
        name: title,
        inLanguage: path.startsWith("/es/") ? "es" : "en",
      });
      expect(new URL(data.url).pathname).toBe(path);
      expect(data.totalTime).toMatch(/^PT\d+M$/);
      expect(data.step).toHaveLength(steps);
      const canonical = await page.locator('link[rel="canonical"]').getAttribute("href");
      expect(canonical).toBe(data.url);
    }
  });
});

test("a public page remembers light and language on this device", async ({ page }) => {
  await page.goto("/strategies");
  await page.getByRole("radio", { name: "Dark" }).check({ force: true });
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.getByRole("link", { name: "Español" }).click();
  await expect(page).toHaveURL(/\/es\/strategies$/);
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(page.getByRole("radio", { name: "Oscura" })).toBeChecked();
  await page.goto("/sign-in");
  await expect(page.locator("html")).toHaveAttribute("lang", "es");
});
