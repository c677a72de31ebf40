import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { publicMetadata } from "@/app/(public)/metadata";
import { Filters } from "@/components/public/library/filters";
import { readQuery, select } from "@/components/public/library/query";
import { StrategyCard } from "@/components/public/library/strategy-card";
import { localizedPath } from "@/components/public/paths";
import { PublicPage } from "@/components/public/public-page";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { strategies } from "@/content/strategies";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("public.library");
  return publicMetadata({
    locale: await getLocale(),
    path: "/strategies",
    title: words("metaTitle"),
    description: words("metaText"),
  });
}

/** The open library, by area and by time. */
export default async function LibraryPage({ searchParams }: PageProps<"/strategies">) {
  const words = await getTranslations("public.library");
  const locale = await getLocale();
  const query = readQuery(await searchParams);
  const found = select(strategies, query);
  return (
    <PublicPage path="/strategies">
      <div className="page pt-6 md:pt-10">
        <h1 className="display text-44 sm:text-60 font-[430]">{words("title")}</h1>
        <p className="mt-3 max-w-[36em] text-17 text-ink-soft">{words("text")}</p>
        <div className="mt-8 mb-6 flex flex-wrap items-end justify-between gap-4 border-line border-b pb-5">
          <Filters query={query} />
          <p role="status" className="figures text-14 text-ink-soft">
            {words("found", { count: found.length })}
          </p>
        </div>
        {found.length > 0 ? (
          <ul className="grid gap-5 sm:grid-cols-2 lg:grid-cols-3">
            {found.map((strategy) => (
              <StrategyCard key={strategy.key} strategy={strategy} />
            ))}
          </ul>
        ) : (
          <EmptyState
            title={words("emptyTitle")}
            text={words("emptyText")}
            action={<LinkButton href={localizedPath(locale, "/strategies")}>{words("showAll")}</LinkButton>}
          />
        )}
      </div>
    </PublicPage>
  );
}
