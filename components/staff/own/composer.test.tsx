import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it, vi } from "vitest";
import type { BlockKind } from "@/blocks/registry";
import { TrpcProvider } from "@/components/trpc/client";
import { ToastProvider } from "@/components/ui/toast";
import { draftOf, faultsOf } from "@/content/own/draft";
import { readStrategyFile } from "@/content/own/file";
import type { OwnStrategy } from "@/content/own/schema";
import { blockFields } from "@/content/own/shape";
import { strategies } from "@/content/strategies";
import { loadMessages } from "@/messages/load";
import type { Work } from "@/server/features/strategies/schema";
import { BlockCard } from "./block-card";
import { Composer } from "./composer";
import { ComposingProvider } from "./composer-context";
import { FaultList } from "./fault-list";
import { newBlock } from "./new-block";

vi.mock("next/navigation", () => ({
  useRouter: () => ({ push: () => undefined, refresh: () => undefined }),
  usePathname: () => "/practice",
  useSearchParams: () => new URLSearchParams(),
}));

const messages = { en: await loadMessages("en"), es: await loadMessages("es") };
const locales = ["en", "es"] as const;
const at = new Date("2026-11-24T12:00:00Z");
const kinds = Object.keys(blockFields) as BlockKind[];
const draft = (): OwnStrategy => draftOf(strategies[4] as (typeof strategies)[number]);

/** Markup in one language; a missing text is an error. */
function markup(node: ReactNode, locale: "en" | "es"): string {
  const onError = (error: Error) => {
    throw error;
  };
  return renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={messages[locale]} timeZone="UTC" now={at} onError={onError}>
      <TrpcProvider>
        <ToastProvider>{node}</ToastProvider>
      </TrpcProvider>
    </NextIntlClientProvider>,
  );
}

const work = (given: Partial<Work>): Work => ({
  ...{ strategyId: "01a20ed4-fe13-7447-8277-5ea0a47417a6", state: "DRAFT", shared: false, draft: draft(), revision: 1 },
  ...{ updatedAt: at, editions: [], ahead: true },
  ...given,
});
const viewer = {
  ...{ practiceId: "01a20ed4-fe13-7447-8277-5ea0a47417a7", practiceName: "Harbor", displayName: "Miriam" },
  ...{ roles: ["THERAPIST" as const], today: "2026-11-24", timeZone: "America/New_York" },
};

describe.each(locales)("the composer in %s", (locale) => {
  it("shows the words of a draft in that language, and says that nothing waits for its translation", () => {
    const shown = markup(<Composer work={work({})} viewer={viewer} startedAt={at.getTime()} />, locale);
    expect(shown).toContain(draft().text.why[locale].slice(0, 20));
    expect(shown).toContain(locale === "en" ? "Nothing waits for its translation." : "No queda nada por traducir.");
  });

  it("says what a language lacks, what each version changed, and that it was put away", () => {
    const half = draft();
    half.text.title.es = "";
    const changes = [
      { what: "minutes" as const },
      { what: "words" as const, count: 2 },
      { what: "added" as const, kind: "timer" },
    ];
    const edition = { at, missing: { en: 0, es: 1 } };
    const editions = [
      { ...edition, number: 2, changes },
      { ...edition, number: 1, changes: null },
    ];
    const shown = markup(
      <Composer work={work({ state: "ARCHIVED", draft: half, editions })} viewer={viewer} startedAt={at.getTime()} />,
      locale,
    );
    expect(shown).toContain(locale === "en" ? "Spanish: 1 text missing" : "Español: falta 1 texto");
    for (const said of locale === "en"
      ? ["2 texts", "new block: Talk in turns"]
      : ["2 textos", "bloque nuevo: Charla por turnos"])
      expect(shown).toContain(said);
    expect(shown).toContain(locale === "en" ? "This strategy is put away." : "Esta estrategia está guardada aparte.");
  });

  it.each(kinds)("has a form for every field of a block of kind %s", (kind) => {
    const block = newBlock(kind, []);
    const composing = {
      ...{
        draft: { ...draft(), blocks: [block] },
        language: locale,
        change: () => undefined,
        takeOut: () => undefined,
      },
      faultAt: () => undefined,
    };
    const nothing = () => undefined;
    const shown = markup(
      <ComposingProvider value={composing}>
        <BlockCard
          {...{ block, index: 0, count: 1 }}
          open
          onOpen={nothing}
          onMove={nothing}
          onCopy={nothing}
          onRemove={nothing}
        />
      </ComposingProvider>,
      locale,
    );
    expect(shown).toMatch(/<(input|textarea|select)/);
    // A name that nobody translated would be shown in quotation marks.
    expect(shown.match(/<(?:label|legend)[^>]*>“[a-z]\w*” ?</g)).toBeNull();
  });

  it("says in words what is wrong and where, in a draft and in a foreign file", () => {
    const empty = { ...draft(), blocks: [newBlock("prompt", [])] };
    const faults = faultsOf(empty);
    expect(faults.length).toBeGreaterThan(0);
    const inDraft = markup(<FaultList title="" faults={faults} root={empty} />, locale);
    expect(inDraft).toContain(locale === "en" ? "Block 1 (Question), Question" : "Bloque 1 (Pregunta), Pregunta");
    const file = JSON.stringify({
      format: "reconnect-strategy",
      version: 2,
      strategy: { minutes: "x", odd: 1, blocks: [{ kind: "x" }] },
    });
    const inFile = markup(<FaultList title="" faults={readStrategyFile(file).faults ?? []} root={{}} />, locale);
    for (const words of locale === "en"
      ? ["“odd”", "Block 1", "Version of the format", ">Words<"]
      : ["“odd”", "Bloque 1", "Versión del formato", ">Palabras<"])
      expect(inFile).toContain(words);
  });
});
