import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { StrategyArticle } from "@/components/public/library/strategy-article";
import { StrategyTerms } from "@/components/staff/library/strategy-terms";
import { places } from "@/components/staff/places";
import { PageHeader } from "@/components/ui/page-header";
import { strategyText } from "@/content/content";
import { strategyByKey } from "@/content/strategies";

type StrategyRouteProps = { params: Promise<{ practiceId: string; key: string }> };

async function findStrategy({ params }: StrategyRouteProps) {
  const strategy = strategyByKey((await params).key);
  if (!strategy) notFound();
  return { strategy, text: strategyText(strategy, await getLocale()) };
}

/** The strategy's name. */
export async function generateMetadata(props: StrategyRouteProps): Promise<Metadata> {
  return { title: (await findStrategy(props)).text.title };
}

/** One strategy in full: why, how, and when not. */
export default async function StrategyRoute(props: StrategyRouteProps) {
  const { practiceId } = await props.params;
  const { strategy, text } = await findStrategy(props);
  const words = await getTranslations("staff.library");
  return (
    <>
      <PageHeader
        crumb={{ href: places.library(practiceId), label: words("title") }}
        title={text.title}
        text={text.promise}
      />
      <div className="grid gap-10 @4xl:grid-cols-[minmax(0,1fr)_20rem]">
        <StrategyArticle text={text} />
        <StrategyTerms strategy={strategy} text={text} />
      </div>
    </>
  );
}
