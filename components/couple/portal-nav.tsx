"use client";

import clsx from "clsx";
import { Heart, House, UserRound } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";

const places = [
  { key: "today", path: "", icon: House },
  { key: "us", path: "/us", icon: Heart },
  { key: "me", path: "/me", icon: UserRound },
] as const;

/** Today, Us and Me: at the thumb on a phone, in the head on wider screens. An open exercise has the phone to itself. */
export function PortalNav({ coupleId }: { coupleId: string }) {
  const words = useTranslations("couple.nav");
  const base = `/couple/${coupleId}`;
  const path = usePathname();
  const isPlace = places.some((place) => path === base + place.path);
  return (
    <nav
      aria-label={words("label")}
      data-place={isPlace || undefined}
      className={clsx(navClass, !isPlace && "max-md:hidden")}
    >
      <ul className="mx-auto grid max-w-md grid-cols-3 md:flex md:gap-1">
        {places.map(({ key, path: end, icon: Icon }) => (
          <li key={key}>
            <Link
              href={base + end}
              prefetch={false}
              aria-current={path === base + end ? "page" : undefined}
              className={linkClass}
            >
              <Icon aria-hidden size={22} strokeWidth={1.8} className="md:size-4.5" />
              {words(key)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const navClass = clsx(
  "max-md:fixed max-md:inset-x-0 max-md:bottom-0 max-md:z-30 max-md:border-line max-md:border-t max-md:bg-surface",
  "max-md:pb-[env(safe-area-inset-bottom)]",
);
const linkClass = clsx(
  "grid min-h-16 place-items-center content-center gap-0.5 px-2 text-16 leading-tight text-ink-soft transition-colors hover:text-ink",
  "aria-[current=page]:font-semibold aria-[current=page]:text-primary",
  "md:flex md:min-h-11 md:items-center md:gap-2 md:rounded-full md:px-4 md:hover:bg-sunken md:aria-[current=page]:bg-primary-wash",
);
