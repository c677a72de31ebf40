import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CoupleReminders } from "@/components/staff/reminders/couple-reminders";
import { ClientMessages } from "@/components/ui/client-messages";
import { loadPage, serverApi } from "@/server/trpc/server";

type RouteProps = { params: Promise<{ practiceId: string; coupleId: string }> };

/** The page's name; it never holds the couple's. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reminders.couple"))("title") };
}

/** What both partners were sent, for the couple's clinicians. */
export default async function CoupleRemindersRoute({ params }: RouteProps) {
  const { practiceId, coupleId } = await params;
  const api = await serverApi();
  const page = await loadPage(() => api.reminders.ofCouple({ practiceId, coupleId }));
  return (
    <ClientMessages names={["reminders", "errors"]}>
      <CoupleReminders page={page} coupleId={coupleId} />
    </ClientMessages>
  );
}
