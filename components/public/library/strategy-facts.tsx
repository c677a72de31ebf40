import { CalendarDays, Clock, Feather, Users } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import type { Strategy, StrategyText } from "@/content/schema";
import { localizedPath } from "../paths";

/** Time, with whom and how often, and the tiny version for hard days. */
export function StrategyFacts({ strategy, text }: { strategy: Strategy; text: StrategyText }) {
  const words = useTranslations("public.strategy");
  const tryWords = useTranslations("public.try");
  const locale = useLocale();
  const facts = [
    { icon: Clock, name: words("time"), value: words("minutes", { count: strategy.minutes }) },
    { icon: Users, name: words("who"), value: words(`mode.${strategy.mode}`) },
    {
      icon: CalendarDays,
      name: words("often"),
      value: words(`cadence.${strategy.cadence.every}`, { times: strategy.cadence.times }),
    },
  ];
  return (
    <aside aria-label={words("facts")} className="grid content-start gap-4 self-start lg:sticky lg:top-8">
      <Card className="px-5.5 py-2">
        <dl>
          {facts.map(({ icon: Icon, name, value }) => (
            <div key={name} className="flex items-center gap-3 border-line border-t py-3 first:border-t-0">
              <Icon aria-hidden size={17} strokeWidth={1.8} className="shrink-0 text-ink-faint" />
              <dt className="grow text-15 text-ink-soft">{name}</dt>
              <dd className="text-right font-semibold text-15">{value}</dd>
            </div>
          ))}
        </dl>
      </Card>
      <div className="grid gap-1.5 text-center">
        <LinkButton href={localizedPath(locale, `/strategies/${strategy.key}/try`)} size="large" wide>
          {tryWords("link")}
        </LinkButton>
        <p className="text-14 text-ink-soft">{tryWords("linkText")}</p>
      </div>
      <section aria-labelledby="tiny" className="rounded-l bg-primary-wash px-5.5 py-5">
        <h2 id="tiny" className="flex items-center gap-2 font-semibold text-14 text-primary">
          <Feather aria-hidden size={16} strokeWidth={1.9} /> {words("tiny")}
        </h2>
        {text.tiny.title && <p className="display mt-2 text-20">{text.tiny.title}</p>}
        <p className="mt-1 text-16">{text.tiny.text}</p>
      </section>
      <p className="px-1 text-14 text-ink-soft">{words("withTherapist")}</p>
    </aside>
  );
}
