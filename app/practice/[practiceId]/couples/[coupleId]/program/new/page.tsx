import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { Elsewhere } from "@/components/staff/couple/elsewhere";
import { coupleName, namesOf } from "@/components/staff/people";
import { places } from "@/components/staff/places";
import { EnrolForm } from "@/components/staff/programs/enrol-form";
import { EnrolRefused } from "@/components/staff/programs/enrol-refused";
import { ClientMessages } from "@/components/ui/client-messages";
import { PageHeader } from "@/components/ui/page-header";
import { loadPage, serverApi } from "@/server/trpc/server";

type BeginRouteProps = { params: Promise<{ practiceId: string; coupleId: string }> };

/** The page's name. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("programs.enrol"))("title") };
}

/** Enrolling a couple in a program. */
export default async function BeginProgramRoute({ params }: BeginRouteProps) {
  const { practiceId, coupleId } = await params;
  const api = await serverApi();
  const page = await loadPage(() => api.programs.enrolForm({ practiceId, coupleId }));
  const words = await getTranslations();
  const format = await getFormatter();
  const { one, two } = namesOf(page.partners);
  const { places: lived, reasons } = page.standing;
  const elsewhere = { places: lived.filter((place) => place.outside && place.recorded === null), reasons };
  const ready =
    page.licensed && page.state === "ACTIVE" && page.running === null && two !== "" && page.programs.length > 0;
  return (
    <>
      <PageHeader
        crumb={{
          href: places.coupleProgram(practiceId, coupleId),
          label: coupleName(format, { one, two }),
        }}
        title={words("programs.enrol.title")}
        text={words("programs.enrol.text")}
      />
      {ready ? (
        <>
          <ClientMessages names={["licences", "errors"]}>
            <Elsewhere couple={page} elsewhere={elsewhere} viewer={page.viewer} />
          </ClientMessages>
          <ClientMessages names={["programs", "staff", "jointWork", "errors"]}>
            <EnrolForm page={page} />
          </ClientMessages>
        </>
      ) : (
        <EnrolRefused page={page} />
      )}
    </>
  );
}
