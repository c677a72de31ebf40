import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MeView } from "@/components/couple/me/me-view";
import { ClientMessages } from "@/components/ui/client-messages";
import { loadPage, serverApi } from "@/server/trpc/server";

type PageProps = { params: Promise<{ coupleId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("couple.titles"))("me") };
}

/** One's own history. */
export default async function MePage({ params }: PageProps) {
  const { coupleId } = await params;
  const api = await serverApi();
  const page = await loadPage(() => api.reminders.me({ coupleId }));
  return (
    <ClientMessages names={["couple", "joining", "auth", "account", "errors"]}>
      <MeView page={page} />
    </ClientMessages>
  );
}
