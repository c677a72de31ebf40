import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { StrategyArticle } from "@/components/public/library/strategy-article";
import { StrategyTerms } from "@/components/staff/library/strategy-terms";
import { BeginButton } from "@/components/staff/own/begin-button";
import { isTherapist, places } from "@/components/staff/places";
import { ClientMessages } from "@/components/ui/client-messages";
import { PageHeader } from "@/components/ui/page-header";
import { strategyText } from "@/content/content";
import { strategyByKey } from "@/content/strategies";
import { loadCaseload } from "../../_load";

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
  const { viewer } = await loadCaseload(practiceId);
  const copy = (
    <ClientMessages names={["staff", "errors", "own"]}>
      <BeginButton practiceId={practiceId} like={strategy.key} variant="ghost" />
    </ClientMessages>
  );
  return (
    <>
      <PageHeader
        crumb={{ href: places.library(practiceId), label: words("title") }}
        title={text.title}
        text={text.promise}
        actions={isTherapist(viewer) && copy}
      />
      <div className="grid gap-10 @4xl:grid-cols-[minmax(0,1fr)_20rem]">
        <StrategyArticle text={text} />
        <StrategyTerms strategy={strategy} text={text} />
      </div>
    </>
  );
}
