import clsx from "clsx";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Logo } from "@/components/brand/logo";
import { QuickExit } from "@/components/safety/quick-exit";
import { PortalNav } from "./portal-nav";

/** The frame of every partner's page: the way out always at the top, one calm column below it. */
export function PortalShell({ coupleId, children }: { coupleId: string; children: ReactNode }) {
  const words = useTranslations("common");
  const home = `/couple/${coupleId}`;
  return (
    <div className={shellClass}>
      <a href="#main" className={skipClass}>
        {words("skip")}
      </a>
      <header className="sticky top-0 z-20 bg-paper pt-[env(safe-area-inset-top)] md:border-line md:border-b">
        <div className="mx-auto grid min-h-16 w-full max-w-5xl grid-cols-[1fr_auto_1fr] items-center px-5">
          <Link href={home} prefetch={false} className="flex min-h-11 items-center justify-self-start rounded-s">
            <span className="flex md:hidden">
              <Logo compact />
            </span>
            <span className="hidden md:flex">
              <Logo />
            </span>
          </Link>
          <PortalNav coupleId={coupleId} />
        </div>
      </header>
      <QuickExit className="fixed top-[calc(env(safe-area-inset-top)+0.625rem)] right-5 z-60 lg:right-[max(1.25rem,calc(50vw-30.75rem))]" />
      <main id="main" tabIndex={-1} className={mainClass}>
        {children}
      </main>
    </div>
  );
}

// The partners' side never goes below 16 px: smaller steps of the shared primitives are raised here, in one place.
const shellClass = "group/shell min-h-dvh text-16 [&_.text-13]:text-16 [&_.text-14]:text-16 [&_.text-15]:text-16";
// Room for the bar at the thumb, where there is one.
const mainClass = clsx(
  "mx-auto w-full max-w-[38rem] px-5 pt-4 pb-6 outline-none md:pt-10 md:pb-20",
  "max-md:group-has-[[data-place]]/shell:pb-32",
);
const skipClass = clsx(
  "sr-only focus:not-sr-only focus:fixed focus:top-3 focus:left-5 focus:z-60 focus:rounded-full focus:bg-surface focus:px-5 focus:py-3",
);
