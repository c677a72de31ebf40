import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { areas } from "@/components/ui/area";
import { AreaMark } from "@/components/ui/area-mark";
import { strategyText } from "@/content/content";
import type { Strategy } from "@/content/schema";
import { places } from "../places";

type ListProps = { strategies: readonly Strategy[]; practiceId: string };

/** The library by area, every strategy with its promise and what is suggested. */
export function StrategyList({ strategies, practiceId }: ListProps) {
  const areaWords = useTranslations("common.area");
  return (
    <div className="grid gap-8">
      {areas.map((area) => (
        <section key={area} aria-labelledby={`area-${area}`}>
          <h2 id={`area-${area}`} className="mb-3 flex items-center gap-2.5 font-semibold text-17">
            <AreaMark area={area} /> {areaWords(area)}
          </h2>
          <ul className="grid gap-3 @xl:grid-cols-2 @4xl:grid-cols-3">
            {strategies
              .filter((strategy) => strategy.area === area)
              .map((strategy) => (
                <Item key={strategy.key} strategy={strategy} practiceId={practiceId} />
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Item({ strategy, practiceId }: { strategy: Strategy; practiceId: string }) {
  const words = useTranslations("staff");
  const { title, promise } = strategyText(strategy, useLocale());
  const facts = [
    words("library.minutes", { count: strategy.minutes }),
    words(`mode.${strategy.mode}`),
    words(`cadence.${strategy.cadence.every}`, { times: strategy.cadence.times }),
  ];
  return (
    <li className={itemClass}>
      <h3 className="font-semibold text-16">
        <Link
          href={places.strategy(practiceId, strategy.key)}
          prefetch={false}
          className="outline-none after:absolute after:inset-0"
        >
          {title}
        </Link>
      </h3>
      <p className="mt-0.5 mb-3 text-14 text-ink-soft">{promise}</p>
      <p className="mt-auto text-13 text-ink-faint">{facts.join(" · ")}</p>
    </li>
  );
}

const itemClass =
  "relative flex flex-col rounded-l border border-line bg-surface px-5 py-4 shadow-card transition-colors hover:border-line-control " +
  "has-focus-visible:outline-[2.5px] has-focus-visible:outline-offset-2 has-focus-visible:outline-focus";
