import clsx from "clsx";
import { useLocale, useTranslations } from "next-intl";
import { areaClass, areas } from "@/components/ui/area";
import { strategies } from "@/content/strategies";
import { ArrowLink } from "../arrow-link";
import { localizedPath } from "../paths";

/** The four areas, each with what it is about and the way to its strategies. */
export function Areas() {
  const words = useTranslations("public.home");
  const names = useTranslations("common.area");
  const locale = useLocale();
  return (
    <section aria-labelledby="areas" className="page">
      <h2 id="areas" className="sr-only">
        {words("areasTitle")}
      </h2>
      <ul className="grid gap-x-8 gap-y-8 border-line border-t pt-7 xs:grid-cols-2 lg:grid-cols-4">
        {areas.map((area) => (
          <li key={area} className="flex flex-col">
            <span aria-hidden className={clsx("mb-3 block h-[5px] w-8 rounded-full", areaClass[area].mark)} />
            <h3 className="font-semibold text-17">{names(area)}</h3>
            <p className="mt-0.5 mb-1.5 text-15 text-ink-soft">{words(`area.${area}`)}</p>
            <span className="mt-auto">
              <ArrowLink href={`${localizedPath(locale, "/strategies")}?area=${area}`}>
                {words("areasLink", { count: strategies.filter((strategy) => strategy.area === area).length })}
                <span className="sr-only">: {names(area)}</span>
              </ArrowLink>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
