import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";

type SectionProps = { id: string; title: ReactNode; text?: ReactNode; children: ReactNode };

/** One part of one's account, which links can lead to. */
export function Section({ id, title, text, children }: SectionProps) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="scroll-mt-24">
      <Card className="grid gap-4 p-5 sm:p-6">
        <header>
          <h2 id={`${id}-title`} className="font-semibold text-20">
            {title}
          </h2>
          {text && <p className="text-15 text-ink-soft">{text}</p>}
        </header>
        {children}
      </Card>
    </section>
  );
}

/** What is set, with what can be done about it beside. */
export function Setting({ title, text, actions }: { title: ReactNode; text?: ReactNode; actions?: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-5 gap-y-2">
      <div className="min-w-0 grow basis-56">
        <p className="break-words font-medium text-16">{title}</p>
        {text && <p className="text-15 text-ink-soft">{text}</p>}
      </div>
      {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
    </div>
  );
}
