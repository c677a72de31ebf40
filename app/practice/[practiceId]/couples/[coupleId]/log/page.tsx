import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LogFilters } from "@/components/staff/log/log-filters";
import { LogList } from "@/components/staff/log/log-list";
import { cursorIn, filtersIn, type SearchParams } from "@/components/staff/log/query";
import { places } from "@/components/staff/places";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { loadPage, serverApi } from "@/server/trpc/server";

type CoupleLogRouteProps = {
  params: Promise<{ practiceId: string; coupleId: string }>;
  searchParams: Promise<SearchParams>;
};

/** The page's name; it never holds the couple's. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("log"))("coupleTitle") };
}

/** Who opened a couple, in full, for its clinicians. */
export default async function CoupleLogRoute({ params, searchParams }: CoupleLogRouteProps) {
  const [{ practiceId, coupleId }, search] = await Promise.all([params, searchParams]);
  const { coupleId: _, ...filters } = filtersIn(search);
  const after = cursorIn(search);
  const api = await serverApi();
  const page = await loadPage(() => api.audit.coupleLog({ practiceId, coupleId, ...filters, after }));
  const words = await getTranslations("log");
  const { viewer, rows, next, people } = page;
  const path = places.coupleLog(practiceId, coupleId);
  const narrowed = Object.keys(filters).length > 0;
  const { timeZone } = viewer;
  return (
    <>
      <PageHeader
        crumb={{ href: places.couple(practiceId, coupleId), label: words("coupleCrumb") }}
        title={words("coupleTitle")}
        text={<span className="measure block">{words("coupleText")}</span>}
      />
      <LogFilters filters={filters} people={people} today={viewer.today} path={path} />
      {rows.length > 0 ? (
        <LogList
          rows={rows}
          next={next}
          path={path}
          filters={filters}
          further={after !== undefined}
          timeZone={timeZone}
          of="couple"
        />
      ) : (
        <EmptyState
          title={words(narrowed ? "empty.title" : "empty.coupleTitle")}
          text={words(narrowed ? "empty.text" : "empty.coupleText")}
        />
      )}
    </>
  );
}
