import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SiteFooter } from "./site-footer";
import { SiteHeader } from "./site-header";
import { SiteScript } from "./site-script";

/** The frame of a public page; `path` is its address without language, so that the language links keep the page. */
export function PublicPage({ path, children }: { path: string; children: ReactNode }) {
  const words = useTranslations("common");
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#content"
        className="absolute top-2 left-2 z-50 -translate-y-20 rounded-full bg-primary px-5 py-2.5 font-semibold text-on-primary focus-visible:translate-y-0"
      >
        {words("skip")}
      </a>
      <SiteHeader path={path} />
      <main id="content" tabIndex={-1} className="grow">
        {children}
      </main>
      <SiteFooter path={path} />
      <SiteScript />
    </div>
  );
}
