import { describe, expect, it } from "vitest";
import en from "@/messages/en/emails.json";
import { type LetterInput, renderLetter } from "./render";

const forbidden =
  /therap|couple|partner|homework|marriage|relationship|health|strateg|terapia|pareja|tarea|matrimonio|relaci[oó]n|salud|estrategia/i;
const kinds = ["SIGN_IN", "RESET", "SIGN_UP", "ADDRESS_CHANGE"] as const;
const topics = Object.keys(en.letters.notice).filter((key) => key !== "action" && key !== "wasYou");
const all: Pick<LetterInput, "kind" | "topic">[] = [
  ...kinds.map((kind) => ({ kind, topic: null })),
  ...topics.map((topic) => ({ kind: "SECURITY_NOTICE" as const, topic })),
];
const cases = all.flatMap((one) => (["en", "es"] as const).map((locale) => ({ ...one, locale })));
const link = "https://example.org/sign-in/link#token";
const render = (one: Pick<LetterInput, "kind" | "topic" | "locale">) =>
  renderLetter({ ...one, url: link, code: "738164" });

describe.each(cases)("the letter $kind $topic in $locale", (one) => {
  it("says nothing of health or people, has its link, no image and no foreign address, and is small", async () => {
    const { subject, html, text } = await render(one);
    expect([subject, text, html.replace(/<[^>]+>/g, " ")].join(" ").match(forbidden)).toBeNull();
    expect([html, text].filter((part) => part.includes(link))).toHaveLength(2);
    expect(html).not.toMatch(/<img/i);
    expect(html.replaceAll("https://example.org", "").match(/(href|src)="https?:/)).toBeNull();
    expect(Buffer.byteLength(html)).toBeLessThan(100_000);
  });

  it("carries digits where they can be typed, and nowhere else", async () => {
    const { subject, text } = await render(one);
    expect(text.includes("738164")).toBe(["SIGN_IN", "RESET", "SIGN_UP"].includes(one.kind));
    expect(subject).not.toContain("738164");
  });
});

it("is refused without words of its own", async () => {
  await expect(render({ kind: "SECURITY_NOTICE", topic: "wasYou", locale: "en" })).rejects.toThrow("topic");
});
