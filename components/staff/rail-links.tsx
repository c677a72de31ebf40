"use client";

import {
  BadgeCheck,
  BookOpen,
  CalendarOff,
  ContactRound,
  CreditCard,
  Flag,
  House,
  type LucideIcon,
  Mail,
  ScrollText,
  Settings,
  Users,
} from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { Count } from "@/components/ui/chip";

export type RailItem = {
  href: string;
  label: string;
  icon: keyof typeof icons;
  /** Pages below this address belong to the item too. */
  below?: string;
  count?: { value: number; label: string };
};

const icons = {
  caseload: House,
  couples: Users,
  library: BookOpen,
  start: Flag,
  settings: Settings,
  log: ScrollText,
  licences: BadgeCheck,
  people: ContactRound,
  absence: CalendarOff,
  mail: Mail,
  billing: CreditCard,
} satisfies Record<string, LucideIcon>;

/** The places of the practice, the present one marked. */
export function RailLinks({ items }: { items: readonly RailItem[] }) {
  const pathname = usePathname();
  return (
    <ul className="grid gap-1">
      {items.map((item) => {
        const Icon = icons[item.icon];
        const current = pathname === item.href || (item.below !== undefined && pathname.startsWith(item.below));
        return (
          <li key={item.href}>
            <Link href={item.href} prefetch={false} aria-current={current ? "page" : undefined} className={linkClass}>
              <Icon aria-hidden size={18} strokeWidth={1.9} className="shrink-0" />
              <span className="grow">{item.label}</span>
              {item.count && item.count.value > 0 && <Count {...item.count} />}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}

const linkClass =
  "flex min-h-11 items-center gap-3 rounded-m px-3 py-2 font-medium text-15 text-ink-soft transition-colors hover:text-ink " +
  "hover:bg-surface/60 aria-[current=page]:bg-surface aria-[current=page]:text-ink aria-[current=page]:shadow-card";
