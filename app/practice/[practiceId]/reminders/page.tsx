import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { StaffReminders } from "@/components/staff/reminders/staff-reminders";
import { ClientMessages } from "@/components/ui/client-messages";
import { loadPage, serverApi } from "@/server/trpc/server";

/** The page's name. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reminders"))("title") };
}

/** What one of the staff wants by email, and what they were sent. */
export default async function StaffRemindersRoute({ params }: { params: Promise<{ practiceId: string }> }) {
  const { practiceId } = await params;
  const api = await serverApi();
  const page = await loadPage(() => api.reminders.staffPage({ practiceId }));
  const zones = [...new Set([...Intl.supportedValuesOf("timeZone"), "UTC", page.settings.timeZone])];
  return (
    <ClientMessages names={["reminders", "errors"]}>
      <StaffReminders page={page} zones={zones} />
    </ClientMessages>
  );
}
