import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { Temporal } from "temporal-polyfill";
import { AssignForm } from "@/components/staff/assign/assign-form";
import { coupleName, namesOf } from "@/components/staff/people";
import { places } from "@/components/staff/places";
import { ClientMessages } from "@/components/ui/client-messages";
import { PageHeader } from "@/components/ui/page-header";
import { loadPage, serverApi } from "@/server/trpc/server";

type AssignRouteProps = { params: Promise<{ practiceId: string; coupleId: string }> };

/** The page's name. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staff.assign"))("title") };
}

/** Assigning homework to a couple. */
export default async function AssignRoute({ params }: AssignRouteProps) {
  const { practiceId, coupleId } = await params;
  const api = await serverApi();
  const page = await loadPage(() => api.homework.assignForm({ practiceId, coupleId }));
  const words = await getTranslations("staff");
  const format = await getFormatter();
  const { one, two } = namesOf(page.partners);
  const offeredEnd = Temporal.PlainDate.from(page.viewer.today).add({ weeks: 4 }).toString();
  return (
    <>
      <PageHeader
        crumb={{
          href: places.couple(practiceId, coupleId),
          label: coupleName(format, { one, two }),
        }}
        title={words("assign.title")}
      />
      <ClientMessages names={["staff", "errors", "licences", "jointWork", "assigning", "own"]}>
        <AssignForm page={page} offeredEnd={offeredEnd} />
      </ClientMessages>
    </>
  );
}
