import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { coupleName, namesOf } from "@/components/staff/people";
import { places } from "@/components/staff/places";
import { StandingView } from "@/components/staff/programs/standing-view";
import { ClientMessages } from "@/components/ui/client-messages";
import { PageHeader } from "@/components/ui/page-header";
import { loadPage, serverApi } from "@/server/trpc/server";

type ProgramRouteProps = { params: Promise<{ practiceId: string; coupleId: string }> };

/** A neutral title: it names nobody and no program. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("programs.standing"))("title") };
}

/** Where a couple stands in its program. */
export default async function CoupleProgramRoute({ params }: ProgramRouteProps) {
  const { practiceId, coupleId } = await params;
  const api = await serverApi();
  const page = await loadPage(() => api.programs.standing({ practiceId, coupleId }));
  const words = await getTranslations();
  const format = await getFormatter();
  const { one, two } = namesOf(page.partners);
  return (
    <>
      <PageHeader
        crumb={{
          href: places.couple(practiceId, coupleId),
          label: coupleName(format, { one, two }),
        }}
        title={words("programs.standing.title")}
      />
      <ClientMessages names={["programs", "staff", "jointWork", "errors"]}>
        <StandingView page={page} />
      </ClientMessages>
    </>
  );
}
