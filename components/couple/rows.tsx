import { Check, ChevronRight } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";

/** A heading with rows below it, divided by hairlines. */
export function RowSection({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <section>
      <h2 className="font-semibold text-16 text-ink-soft">{title}</h2>
      <ul className="divide-y divide-line">{children}</ul>
    </section>
  );
}

type RowProps = { href: string; mark: ReactNode; title: ReactNode; text: ReactNode; quiet?: boolean };

/** One row that leads somewhere: a mark, a name, a few words. */
export function LinkRow({ href, mark, title, text, quiet }: RowProps) {
  return (
    <li>
      <Link
        href={href}
        prefetch={false}
        className="group -mx-2 flex min-h-16 items-center gap-3.5 rounded-m px-2 py-2.5 hover:bg-sunken"
      >
        <span className="grid size-6 shrink-0 place-items-center">{mark}</span>
        <span className="min-w-0 grow">
          <span className={quiet ? "block text-17 text-ink-soft" : "block font-medium text-17"}>{title}</span>
          <span className="block text-16 text-ink-soft">{text}</span>
        </span>
        <ChevronRight aria-hidden size={18} className="shrink-0 text-ink-faint" />
      </Link>
    </li>
  );
}

/** A quiet tick in front of what was answered; the words beside it say how. */
export function Tick() {
  return (
    <span aria-hidden className="grid size-5.5 place-items-center rounded-full bg-positive text-paper">
      <Check size={14} strokeWidth={3} />
    </span>
  );
}
