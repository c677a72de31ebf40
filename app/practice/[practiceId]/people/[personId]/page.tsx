import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LeaveForm } from "@/components/staff/people/leave-form";
import { places } from "@/components/staff/places";
import { Banner } from "@/components/ui/banner";
import { PageHeader } from "@/components/ui/page-header";
import { loadPage, serverApi } from "@/server/trpc/server";

type LeaveRouteProps = {
  params: Promise<{ practiceId: string; personId: string }>;
  searchParams: Promise<{ what?: string | string[] }>;
};

/** The page's name; it holds nobody's. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people.leave"))("title") };
}

/** An owner lets somebody go. */
export default async function LeaveRoute({ params, searchParams }: LeaveRouteProps) {
  const { practiceId, personId } = await params;
  const api = await serverApi();
  const page = await loadPage(() => api.staff.leaveForm({ practiceId, personId }));
  const words = await getTranslations("people");
  const { name, self } = page.person;
  const treating = self || (await searchParams).what === "treating";
  return (
    <>
      <PageHeader
        crumb={{ href: places.people(practiceId), label: words("title") }}
        title={words("leave.heading", { name })}
        text={<span className="measure block">{words("leave.text")}</span>}
      />
      {page.lastOwner && !treating ? (
        <Banner>{words("leave.lastOwner")}</Banner>
      ) : (
        <LeaveForm page={page} first={treating ? "THERAPIST" : "PRACTICE"} />
      )}
    </>
  );
}
