import { describe, expect, it } from "vitest";
import { reminderKind } from "@/server/features/reminders/schema";
import { renderNote } from "./render";

const forbidden =
  /therap|couple|partner|homework|session|marriage|relationship|health|strateg|terapia|pareja|sesi[oó]n|tarea|matrimonio|relaci[oó]n|salud|estrategia/i;
const cases = reminderKind.options.flatMap((kind) => (["en", "es"] as const).map((locale) => ({ kind, locale })));

describe.each(cases)("the note $kind in $locale", ({ kind, locale }) => {
  const rendered = renderNote({
    kind,
    locale,
    senderName: "Harbor",
    openUrl: "https://example.org/home",
    unsubscribeUrl: "https://example.org/unsubscribe/x",
  });

  it("says nothing of health, people or exercises in subject, text or HTML", async () => {
    const { subject, html, text } = await rendered;
    const visible = [subject, text, html.replace(/<[^>]+>/g, " ")].join(" ");
    expect(visible.match(forbidden)).toBeNull();
  });

  it("carries both links, no image and no foreign address, and is small", async () => {
    const { html, text } = await rendered;
    for (const link of ["https://example.org/home", "https://example.org/unsubscribe/x"]) {
      expect(html).toContain(link);
      expect(text).toContain(link);
    }
    expect(html).not.toMatch(/<img/i);
    expect(html.replaceAll("https://example.org", "").match(/(href|src)="https?:/)).toBeNull();
    expect(Buffer.byteLength(html)).toBeLessThan(100_000);
  });
});
