import { expect, test } from "@playwright/test";
import { strategyKeys } from "../../content/strategies";
import { newContext } from "../fixtures/contexts";
import { barriers, dress, expectWords, height, type Locale, overflow, type Theme } from "../fixtures/inspect";
import { complaints, locales, lookThrough, page } from "../fixtures/look";
import { desk } from "../fixtures/people";

type Dress = [width: number, theme: Theme];
const everyDress: Dress[] = [360, 1280].flatMap((width): Dress[] => [
  [width, "light"],
  [width, "dark"],
]);

/** Each tool in either language and theme, narrow and wide changing from one to the next; `npm run test:long` takes all for each. */
function dressesOf(index: number, locale: Locale): Dress[] {
  if (process.env.E2E_EVERY_VIEW === "1") return everyDress;
  return (locale === "en") === (index % 2 === 0) ? [[360, "light"]] : [[1280, "dark"]];
}

test.describe("the tool of each strategy", () => {
  test.beforeAll(async ({ browser }) => lookThrough(await newContext(browser, desk)));

  for (const [index, key] of strategyKeys.entries()) {
    test(`${key} has no barrier in either language and theme, at any width, and keeps nothing`, async () => {
      for (const locale of locales) {
        const path = `/strategies/${key}/try`;
        expect((await page.goto(locale === "es" ? `/es${path}` : path))?.status()).toBe(200);
        await expectWords(page, locale);
        // The choice of readers comes first in most tools; what it opens is looked at too.
        const readers = page.locator("main input[type=radio][name$=-readers]");
        if ((await readers.count()) > 0) await readers.last().check({ force: true });
        for (const [dressed, theme] of dressesOf(index, locale)) {
          await dress(page, dressed, theme, "choice");
          expect.soft(await barriers(page), `no barrier at ${dressed} px, ${theme}, ${locale}`).toEqual([]);
        }
        for (const width of [320, 360, 1280]) {
          await page.setViewportSize({ width, height });
          await expect.poll(() => overflow(page), `no sideways scrolling at ${width} px, ${locale}`).toBe(0);
        }
        expect.soft(await complaints(), `no complaint in ${locale}`).toEqual([]);
      }
      expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
    });
  }
});
