import clsx from "clsx";
import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { PartnerMark } from "@/components/ui/partner";
import { Tabs } from "@/components/ui/tabs";
import type { CaseloadPage } from "@/server/features/caseload/schema";
import { namesOf } from "../people";
import { places } from "../places";
import { columns } from "./columns";
import { FinderInput, FinderProvider } from "./finder";
import { CaseloadList } from "./list";
import { CaseloadRowView } from "./row";
import { UncoveredBanner } from "./uncovered-banner";
import { needsAttention, rowsOf, type View, views } from "./views";

/** Every couple of a therapist on one page, those who need them first. */
export function Caseload({ page, view }: { page: CaseloadPage; view: View }) {
  const words = useTranslations("staff.caseload");
  const practice = useTranslations("practice.start");
  if (page.couples.length === 0) {
    return (
      <>
        <PageHeader title={words("title")} />
        <EmptyState
          title={words("empty.title")}
          text={words("empty.text")}
          action={
            <div className="flex flex-wrap justify-center gap-3">
              <Invite page={page} />
              <LinkButton href={places.start(page.viewer.practiceId)} prefetch={false}>
                {practice("fromEmpty")}
              </LinkButton>
            </div>
          }
        />
      </>
    );
  }
  return (
    <FinderProvider>
      <PageHeader
        title={words("title")}
        text={words("text", { count: page.couples.filter(needsAttention).length })}
        actions={
          <>
            <FinderInput />
            <Invite page={page} />
          </>
        }
      />
      {page.uncovered && <UncoveredBanner absence={page.uncovered} practiceId={page.viewer.practiceId} />}
      <div className="mb-2 flex flex-wrap items-center justify-between gap-x-6 gap-y-1">
        <ViewTabs page={page} view={view} />
        <Legend />
      </div>
      <ViewRows page={page} view={view} />
    </FinderProvider>
  );
}

/** The way to a new couple. */
function Invite({ page }: { page: CaseloadPage }) {
  const words = useTranslations("invitations.new");
  return (
    <LinkButton href={places.newCouple(page.viewer.practiceId)} prefetch={false} variant="ghost">
      {words("entry")}
    </LinkButton>
  );
}

function ViewRows({ page, view }: { page: CaseloadPage; view: View }) {
  const words = useTranslations("staff.caseload");
  const rows = rowsOf(view, page.couples);
  const couples = rows.map((row) => {
    const { one, two } = namesOf(row.partners);
    return { id: row.coupleId, names: `${one} ${two}`, row: <CaseloadRowView row={row} viewer={page.viewer} /> };
  });
  return (
    <section className="overflow-hidden rounded-l border border-line bg-surface shadow-card">
      <h2 className="sr-only">{words(`view.${view}`)}</h2>
      {rows.length > 0 && <Headings />}
      {view !== "all" && rows.length === 0 ? <EmptyView page={page} view={view} /> : <CaseloadList couples={couples} />}
    </section>
  );
}

/** The names of the columns, for the eye; every cell says its own to a screen reader. */
function Headings() {
  const words = useTranslations("staff.caseload.column");
  const names = ["couple", "why", "pulse", "answers", "homework", "next"] as const;
  return (
    <div
      aria-hidden
      className={clsx(columns, "hidden h-10.5 border-line border-b px-5 font-medium text-13 text-ink-faint @4xl:grid")}
    >
      {names.map((name) => (
        <span key={name}>{words(name)}</span>
      ))}
    </div>
  );
}

function EmptyView({ page, view }: { page: CaseloadPage; view: Exclude<View, "all"> }) {
  const words = useTranslations("staff.caseload.emptyView");
  const back = (
    <LinkButton variant="ghost" prefetch={false} href={places.caseload(page.viewer.practiceId)}>
      {words("back")}
    </LinkButton>
  );
  return <EmptyState title={words("title")} text={words(view)} action={back} />;
}

function ViewTabs({ page, view }: { page: CaseloadPage; view: View }) {
  const words = useTranslations("staff.caseload");
  const home = places.caseload(page.viewer.practiceId);
  const items = views.map((one) => ({
    href: one === "all" ? home : `${home}?show=${one}`,
    label: words(`view.${one}`),
    count: rowsOf(one, page.couples).length,
    current: one === view,
  }));
  return <Tabs label={words("views")} items={items} className="min-w-0" />;
}

function Legend() {
  const words = useTranslations("staff.caseload.legend");
  return (
    <p aria-hidden className="flex flex-wrap items-center gap-x-3 text-13 text-ink-soft">
      <span className="inline-flex items-center gap-1.5">
        <PartnerMark side="one" className="size-2.5" />
        {words("one")}
      </span>
      <span className="inline-flex items-center gap-1.5">
        <PartnerMark side="two" className="size-2.5" />
        {words("two")}
      </span>
      <span>{words("pulse")}</span>
    </p>
  );
}
