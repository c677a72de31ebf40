import { ChevronRight } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";

/** A quiet link onwards, with an arrow that leans forward under the pointer. */
export function ArrowLink({ href, prefetch, children }: { href: string; prefetch?: false; children: ReactNode }) {
  return (
    <Link
      href={href}
      prefetch={prefetch}
      className="group inline-flex min-h-8 items-center gap-1.5 rounded-s font-semibold text-16 text-primary underline-offset-4 hover:underline"
    >
      {children}
      <ChevronRight aria-hidden size={16} className="transition-transform group-hover:translate-x-0.5" />
    </Link>
  );
}
