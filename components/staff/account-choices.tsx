"use client";

import { KeyRound, LogOut, Mail } from "lucide-react";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useSignOut } from "@/components/auth/sign-out";
import { PlaceChoices } from "@/components/places/place-choices";
import { useHere } from "@/components/session/use-here";
import { MenuChoice, MenuItem, MenuLink, MenuSeparator } from "@/components/ui/menu";
import { rememberChoice } from "@/components/ui/preference-cookie";
import { useTheme } from "@/components/ui/theme-switch";
import { type Locale, locales } from "@/messages/locales";
import { places } from "./places";
import { chooseShortcuts, useShortcutsOn } from "./shortcuts";

/** What the account's menu offers: first steps where the rail has none (`start`), other places, appearance, language, single-key shortcuts, and the way out. */
export function AccountChoices({ practiceId, start }: { practiceId: string; start: boolean }) {
  const words = useTranslations("staff");
  const practice = useTranslations("practice.nav");
  const { signOut, pending } = useSignOut();
  return (
    <>
      {start && (
        <>
          <MenuLink href={places.start(practiceId)}>{practice("start")}</MenuLink>
          <MenuSeparator />
        </>
      )}
      <PlaceChoices here={places.caseload(practiceId)} />
      <MenuSeparator />
      <ThemeChoice />
      <LanguageChoice />
      <ShortcutChoice />
      <MenuSeparator />
      <MenuLink href={places.reminders(practiceId)} icon={<Mail aria-hidden size={16} />}>
        {words("nav.myEmails")}
      </MenuLink>
      <MenuLink href={`/account?next=${encodeURIComponent(useHere())}`} icon={<KeyRound aria-hidden size={16} />}>
        {words("nav.howYouSignIn")}
      </MenuLink>
      <MenuItem icon={<LogOut aria-hidden size={16} />} disabled={pending} onSelect={signOut}>
        {words("nav.signOut")}
      </MenuItem>
    </>
  );
}

function ThemeChoice() {
  const words = useTranslations("common.theme");
  const { theme, choose } = useTheme();
  const options = (["light", "dark", "device"] as const).map((value) => ({ value, label: words(value) }));
  return <MenuChoice label={words("label")} value={theme} options={options} onValueChange={choose} />;
}

function LanguageChoice() {
  const words = useTranslations("common.language");
  const router = useRouter();
  const active = useLocale() as Locale;
  const options = locales.map((value) => ({ value, label: words(value) }));
  const choose = (locale: Locale) => {
    rememberChoice("locale", locale);
    router.refresh();
  };
  return <MenuChoice label={words("label")} value={active} options={options} onValueChange={choose} />;
}

function ShortcutChoice() {
  const words = useTranslations("staff.shortcuts");
  const options = (["on", "off"] as const).map((value) => ({ value, label: words(value) }));
  return (
    <div className="hidden pointer-fine:block">
      <MenuChoice
        label={words("label")}
        value={useShortcutsOn() ? "on" : "off"}
        options={options}
        onValueChange={(value) => chooseShortcuts(value === "on")}
      />
    </div>
  );
}
