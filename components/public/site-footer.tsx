import { cookies } from "next/headers";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Logo } from "@/components/brand/logo";
import { ThemeChoice } from "@/components/ui/theme-choice";
import { LanguageLinks } from "./language-links";
import { localizedPath } from "./paths";
import { tel } from "./telephone";

const links = [
  { key: "strategies", path: "/strategies" },
  { key: "pricing", path: "/pricing" },
  { key: "privacy", path: "/privacy" },
  { key: "security", path: "/security" },
  { key: "signUp", path: "/sign-up" },
  { key: "signIn", path: "/sign-in" },
] as const;

/** Where to go, in which language and light, and the numbers that answer at once. */
export function SiteFooter({ path }: { path: string }) {
  const words = useTranslations("public");
  const locale = useLocale();
  return (
    <footer className="mt-20 border-line border-t bg-sunken md:mt-28">
      <div className="page grid gap-10 py-12 md:grid-cols-[1.3fr_0.7fr_1.6fr]">
        <div className="grid content-start gap-4">
          <Logo />
          <p className="max-w-64 text-14 text-ink-soft">{words("footer.about")}</p>
          <p className="max-w-64 text-14 text-ink-soft">{words("footer.noTrackers")}</p>
        </div>
        <nav aria-label={words("footer.links")}>
          <ul className="grid gap-1.5 text-15">
            {links.map((link) => (
              <li key={link.key}>
                <Link
                  href={localizedPath(locale, link.path)}
                  prefetch={false}
                  className="inline-block min-h-6 text-ink-soft underline-offset-4 hover:text-ink hover:underline"
                >
                  {words(`nav.${link.key}`)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <div className="grid content-start gap-5 text-14">
          <div>
            <h2 className="font-semibold">{words("footer.safety")}</h2>
            <p className="mt-1 text-ink-soft">{words.rich("footer.crisis", { tel })}</p>
          </div>
          <div className="flex flex-wrap items-center justify-between gap-4">
            <LanguageLinks path={path} />
            <ChosenTheme />
          </div>
        </div>
      </div>
    </footer>
  );
}

async function ChosenTheme() {
  const chosen = (await cookies()).get("theme")?.value;
  return <ThemeChoice theme={chosen === "light" || chosen === "dark" ? chosen : "device"} />;
}
