"use client";

import { Download } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { StrategyArticle } from "@/components/public/library/strategy-article";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { strategyText } from "@/content/content";
import { strategyOf } from "@/content/own/draft";
import type { Published } from "@/server/features/strategies/schema";
import { StrategyTerms } from "../library/strategy-terms";
import { places } from "../places";
import { BeginButton } from "./begin-button";
import { exportFile } from "./export-file";
import { Preview } from "./preview";
import { useOwnWords } from "./use-own-words";

type ColleagueProps = { published: Published; practiceId: string; startedAt: number };

/** A strategy that a colleague shares: to read, to try, to copy and to keep as a file. */
export function ColleagueView({ published, practiceId, startedAt }: ColleagueProps) {
  const { words } = useOwnWords();
  const library = useTranslations("staff.library");
  const locale = useLocale() === "es" ? "es" : "en";
  const { strategyId, content, author, number, missing } = published;
  const strategy = strategyOf(strategyId, content);
  const text = strategyText(strategy, locale);
  return (
    <>
      <PageHeader
        crumb={{ href: places.library(practiceId), label: library("title") }}
        title={text.title}
        text={text.promise}
        actions={
          <>
            <Button variant="ghost" onClick={() => exportFile(content)}>
              <Download aria-hidden size={16} />
              {words("menu.export")}
            </Button>
            <BeginButton practiceId={practiceId} like={strategyId} />
          </>
        }
      />
      <div className="mb-6 grid gap-3">
        <Banner title={`${words("colleague.text", { number, name: author })}.`}>
          {words("colleague.note", { name: author })}
        </Banner>
        {(["en", "es"] as const)
          .filter((language) => missing[language] > 0)
          .map((language) => (
            <Banner key={language}>
              {words("missing.picker", {
                language: words(`language.${language}`),
                other: words(`language.${language === "en" ? "es" : "en"}`),
                count: missing[language],
              })}
            </Banner>
          ))}
      </div>
      <div className="grid items-start gap-10 @4xl:grid-cols-[minmax(0,1fr)_minmax(22rem,26rem)]">
        <div className="grid gap-8">
          <StrategyArticle text={text} />
          <StrategyTerms strategy={strategy} text={text} />
        </div>
        <Preview draft={content} locale={locale} startedAt={startedAt} />
      </div>
    </>
  );
}
