import { Menu as MenuIcon } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Logo } from "@/components/brand/logo";
import { LinkButton } from "@/components/ui/link-button";
import { localizedPath } from "./paths";

const links = [
  { key: "strategies", path: "/strategies" },
  { key: "therapists", path: "/#therapists" },
  { key: "pricing", path: "/pricing" },
  { key: "privacy", path: "/privacy" },
  { key: "security", path: "/security" },
] as const;

/** Brand, the few places to go, and the way in. On a phone the places fold into a menu that needs no script. */
export function SiteHeader({ path }: { path: string }) {
  const words = useTranslations("public.nav");
  const locale = useLocale();
  const items = links.map((link) => ({
    label: words(link.key),
    href: link.path.startsWith("/#")
      ? `${localizedPath(locale, "/")}${link.path.slice(1)}`
      : localizedPath(locale, link.path),
    current: path === link.path,
  }));
  // On a phone it lies in the menu, where there is room for it.
  const signUp = { label: words("signUp"), href: localizedPath(locale, "/sign-up"), current: false };
  return (
    <header className="page flex items-center gap-1 py-5 xs:gap-4 md:py-6">
      <Link href={localizedPath(locale, "/")} aria-label={words("home")} className="flex rounded-s">
        <Logo />
      </Link>
      <nav aria-label={words("label")} className="ml-6 hidden lg:block">
        <ul className="flex gap-1">
          {items.map((item) => (
            <li key={item.href}>
              <Link href={item.href} aria-current={item.current ? "page" : undefined} className={navClass}>
                {item.label}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <span className="grow" />
      <LinkButton href={localizedPath(locale, "/sign-up")} prefetch={false} variant="quiet" className="max-sm:hidden">
        {words("signUp")}
      </LinkButton>
      <LinkButton href={localizedPath(locale, "/sign-in")} prefetch={false} variant="ghost">
        {words("signIn")}
      </LinkButton>
      <FoldedMenu label={words("menu")} items={[...items, signUp]} />
    </header>
  );
}

function FoldedMenu({ label, items }: { label: string; items: { label: string; href: string; current: boolean }[] }) {
  return (
    <details className="group relative lg:hidden">
      <summary className="-mr-2.5 grid size-10.5 list-none place-items-center rounded-full text-ink-soft hover:bg-sunken hover:text-ink">
        <MenuIcon aria-hidden size={20} />
        <span className="sr-only">{label}</span>
      </summary>
      <nav
        aria-label={label}
        className="absolute top-12 right-0 z-30 w-56 animate-fade rounded-m border border-line bg-surface p-1.5 shadow-lift"
      >
        <ul>
          {items.map((item) => (
            <li key={item.href}>
              <a
                href={item.href}
                aria-current={item.current ? "page" : undefined}
                className="block rounded-s px-3 py-2.5 font-medium text-16 hover:bg-primary-wash aria-[current=page]:text-primary"
              >
                {item.label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </details>
  );
}

const navClass =
  "block rounded-full px-3 py-2 font-medium text-15 text-ink-soft transition-colors hover:bg-sunken hover:text-ink aria-[current=page]:text-ink";
