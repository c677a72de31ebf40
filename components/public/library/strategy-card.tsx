import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { AreaIcon } from "@/components/ui/area-icon";
import { Chip } from "@/components/ui/chip";
import { strategyText } from "@/content/content";
import type { Strategy } from "@/content/schema";
import { localizedPath } from "../paths";

/** A strategy in the library: area, name, promise, how long and with whom. The whole card is its link. */
export function StrategyCard({ strategy }: { strategy: Strategy }) {
  const words = useTranslations("public.strategy");
  const names = useTranslations("common.area");
  const locale = useLocale();
  const text = strategyText(strategy, locale);
  return (
    <li className="relative flex flex-col rounded-l border border-line bg-surface p-5.5 shadow-card transition-shadow hover:shadow-lift has-focus-visible:outline-[2.5px] has-focus-visible:outline-focus has-focus-visible:outline-offset-2">
      <span>
        <Chip area={strategy.area} icon={<AreaIcon area={strategy.area} />}>
          {names(strategy.area)}
        </Chip>
      </span>
      <h2 className="display mt-3 text-24">
        <Link
          href={localizedPath(locale, `/strategies/${strategy.key}`)}
          className="outline-none after:absolute after:inset-0 after:rounded-l"
        >
          {text.title}
        </Link>
      </h2>
      <p className="mt-1.5 mb-5 text-15 text-ink-soft">{text.promise}</p>
      <p className="mt-auto flex flex-wrap gap-x-4 gap-y-1 text-13 text-ink-faint">
        <span>{words("minutes", { count: strategy.minutes })}</span>
        <span>{words(`mode.${strategy.mode}`)}</span>
        <span>{words(`cadence.${strategy.cadence.every}`, { times: strategy.cadence.times })}</span>
      </p>
    </li>
  );
}
