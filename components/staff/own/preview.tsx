"use client";

import { useQuery } from "@tanstack/react-query";
import { RotateCcw } from "lucide-react";
import { NextIntlClientProvider } from "next-intl";
import { Component, type ReactNode, useState } from "react";
import { PartnerMark } from "@/components/ui/partner";
import { Segmented } from "@/components/ui/segmented";
import { Skeleton } from "@/components/ui/skeleton";
import type { OwnStrategy } from "@/content/own/schema";
import type { ContentLocale } from "@/content/schema";
import { IconButton } from "./icon-button";
import { PreviewPhone } from "./preview-phone";
import { useOwnWords } from "./use-own-words";

/** The words of a partner's pages in a language, fetched when a preview first asks for them. */
async function partnerWords(locale: ContentLocale) {
  const [blocks, common, errors, own] =
    locale === "en"
      ? await Promise.all([
          import("@/messages/en/blocks.json"),
          import("@/messages/en/common.json"),
          import("@/messages/en/errors.json"),
          import("@/messages/en/own.json"),
        ])
      : await Promise.all([
          import("@/messages/es/blocks.json"),
          import("@/messages/es/common.json"),
          import("@/messages/es/errors.json"),
          import("@/messages/es/own.json"),
        ]);
  return { blocks: blocks.default, common: common.default, errors: errors.default, own: own.default };
}

type PreviewProps = {
  draft: OwnStrategy;
  /** The viewer's own language, in which the preview begins. */
  locale: ContentLocale;
  /** The server's clock, in milliseconds since 1970. */
  startedAt: number;
};

/** The strategy as each partner meets it, in either language, at the width of a phone. The tool works, and keeps nothing. */
export function Preview({ draft, locale, startedAt }: PreviewProps) {
  const { words } = useOwnWords();
  const [position, setPosition] = useState<1 | 2>(1);
  const [language, setLanguage] = useState(locale);
  const [round, setRound] = useState(0);
  const loaded = useQuery({
    queryKey: ["partner-words", language],
    queryFn: () => partnerWords(language),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <section aria-labelledby="preview-title" className="rounded-xl border border-line bg-sunken p-4 sm:p-5">
      <div className="mb-3 flex items-center justify-between gap-3">
        <h2 id="preview-title" className="font-semibold text-17">
          {words("try.title")}
        </h2>
        <IconButton label={words("try.again")} onClick={() => setRound(round + 1)}>
          <RotateCcw aria-hidden size={16} />
        </IconButton>
      </div>
      <div className="mb-4 grid gap-3">
        <Segmented
          name="preview-partner"
          legend={words("try.partner")}
          legendHidden
          value={String(position)}
          onValueChange={(value) => setPosition(value === "2" ? 2 : 1)}
          options={[
            { value: "1", label: <Named side="one">{words("try.one")}</Named> },
            { value: "2", label: <Named side="two">{words("try.two")}</Named> },
          ]}
        />
        <Segmented
          name="preview-language"
          legend={words("try.language")}
          legendHidden
          value={language}
          onValueChange={(value) => setLanguage(value === "es" ? "es" : "en")}
          options={[
            { value: "en", label: words("language.en") },
            { value: "es", label: words("language.es") },
          ]}
        />
        <p className="text-13 text-ink-soft">{words("try.text")}</p>
      </div>
      <div
        lang={language}
        className="mx-auto max-h-[80dvh] max-w-[24.375rem] overflow-y-auto overscroll-contain rounded-[28px] border border-line bg-paper shadow-lift"
      >
        {loaded.data ? (
          <NextIntlClientProvider locale={language} messages={loaded.data} timeZone="UTC">
            <DrawnOrNot
              key={round}
              again={JSON.stringify(draft)}
              otherwise={<p className="p-6">{words("try.failed")}</p>}
            >
              <PreviewPhone {...{ draft, position, startedAt, language }} />
            </DrawnOrNot>
          </NextIntlClientProvider>
        ) : (
          <div className="grid gap-3 p-6">
            <span className="sr-only">{words("try.loading")}</span>
            <Skeleton className="h-8 w-2/3" />
            <Skeleton className="h-24" />
          </div>
        )}
      </div>
    </section>
  );
}

function Named({ side, children }: { side: "one" | "two"; children: ReactNode }) {
  return (
    <span className="flex items-center gap-2">
      <PartnerMark side={side} /> {children}
    </span>
  );
}

type DrawnProps = { again: string; otherwise: ReactNode; children: ReactNode };

/** Draws what is below, or says that it could not; another draft is another try. */
class DrawnOrNot extends Component<DrawnProps, { failed: boolean }> {
  override state = { failed: false };
  static getDerivedStateFromError() {
    return { failed: true };
  }
  override componentDidUpdate(before: DrawnProps) {
    if (before.again !== this.props.again && this.state.failed) this.setState({ failed: false });
  }
  override render() {
    return this.state.failed ? this.props.otherwise : this.props.children;
  }
}
