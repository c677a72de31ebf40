import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { Temporal } from "temporal-polyfill";
import { EditForm } from "@/components/staff/assign/edit-form";
import { coupleName, namesOf } from "@/components/staff/people";
import { places } from "@/components/staff/places";
import { ClientMessages } from "@/components/ui/client-messages";
import { PageHeader } from "@/components/ui/page-header";
import { loadPage, serverApi } from "@/server/trpc/server";

type ChangeRouteProps = { params: Promise<{ practiceId: string; coupleId: string; assignmentId: string }> };

/** A neutral title: it names no exercise and nobody. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("assigning.edit"))("title") };
}

/** Changing one homework that runs or rests. */
export default async function ChangeRoute({ params }: ChangeRouteProps) {
  const { practiceId, coupleId, assignmentId } = await params;
  const api = await serverApi();
  const page = await loadPage(() => api.homework.editForm({ practiceId, coupleId, assignmentId }));
  const words = await getTranslations();
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
        title={page.title}
        text={words("assigning.edit.text")}
      />
      <ClientMessages names={["staff", "errors", "licences", "assigning"]}>
        <EditForm page={page} offeredEnd={offeredEnd} />
      </ClientMessages>
    </>
  );
}
