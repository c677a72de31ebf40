import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MailView } from "@/components/staff/reminders/mail-view";
import { ClientMessages } from "@/components/ui/client-messages";
import { loadPage, serverApi } from "@/server/trpc/server";

/** The page's name. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reminders.mail"))("title") };
}

/** How mail goes in the practice, for its owners. */
export default async function MailRoute({ params }: { params: Promise<{ practiceId: string }> }) {
  const { practiceId } = await params;
  const api = await serverApi();
  const page = await loadPage(() => api.reminders.mail({ practiceId }));
  return (
    <ClientMessages names={["reminders", "errors"]}>
      <MailView page={page} />
    </ClientMessages>
  );
}
