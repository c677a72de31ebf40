import { ArrowLeft } from "lucide-react";
import Link from "next/link";

/** The way back to where this page hangs. */
export function BackLink({ href, label }: { href: string; label: string }) {
  return (
    <Link
      href={href}
      prefetch={false}
      className="-ml-2 mb-2 inline-flex min-h-11 items-center gap-1.5 rounded-full px-2 text-16 text-ink-soft hover:text-ink"
    >
      <ArrowLeft aria-hidden size={18} />
      {label}
    </Link>
  );
}
