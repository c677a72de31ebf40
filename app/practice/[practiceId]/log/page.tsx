import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ExportCard } from "@/components/staff/log/export-card";
import { LogFilters } from "@/components/staff/log/log-filters";
import { LogList } from "@/components/staff/log/log-list";
import { cursorIn, filtersIn, type SearchParams } from "@/components/staff/log/query";
import { SealCard } from "@/components/staff/log/seal-card";
import { places } from "@/components/staff/places";
import { ClientMessages } from "@/components/ui/client-messages";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { loadPage, serverApi } from "@/server/trpc/server";

type LogRouteProps = { params: Promise<{ practiceId: string }>; searchParams: Promise<SearchParams> };

/** The page's name. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("log"))("title") };
}

/** One page proves who accessed what: the practice's access log, for its owners. */
export default async function LogRoute({ params, searchParams }: LogRouteProps) {
  const [{ practiceId }, search] = await Promise.all([params, searchParams]);
  const [filters, after] = [filtersIn(search), cursorIn(search)];
  const api = await serverApi();
  const page = await loadPage(() => api.audit.log({ practiceId, ...filters, after }));
  const words = await getTranslations("log");
  const { viewer, rows, next, people, couples, seal, exports } = page;
  const { timeZone } = viewer;
  const path = places.log(practiceId);
  return (
    <>
      <PageHeader title={words("title")} text={<span className="measure block">{words("text")}</span>} />
      <div className="mb-5 grid items-start gap-4.5 @3xl:grid-cols-2">
        <SealCard seal={seal} timeZone={timeZone} />
        <ClientMessages names={["log", "errors"]}>
          <ExportCard practiceId={practiceId} filters={filters} exports={exports} timeZone={timeZone} />
        </ClientMessages>
      </div>
      <LogFilters filters={filters} people={people} couples={couples} today={viewer.today} path={path} />
      {rows.length > 0 ? (
        <LogList
          rows={rows}
          next={next}
          path={path}
          filters={filters}
          further={after !== undefined}
          timeZone={timeZone}
          of="practice"
        />
      ) : (
        <EmptyState
          title={words("empty.title")}
          text={words("empty.text")}
          action={
            <LinkButton href={path} prefetch={false} variant="ghost">
              {words("filter.clear")}
            </LinkButton>
          }
        />
      )}
    </>
  );
}
