import { ChevronRight } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { publicMetadata } from "@/app/(public)/metadata";
import { StrategyJsonLd } from "@/components/public/library/json-ld";
import { Neighbours } from "@/components/public/library/neighbours";
import { StrategyArticle } from "@/components/public/library/strategy-article";
import { StrategyFacts } from "@/components/public/library/strategy-facts";
import { localizedPath } from "@/components/public/paths";
import { PublicPage } from "@/components/public/public-page";
import { AreaIcon } from "@/components/ui/area-icon";
import { Chip } from "@/components/ui/chip";
import { strategyText } from "@/content/content";
import { strategyByKey } from "@/content/strategies";
import { env } from "@/server/env";

export async function generateMetadata({ params }: PageProps<"/strategies/[key]">): Promise<Metadata> {
  const strategy = strategyByKey((await params).key);
  if (!strategy) return {};
  const locale = await getLocale();
  const text = strategyText(strategy, locale);
  return publicMetadata({
    locale,
    path: `/strategies/${strategy.key}`,
    title: text.title,
    description: `${text.promise} ${text.summary}`,
  });
}

/** One strategy of the library, open to everybody. */
export default async function StrategyPage({ params }: PageProps<"/strategies/[key]">) {
  const strategy = strategyByKey((await params).key);
  if (!strategy) notFound();
  const locale = await getLocale();
  const words = await getTranslations();
  const text = strategyText(strategy, locale);
  const path = `/strategies/${strategy.key}`;
  const address = new URL(localizedPath(locale, path), env().PUBLIC_URL).href;
  return (
    <PublicPage path={path}>
      <StrategyJsonLd {...{ strategy, text, address, locale }} />
      <article className="page pt-4 md:pt-8">
        <Link
          href={localizedPath(locale, "/strategies")}
          className="mb-5 inline-flex min-h-6 items-center gap-1 font-medium text-14 text-ink-soft hover:text-ink"
        >
          {words("public.nav.strategies")} <ChevronRight aria-hidden size={14} />
        </Link>
        <header className="mb-11 max-w-[46rem]">
          <Chip area={strategy.area} icon={<AreaIcon area={strategy.area} />}>
            {words(`common.area.${strategy.area}`)}
          </Chip>
          <h1 className="display mt-3.5 text-44 font-[430] sm:text-60">{text.title}</h1>
          <p className="mt-3.5 text-20 text-ink-soft">{text.promise}</p>
          <p className="mt-3 text-17">{text.summary}</p>
        </header>
        <div className="grid gap-x-16 gap-y-10 lg:grid-cols-[1fr_21rem]">
          <StrategyFacts strategy={strategy} text={text} />
          <div className="lg:order-first">
            <StrategyArticle text={text} />
          </div>
        </div>
        <Neighbours strategy={strategy} />
      </article>
    </PublicPage>
  );
}
