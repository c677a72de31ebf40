import type { ReactNode } from "react";

/** The name of a page in the display face, and one sentence. */
export function PageTitle({ title, text }: { title: ReactNode; text?: ReactNode }) {
  return (
    <header className="mb-6">
      <h1 className="display text-32 sm:text-44">{title}</h1>
      {text && <p className="mt-1 text-17 text-ink-soft">{text}</p>}
    </header>
  );
}
