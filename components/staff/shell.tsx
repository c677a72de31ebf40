import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Logo } from "@/components/brand/logo";
import type { StaffViewer } from "@/server/features/people/schema";
import { AccountMenu } from "./account-menu";
import { administers, isTherapist, owns, places } from "./places";
import { type RailItem, RailLinks } from "./rail-links";
import { TopMenu } from "./top-menu";

type ShellProps = {
  viewer: StaffViewer;
  /** Couples that need their therapist now. */
  attention: number;
  /** Whether the list of first steps stands in the rail. */
  firstSteps: boolean;
  children: ReactNode;
};

/** The frame of the staff's side: a rail on wide screens, a bar with a menu on narrow ones. */
export function Shell({ viewer, attention, firstSteps, children }: ShellProps) {
  const words = useTranslations();
  const items = useItems(viewer, attention, firstSteps);
  const person = {
    practiceId: viewer.practiceId,
    name: viewer.displayName,
    practice: viewer.practiceName,
    start: !firstSteps,
  };
  return (
    <div className="min-h-dvh md:grid md:grid-cols-[15rem_minmax(0,1fr)] print:block">
      <a href="#content" className={skipClass}>
        {words("common.skip")}
      </a>
      <header className="sticky top-0 z-30 flex items-center justify-between gap-4 border-line border-b bg-paper px-4 py-2 md:hidden print:hidden">
        <Home />
        <TopMenu items={items} {...person} />
      </header>
      <header className="hidden border-line border-r bg-sunken md:block print:hidden">
        <div className="sticky top-0 flex h-dvh flex-col overflow-y-auto p-3.5">
          <div className="px-2.5 pt-4 pb-6">
            <Home />
          </div>
          <nav aria-label={words("staff.nav.label")} className="grow">
            <RailLinks items={items} />
          </nav>
          <div className="mt-4 border-line border-t pt-3">
            <AccountMenu {...person} />
          </div>
        </div>
      </header>
      <main
        id="content"
        tabIndex={-1}
        className="@container mx-auto w-full max-w-[92rem] px-4 py-6 md:px-7 md:py-9 xl:px-10"
      >
        {children}
      </main>
    </div>
  );
}

function Home() {
  return (
    <Link href="/home" prefetch={false} className="inline-block rounded-s">
      <Logo />
    </Link>
  );
}

function useItems(viewer: StaffViewer, attention: number, firstSteps: boolean): RailItem[] {
  const words = useTranslations("staff.nav");
  const practice = useTranslations("practice.nav");
  const logWords = useTranslations("log");
  const people = useTranslations("people");
  const reminders = useTranslations("reminders");
  const billing = useTranslations("billing");
  const { practiceId } = viewer;
  const therapist = isTherapist(viewer);
  const couples = places.couples(practiceId);
  const caseload: RailItem = {
    href: places.caseload(practiceId),
    label: words("caseload"),
    icon: "caseload",
    below: `${couples}/`,
    count: { value: attention, label: words("attention", { count: attention }) },
  };
  const library = places.library(practiceId);
  const staff = places.people(practiceId);
  const licences: RailItem = { href: places.licences(practiceId), label: words("licences"), icon: "licences" };
  const start: RailItem = { href: places.start(practiceId), label: practice("start"), icon: "start" };
  const settings: RailItem = {
    href: places.settings(practiceId),
    label: practice("settings"),
    icon: "settings",
    below: places.agreement(practiceId),
  };
  return [
    ...(firstSteps ? [start] : []),
    ...(therapist ? [caseload] : []),
    ...(administers(viewer) ? [{ href: couples, label: words("couples"), icon: "couples" as const }] : []),
    { href: library, label: words("library"), icon: "library" as const, below: library },
    ...(therapist ? [{ href: places.absence(practiceId), label: people("absenceNav"), icon: "absence" as const }] : []),
    { href: staff, label: people("nav"), icon: "people" as const, below: staff },
    ...(therapist || viewer.roles.includes("OWNER") ? [licences] : []),
    ...(viewer.roles.includes("OWNER") ? [settings] : []),
    ...(owns(viewer) ? [{ href: places.billing(practiceId), label: billing("nav"), icon: "billing" as const }] : []),
    ...(owns(viewer) ? [{ href: places.mail(practiceId), label: reminders("mailNav"), icon: "mail" as const }] : []),
    ...(owns(viewer) ? [{ href: places.log(practiceId), label: logWords("nav"), icon: "log" as const }] : []),
  ];
}

const skipClass =
  "sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:rounded-full focus:bg-primary focus:px-4 focus:py-2 " +
  "font-semibold text-14 text-on-primary";
