import { ArrowLeft, ArrowRight } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { strategyText } from "@/content/content";
import type { Strategy } from "@/content/schema";
import { strategies } from "@/content/strategies";
import { localizedPath } from "../paths";

/** The strategies before and after this one in the library. */
export function Neighbours({ strategy }: { strategy: Strategy }) {
  const words = useTranslations("public.strategy");
  const index = strategies.indexOf(strategy);
  const previous = strategies[index - 1];
  const next = strategies[index + 1];
  return (
    <nav aria-label={words("around")} className="mt-16 grid gap-4 border-line border-t pt-7 sm:grid-cols-2">
      {previous ? <Neighbour strategy={previous} label={words("previous")} /> : <span className="max-sm:hidden" />}
      {next && <Neighbour strategy={next} label={words("next")} forward />}
    </nav>
  );
}

function Neighbour({ strategy, label, forward }: { strategy: Strategy; label: string; forward?: boolean }) {
  const locale = useLocale();
  const Icon = forward ? ArrowRight : ArrowLeft;
  return (
    <Link
      href={localizedPath(locale, `/strategies/${strategy.key}`)}
      className={`group flex items-center gap-4 rounded-l border border-line px-5 py-4 transition-colors hover:border-line-strong hover:bg-surface ${forward ? "flex-row-reverse text-right" : ""}`}
    >
      <Icon aria-hidden size={18} className="shrink-0 text-primary" />
      <span className="grow">
        <span className="block text-13 text-ink-soft">{label}</span>
        <span className="display block text-20">{strategyText(strategy, locale).title}</span>
      </span>
    </Link>
  );
}
