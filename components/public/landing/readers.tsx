import { useLocale, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { ArrowLink } from "../arrow-link";
import { localizedPath } from "../paths";
import { ReadersTable } from "../readers-table";

/** Who can read what: the promise that the rest stands on. */
export function Readers() {
  const words = useTranslations("public.readers");
  const locale = useLocale();
  return (
    <section
      aria-labelledby="readers"
      className="page grid items-center gap-x-16 gap-y-8 pt-24 md:pt-32 lg:grid-cols-2"
    >
      <div>
        <h2 id="readers" className="display text-32 sm:text-44">
          {words("title")}
        </h2>
        <p className="mt-4 max-w-[34em] text-17 text-ink-soft">{words("text")}</p>
        <p className="mt-4 max-w-[34em] text-17 text-ink-soft">{words("rest")}</p>
        <p className="mt-5">
          <ArrowLink href={localizedPath(locale, "/privacy")}>{words("more")}</ArrowLink>
        </p>
      </div>
      <Card className="px-4 pt-5 pb-1.5 sm:px-7 sm:pt-6">
        <ReadersTable />
      </Card>
    </section>
  );
}
