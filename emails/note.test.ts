import { describe, expect, it } from "vitest";
import { isOptional } from "@/server/features/reminders/policy.kinds";
import { reminderKind } from "@/server/features/reminders/schema";
import { renderNote } from "./render";

const forbidden =
  /therap|couple|partner|homework|session|marriage|relationship|health|strateg|terapia|pareja|sesi[oó]n|tarea|matrimonio|relaci[oó]n|salud|estrategia/i;
const cases = reminderKind.options.flatMap((kind) => (["en", "es"] as const).map((locale) => ({ kind, locale })));

const stop = "https://example.org/unsubscribe/x";

describe.each(cases)("the note $kind in $locale", ({ kind, locale }) => {
  const rendered = renderNote({
    kinds: [kind],
    locale,
    senderName: "Harbor",
    openUrl: "https://example.org/home",
    unsubscribeUrl: isOptional(kind) ? stop : null,
  });

  it("says nothing of health, people or exercises in subject, text or HTML", async () => {
    const { subject, html, text } = await rendered;
    const visible = [subject, text, html.replace(/<[^>]+>/g, " ")].join(" ");
    expect(visible.match(forbidden)).toBeNull();
  });

  it("carries its link, a way to stop it where there is one, no image and no foreign address, and is small", async () => {
    const { html, text } = await rendered;
    for (const part of [html, text]) {
      expect(part).toContain("https://example.org/home");
      expect(part.includes(stop)).toBe(isOptional(kind));
    }
    expect(html).not.toMatch(/<img/i);
    expect(html.replaceAll("https://example.org", "").match(/(href|src)="https?:/)).toBeNull();
    expect(Buffer.byteLength(html)).toBeLessThan(100_000);
  });
});
