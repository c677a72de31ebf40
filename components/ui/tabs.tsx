import clsx from "clsx";
import Link from "next/link";

export type TabLink = { href: string; label: string; count?: number; current?: boolean };

/** Views of one page as links, so that each has an address; scrolls sideways where the space is narrow. */
export function Tabs({ label, items, className }: { label: string; items: readonly TabLink[]; className?: string }) {
  return (
    <nav aria-label={label} className={clsx("-mx-1 overflow-x-auto px-1 py-1", className)}>
      <ul className="flex gap-1.5">
        {items.map((item) => (
          <li key={item.href} className="shrink-0">
            <Link
              href={item.href}
              prefetch={false}
              aria-current={item.current ? "page" : undefined}
              className={tabClass}
            >
              {item.label}
              {item.count !== undefined && <span className="figures">{item.count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const tabClass = clsx(
  "flex min-h-9 items-center gap-1.5 rounded-full px-3.5 py-1.5 font-medium text-14 text-ink-soft transition-colors",
  "hover:bg-sunken hover:text-ink aria-[current=page]:bg-primary-wash aria-[current=page]:text-primary",
);
