import { useLocale, useTranslations } from "next-intl";
import { locales } from "@/messages/locales";
import { localizedPath } from "./paths";

/** The same page in the other languages, as plain links; public/site.js remembers the choice on this device. */
export function LanguageLinks({ path }: { path: string }) {
  const words = useTranslations("common.language");
  const active = useLocale();
  return (
    <ul aria-label={words("label")} className="flex flex-wrap gap-x-4 gap-y-1">
      {locales.map((locale) => (
        <li key={locale}>
          <a
            href={localizedPath(locale, path)}
            hrefLang={locale}
            lang={locale}
            aria-current={locale === active ? "true" : undefined}
            data-site-language=""
            className="inline-block min-h-6 text-ink-soft underline-offset-4 hover:text-ink hover:underline aria-current:font-semibold aria-current:text-ink"
          >
            {words(locale)}
          </a>
        </li>
      ))}
    </ul>
  );
}
