import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DisclosureDialog } from "@/components/staff/disclosures/disclosure-dialog";
import { DisclosureList } from "@/components/staff/disclosures/disclosure-list";
import { places } from "@/components/staff/places";
import { SectionCard } from "@/components/ui/card";
import { ClientMessages } from "@/components/ui/client-messages";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { loadPage, serverApi } from "@/server/trpc/server";

type DisclosuresRouteProps = { params: Promise<{ practiceId: string; coupleId: string }> };

/** The page's name; it never holds the couple's. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("disclosures"))("title") };
}

/** The accounting of disclosures of a couple, kept by its clinicians. */
export default async function DisclosuresRoute({ params }: DisclosuresRouteProps) {
  const { practiceId, coupleId } = await params;
  const api = await serverApi();
  const page = await loadPage(() => api.disclosures.page({ practiceId, coupleId }));
  const words = await getTranslations("disclosures");
  const { partners, viewer } = page;
  return (
    <ClientMessages names={["disclosures", "errors"]}>
      <PageHeader
        crumb={{ href: places.couple(practiceId, coupleId), label: words("crumb") }}
        title={words("title")}
        text={<span className="measure block">{words("text")}</span>}
        actions={
          <DisclosureDialog practiceId={practiceId} coupleId={coupleId} partners={partners} today={viewer.today} />
        }
      />
      <div className="grid items-start gap-4.5 @4xl:grid-cols-[minmax(0,1fr)_20rem]">
        {page.histories.length > 0 ? (
          <DisclosureList page={page} />
        ) : (
          <EmptyState title={words("empty.title")} text={words("empty.text")} />
        )}
        <SectionCard title={words("statements.title")} text={words("statements.text")}>
          <ul className="grid justify-items-start gap-2">
            {partners.map(({ personId, name }) => (
              <li key={personId}>
                <LinkButton
                  href={places.statement(practiceId, coupleId, personId)}
                  prefetch={false}
                  variant="ghost"
                  size="small"
                >
                  {words("statements.of", { name })}
                </LinkButton>
              </li>
            ))}
          </ul>
        </SectionCard>
      </div>
    </ClientMessages>
  );
}
