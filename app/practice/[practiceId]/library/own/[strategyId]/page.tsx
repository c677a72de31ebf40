import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ColleagueView } from "@/components/staff/own/colleague-view";
import { Composer } from "@/components/staff/own/composer";
import { ClientMessages } from "@/components/ui/client-messages";
import { loadPage, serverApi } from "@/server/trpc/server";

type OwnRouteProps = { params: Promise<{ practiceId: string; strategyId: string }> };

/** The page's name. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("own.compose"))("title") };
}

/** An own strategy: its author composes it, a colleague reads what is shared. */
export default async function OwnStrategyRoute({ params }: OwnRouteProps) {
  const { practiceId, strategyId } = await params;
  const api = await serverApi();
  const { viewer, now, mine, colleague } = await loadPage(() => api.strategies.open({ practiceId, strategyId }));
  const startedAt = now.getTime();
  return (
    <ClientMessages names={colleague ? ["staff", "errors", "own", "public"] : ["staff", "errors", "own"]}>
      {mine && <Composer key={strategyId} work={mine} viewer={viewer} startedAt={startedAt} />}
      {colleague && <ColleagueView published={colleague} practiceId={practiceId} startedAt={startedAt} />}
    </ClientMessages>
  );
}
