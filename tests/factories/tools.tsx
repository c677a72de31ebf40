import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { ReadingProvider } from "@/blocks/reading";
import { type Tool, type ToolEntry, ToolProvider } from "@/blocks/tool";
import { loadMessages } from "@/messages/load";

export const languages = ["en", "es"] as const;
type Language = (typeof languages)[number];

const messages = { en: await loadMessages("en"), es: await loadMessages("es") };
export const moment = new Date("2026-11-24T12:00:00Z");

/** A tool in which nothing happens, as the first partner sees it; what a test is about is given. */
export function toolOf(given: Partial<Tool> = {}): Tool {
  return {
    locale: "en",
    partnerName: "Alex",
    position: 1,
    entries: [],
    ordinal: 0,
    seed: "seed",
    today: "2026-11-24",
    timeZone: "America/New_York",
    delivers: true,
    writable: true,
    now: () => moment.getTime(),
    save: () => Promise.reject(new Error("not here")),
    takeBack: () => Promise.reject(new Error("not here")),
    failureWords: () => "failed",
    drafts: { load: async () => undefined, keep: async () => true, remove: () => undefined },
    ...given,
  };
}

/** A stored entry of the first partner; what a test is about is given. */
export function entryOf(given: Partial<ToolEntry> & Pick<ToolEntry, "block" | "kind" | "body">): ToolEntry {
  return {
    entryId: crypto.randomUUID(),
    slot: null,
    ordinal: 0,
    position: 1,
    mine: true,
    readers: "PRIVATE",
    sharedAt: null,
    revealedAt: null,
    clearedAt: null,
    version: 1,
    createdAt: moment,
    updatedAt: moment,
    ...given,
  };
}

/** Markup of something inside a tool, in one language. A missing text is an error. */
export function inTool(node: ReactNode, given: Partial<Tool> = {}, locale: Language = "en"): string {
  return markup(<ToolProvider value={toolOf({ locale, ...given })}>{node}</ToolProvider>, locale);
}

/** The same where words are only read, as a therapist does. */
export function inReading(node: ReactNode, locale: Language = "en"): string {
  const reading = { names: { 1: "Sam", 2: "Alex" }, timeZone: "America/New_York" };
  return markup(<ReadingProvider value={reading}>{node}</ReadingProvider>, locale);
}

function markup(node: ReactNode, locale: Language): string {
  const fail = (error: Error) => {
    throw error;
  };
  return renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={messages[locale]} timeZone="UTC" now={moment} onError={fail}>
      {node}
    </NextIntlClientProvider>,
  );
}
