import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PrintButton } from "@/components/staff/disclosures/print-button";
import { Statement } from "@/components/staff/disclosures/statement";
import { places } from "@/components/staff/places";
import { LinkButton } from "@/components/ui/link-button";
import { loadPage, serverApi } from "@/server/trpc/server";

type StatementRouteProps = { params: Promise<{ practiceId: string; coupleId: string; personId: string }> };

/** The page's name; it never holds the person's. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("disclosures.statement"))("title") };
}

/** A statement for one partner, to be printed. */
export default async function StatementRoute({ params }: StatementRouteProps) {
  const { practiceId, coupleId, personId } = await params;
  const api = await serverApi();
  const statement = await loadPage(() => api.disclosures.statement({ practiceId, coupleId, personId }));
  const words = await getTranslations("disclosures.statement");
  return (
    <>
      <div className="mb-5 flex flex-wrap items-center justify-between gap-3 print:hidden">
        <LinkButton href={places.disclosures(practiceId, coupleId)} prefetch={false} variant="quiet" size="small">
          {words("crumb")}
        </LinkButton>
        <PrintButton>{words("print")}</PrintButton>
      </div>
      <Statement statement={statement} />
    </>
  );
}
