import { ChevronRight } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { publicMetadata } from "@/app/(public)/metadata";
import { localizedPath } from "@/components/public/paths";
import { PublicPage } from "@/components/public/public-page";
import { TryTool } from "@/components/public/try-tool";
import { ClientMessages } from "@/components/ui/client-messages";
import { strategyText } from "@/content/content";
import { strategyByKey } from "@/content/strategies";
import { now } from "@/server/clock";

export async function generateMetadata({ params }: PageProps<"/strategies/[key]/try">): Promise<Metadata> {
  const strategy = strategyByKey((await params).key);
  if (!strategy) return {};
  const locale = await getLocale();
  const words = await getTranslations("public.try");
  const text = strategyText(strategy, locale);
  const title = words("title", { strategy: text.title });
  return publicMetadata({ locale, path: `/strategies/${strategy.key}/try`, title, description: text.promise });
}

/** A strategy's tool to try, open to everybody. Nothing that is written here leaves the page. */
export default async function TryPage({ params }: PageProps<"/strategies/[key]/try">) {
  const strategy = strategyByKey((await params).key);
  if (!strategy) notFound();
  const locale = await getLocale();
  const words = await getTranslations("public.try");
  const text = strategyText(strategy, locale);
  const path = `/strategies/${strategy.key}`;
  return (
    <PublicPage path={`${path}/try`}>
      <div className={columnClass}>
        <Link
          href={localizedPath(locale, path)}
          className="mb-5 inline-flex min-h-6 items-center gap-1 font-medium text-14 text-ink-soft hover:text-ink"
        >
          {words("back")} <ChevronRight aria-hidden size={14} />
        </Link>
        <header className="mb-8">
          <h1 className="display text-32 sm:text-44">{text.title}</h1>
          <p className="mt-2 text-17 text-ink-soft">{text.promise}</p>
          <p className="mt-3 text-16">{words("nothingStored")}</p>
        </header>
        <ClientMessages names={["errors", "blocks"]}>
          <TryTool blocks={strategy.blocks} startedAt={now().getTime()} />
        </ClientMessages>
      </div>
    </PublicPage>
  );
}

// As on the partners' own pages nothing goes below 16 px.
const columnClass =
  "mx-auto w-full max-w-[38rem] px-5 pt-4 pb-20 text-16 md:pt-8 [&_.text-13]:text-16 [&_.text-14]:text-16 [&_.text-15]:text-16";
