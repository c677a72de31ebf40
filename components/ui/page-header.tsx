import { ChevronRight } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";

type PageHeaderProps = {
  title: ReactNode;
  /** One sentence under the title. */
  text?: ReactNode;
  /** Where this page hangs. */
  crumb?: { href: string; label: string };
  /** Buttons on the right, the one primary last. */
  actions?: ReactNode;
};

/** The head of a page: crumb, name in the display face, one sentence, actions. */
export function PageHeader({ title, text, crumb, actions }: PageHeaderProps) {
  return (
    <header className="mb-5 flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
      <div className="min-w-0">
        {crumb && (
          <Link
            href={crumb.href}
            prefetch={false}
            className="mb-1 inline-flex min-h-6 items-center gap-1 font-medium text-13 text-ink-soft hover:text-ink"
          >
            {crumb.label}
            <ChevronRight aria-hidden size={14} />
          </Link>
        )}
        <h1 className="display text-32">{title}</h1>
        {text && <p className="text-15 text-ink-soft">{text}</p>}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-3">{actions}</div>}
    </header>
  );
}
