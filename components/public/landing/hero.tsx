import { useLocale, useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/link-button";
import { ArrowLink } from "../arrow-link";
import { localizedPath } from "../paths";
import { HeroStage } from "./hero-stage";

/** What it is in one sentence, the two ways on, and the product itself beside it. */
export function Hero() {
  const words = useTranslations("public.home");
  const locale = useLocale();
  return (
    <section className="page grid grid-cols-[minmax(0,1fr)] items-center gap-x-14 gap-y-12 pt-8 pb-16 md:pt-14 lg:grid-cols-[minmax(0,1.06fr)_minmax(0,0.94fr)] lg:pb-24">
      <div>
        <h1 className="display text-44 font-[430] sm:text-60">{words("title")}</h1>
        <p className="mt-5 max-w-[31em] text-17 text-ink-soft sm:text-[1.1875rem]">{words("text")}</p>
        <div className="mt-7 flex flex-wrap items-center gap-x-6 gap-y-3">
          <LinkButton href={localizedPath(locale, "/strategies")} size="large">
            {words("browse")}
          </LinkButton>
          <ArrowLink href={localizedPath(locale, "/sign-in")} prefetch={false}>
            {words("signIn")}
          </ArrowLink>
        </div>
        <p className="mt-6 max-w-[34em] text-14 text-ink-faint">{words("fine")}</p>
      </div>
      <HeroStage />
    </section>
  );
}
