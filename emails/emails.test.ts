import { HtmlValidate } from "html-validate";
import { describe, expect, it } from "vitest";
import { programs } from "@/content/programs";
import { strategies } from "@/content/strategies";
import en from "@/messages/en/emails.json";
import es from "@/messages/es/emails.json";
import { bundles, noteSample, type Sample, samples } from "@/scripts/lib/emails/samples";
import { verifyUnsubscribe } from "@/server/features/reminders/links";
import { stopsOf } from "@/server/features/reminders/policy.kinds";
import { contrast, MailLook } from "@/tests/harness/mail-look";

/** What no mail may say, in either language: a closed list. Letters speak of signing in, in notes that is a matter too. */
const healthWords =
  /therap|couple|partner|homework|marriage|spouse|wife|husband|relationship|health|clinic|patient|treatment|counsel|strateg|exercise|intimacy|trust|check-in|terap|pareja|tarea|matrimonio|espos[oa]|relaci[oó]n|salud|cl[ií]nic|paciente|tratamiento|consejer|estrategia|ejercicio|intimidad|confianza/i;
const titles = [...strategies, ...programs].flatMap(({ text }) => [text.en.title, text.es.title]);
const sender = "Harbor House";
const locales = ["en", "es"] as const;

/** HTML's own rules. Off is only style: mail programs draw with tables and inline styles, and React writes as it does. */
const validator = new HtmlValidate({
  extends: ["html-validate:recommended"],
  rules: {
    "attr-case": "off",
    "long-title": "off",
    "no-conditional-comment": "off",
    "no-deprecated-attr": "off",
    "no-inline-style": "off",
    "presentation-role-style": "off",
    "void-style": "off",
  },
});

/** Every word that the catalogue of mails knows. */
function wordsOf(catalogue: unknown): string[] {
  if (typeof catalogue === "string") return catalogue.toLowerCase().match(/\p{L}+/gu) ?? [];
  return Object.values(catalogue as object).flatMap(wordsOf);
}
const known = { en: new Set(wordsOf(en)), es: new Set(wordsOf(es)) };
const all: Sample[] = [
  ...samples,
  ...bundles()
    .filter((kinds) => kinds.length > 1)
    .map((kinds) => noteSample(kinds)),
];
const cases = all.flatMap((sample) => locales.map((locale) => ({ title: sample.title, sample, locale })));

describe.each(cases)("the mail $title in $locale", ({ sample, locale }) => {
  const mail = sample.mail(locale);

  it("names nobody and nothing: no word of health, no exercise, no word that is not the catalogue's or the sender's", async () => {
    const { subject, html, text } = await mail;
    const said = `${subject} ${new MailLook(html).texts().map((one) => one.text)} ${text}`.replaceAll(sender, "");
    expect(said.match(healthWords)).toBeNull();
    expect(titles.filter((title) => said.toLowerCase().includes(title.toLowerCase()))).toEqual([]);
    const words =
      said
        .replace(/https?:\S+/g, "")
        .toLowerCase()
        .match(/\p{L}+/gu) ?? [];
    expect(words.filter((word) => !known[locale].has(word) && word !== "reconnect")).toEqual([]);
  });

  it("is valid HTML, whole without images, in the reader's language, and small", async () => {
    const { html } = await mail;
    const report = await validator.validateString(html);
    const faults = report.results.flatMap(({ messages }) => messages.map((one) => `${one.ruleId}: ${one.message}`));
    expect(faults).toEqual([]);
    const look = new MailLook(html);
    expect(["img", "picture", "svg", "link", "script", "iframe", "video"].flatMap((name) => look.tags(name))).toEqual(
      [],
    );
    expect(html).not.toMatch(/url\(|background=/i);
    expect(look.tags("html")[0]?.attribs.lang).toBe(locale);
    expect(Buffer.byteLength(html)).toBeLessThan(100_000);
  });

  it("says the same in its text", async () => {
    const { html, text } = await mail;
    expect(text.replace(/\s+/g, " ").trim()).toBe(new MailLook(html).read());
  });

  it("can be read by day and by night", async () => {
    const look = new MailLook((await mail).html);
    expect(look.tags("meta").find((tag) => tag.attribs.name === "color-scheme")?.attribs.content).toBe("light dark");
    const faint = (["day", "night"] as const).flatMap((theme) =>
      look.texts().flatMap(({ text, holder }) => {
        const ratio = contrast(look.paint(holder, "color", theme), look.paint(holder, "background-color", theme));
        return ratio >= 4.5 ? [] : [`${theme}: ${text} ${ratio.toFixed(2)}`];
      }),
    );
    expect(faint).toEqual([]);
    const [ground] = look.tags("body");
    expect(ground && look.paint(ground, "background-color", "night")).not.toBe(
      ground && look.paint(ground, "background-color", "day"),
    );
  });
});

describe.each(bundles().map((kinds) => ({ title: kinds.join(" + "), kinds })))("a note of $title", ({ kinds }) => {
  const mail = noteSample(kinds).mail("en");

  it("has a link to stop each kind that it carries, one in its headers, and no other address", async () => {
    const { html, headers } = await mail;
    const links = new MailLook(html).tags("a").map((tag) => tag.attribs.href ?? "");
    expect(links).toHaveLength(1 + stopsOf(kinds).length);
    expect(new Set(links).size).toBe(links.length);
    const [open, ...stops] = links;
    expect(open).toBe("http://localhost:3000/home");
    const tokens = stops.map((link) => /^http:\/\/localhost:3000\/unsubscribe\/([\w-]+\.[\w-]+)$/.exec(link)?.[1]);
    expect(tokens.map((token) => verifyUnsubscribe(token ?? "")?.kind)).toEqual(stopsOf(kinds));
    const inHeader = new Headers(headers).get("list-unsubscribe");
    expect(inHeader).toBe(`<http://localhost:3000/api/unsubscribe?token=${tokens[0]}>`);
  });
});

it("gives what nobody may stop neither a link nor a header", async () => {
  const { html, headers, text } = await noteSample(["ACCESS_NOTICE"]).mail("en");
  expect(JSON.stringify([html, headers, text])).not.toMatch(/unsubscribe/i);
});
