"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { locales } from "@/messages/locales";
import { rememberChoice } from "./preference-cookie";

/** The language of the signed-in side, remembered on this device; the page is drawn anew in place. */
export function LanguageSwitch() {
  const words = useTranslations("common.language");
  const active = useLocale();
  const router = useRouter();
  const choose = (locale: string) => {
    rememberChoice("locale", locale);
    router.refresh();
  };
  return (
    <fieldset className="inline-flex rounded-full border border-line-strong p-0.5">
      <legend className="sr-only">{words("label")}</legend>
      {locales.map((locale) => (
        <label
          key={locale}
          lang={locale}
          className="relative grid min-h-8 place-items-center rounded-full px-3 font-medium text-13 text-ink-soft hover:text-ink has-checked:bg-primary-wash has-checked:text-primary has-focus-visible:outline-[2.5px] has-focus-visible:outline-focus"
        >
          <input
            type="radio"
            name="locale"
            value={locale}
            checked={active === locale}
            onChange={() => choose(locale)}
            className="sr-only"
          />
          {words(locale)}
        </label>
      ))}
    </fieldset>
  );
}
