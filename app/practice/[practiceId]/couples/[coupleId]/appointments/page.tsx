import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AppointmentsView } from "@/components/staff/appointments/appointments-view";
import { ClientMessages } from "@/components/ui/client-messages";
import { loadPage, serverApi } from "@/server/trpc/server";

type AppointmentsRouteProps = { params: Promise<{ practiceId: string; coupleId: string }> };

/** The page's name; it never holds the couple's. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("appointments"))("title") };
}

/** When a couple meets. */
export default async function AppointmentsRoute({ params }: AppointmentsRouteProps) {
  const { practiceId, coupleId } = await params;
  const api = await serverApi();
  const page = await loadPage(() => api.appointments.page({ practiceId, coupleId }));
  return (
    <ClientMessages names={["appointments", "staff", "errors"]}>
      <AppointmentsView page={page} />
    </ClientMessages>
  );
}
