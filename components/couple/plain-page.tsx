import type { ReactNode } from "react";
import { Logo } from "@/components/brand/logo";

/** A page that stands alone: the mark, one heading, a few words, one action. */
export function PlainPage({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <main className="mx-auto grid min-h-dvh w-full max-w-md content-center gap-3 px-5 py-16 text-16">
      <Logo compact className="mb-3" />
      <h1 className="display text-32">{title}</h1>
      {children}
    </main>
  );
}
