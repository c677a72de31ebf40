import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RemindersView } from "@/components/couple/reminders/reminders-view";
import { ClientMessages } from "@/components/ui/client-messages";
import { loadPage, serverApi } from "@/server/trpc/server";

type PageProps = { params: Promise<{ coupleId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reminders"))("title") };
}

/** What a partner wants by email, and what they were sent. The zones are listed here, so that server and browser show the same. */
export default async function RemindersPage({ params }: PageProps) {
  const { coupleId } = await params;
  const api = await serverApi();
  const page = await loadPage(() => api.reminders.page({ coupleId }));
  const zones = [...new Set([...Intl.supportedValuesOf("timeZone"), "UTC", page.settings.timeZone])];
  return (
    <ClientMessages names={["couple", "reminders", "calendar", "errors"]}>
      <RemindersView page={page} zones={zones} />
    </ClientMessages>
  );
}
