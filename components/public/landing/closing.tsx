import { useLocale, useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/link-button";
import { localizedPath } from "../paths";

/** The last word: where to begin. */
export function Closing() {
  const words = useTranslations("public");
  const locale = useLocale();
  return (
    <section aria-labelledby="closing" className="page pt-24 md:pt-32">
      <div className="stage grid justify-items-center rounded-xl px-6 py-14 text-center sm:py-20">
        <h2 id="closing" className="display text-32 sm:text-44">
          {words("closing.title")}
        </h2>
        <p className="mt-3 max-w-[34em] text-balance text-17 text-ink-soft">{words("closing.text")}</p>
        <LinkButton href={localizedPath(locale, "/strategies")} size="large" className="mt-7">
          {words("home.browse")}
        </LinkButton>
        <p className="mt-5 text-14 text-ink-soft">{words("closing.fine")}</p>
      </div>
    </section>
  );
}
