import clsx from "clsx";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { areas } from "@/components/ui/area";
import { AreaMark } from "@/components/ui/area-mark";
import { localizedPath } from "../paths";
import { type LibraryQuery, lengths, queryPath } from "./query";

/** Area and time as links: each view of the library has an address, and nothing here needs a script. */
export function Filters({ query }: { query: LibraryQuery }) {
  const words = useTranslations("public.library");
  const names = useTranslations("common.area");
  const base = localizedPath(useLocale(), "/strategies");
  return (
    <div className="grid gap-3">
      <Group label={words("filterArea")}>
        <Choice href={queryPath(base, { ...query, area: null })} current={query.area === null}>
          {words("anyArea")}
        </Choice>
        {areas.map((area) => (
          <Choice key={area} href={queryPath(base, { ...query, area })} current={query.area === area}>
            <AreaMark area={area} /> {names(area)}
          </Choice>
        ))}
      </Group>
      <Group label={words("filterTime")}>
        <Choice href={queryPath(base, { ...query, minutes: null })} current={query.minutes === null}>
          {words("anyTime")}
        </Choice>
        {lengths.map((minutes) => (
          <Choice key={minutes} href={queryPath(base, { ...query, minutes })} current={query.minutes === minutes}>
            {words("upTo", { minutes })}
          </Choice>
        ))}
      </Group>
    </div>
  );
}

function Group({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav aria-label={label} className="flex flex-col gap-x-4 gap-y-1.5 sm:flex-row sm:items-baseline">
      <span aria-hidden className="w-12 shrink-0 font-medium text-13 text-ink-soft">
        {label}
      </span>
      <ul className="flex flex-wrap gap-1.5">{children}</ul>
    </nav>
  );
}

function Choice({ href, current, children }: { href: string; current: boolean; children: ReactNode }) {
  return (
    <li>
      <Link
        href={href}
        scroll={false}
        aria-current={current ? "true" : undefined}
        className={clsx(
          "flex min-h-9 items-center gap-2 rounded-full border px-3.5 font-medium text-14 transition-colors",
          current
            ? "border-primary bg-primary-wash text-primary"
            : "border-line-strong text-ink-soft hover:border-ink-faint hover:text-ink",
        )}
      >
        {children}
      </Link>
    </li>
  );
}
