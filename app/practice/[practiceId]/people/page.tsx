import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { StaffInvitations } from "@/components/invitations/staff-invitations";
import { PeopleView } from "@/components/staff/people/people-view";
import { loadPage, serverApi } from "@/server/trpc/server";

/** The page's name. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people"))("title") };
}

/** Who works in the practice. */
export default async function PeopleRoute({ params }: { params: Promise<{ practiceId: string }> }) {
  const { practiceId } = await params;
  const api = await serverApi();
  const page = await loadPage(() => api.staff.page({ practiceId }));
  return (
    <PeopleView
      page={page}
      invitations={page.mayChange && <StaffInvitations practiceId={practiceId} clock={page.viewer} />}
    />
  );
}
