import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

type Section = { id: string; paragraphs: number; extra?: ReactNode };

type PlainDocumentProps = {
  namespace: "public.privacy" | "public.security";
  sections: readonly Section[];
};

/** A long text in plain words: what it is about, its contents beside it, and one heading per question. */
export function PlainDocument({ namespace, sections }: PlainDocumentProps) {
  const words = useTranslations(namespace);
  const shared = useTranslations("public.document");
  return (
    <div className="page pt-6 md:pt-10">
      <h1 className="display text-44 font-[430] sm:text-60">{words("title")}</h1>
      <p className="mt-4 max-w-[36em] text-20 text-ink-soft">{words("text")}</p>
      <div className="mt-12 grid gap-x-16 gap-y-10 lg:grid-cols-[17rem_1fr]">
        <nav aria-label={shared("contents")} className="hidden lg:block">
          <ul className="sticky top-8 grid gap-0.5 border-line border-l">
            {sections.map((section) => (
              <li key={section.id}>
                <a
                  href={`#${section.id}`}
                  className="-ml-px block border-transparent border-l py-1.5 pl-4 text-14 text-ink-soft hover:border-primary hover:text-ink"
                >
                  {words(`sections.${section.id}.title`)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div className="grid max-w-[42rem] gap-11">
          {sections.map((section) => (
            <section key={section.id} aria-labelledby={section.id}>
              <h2 id={section.id} className="display scroll-mt-8 text-24 sm:text-32">
                {words(`sections.${section.id}.title`)}
              </h2>
              {Array.from({ length: section.paragraphs }, (_, index) => String(index + 1)).map((key) => (
                <p key={key} className="mt-3 text-17 leading-relaxed">
                  {words(`sections.${section.id}.${key}`)}
                </p>
              ))}
              {section.extra}
            </section>
          ))}
        </div>
      </div>
    </div>
  );
}
