import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PasskeyOffer } from "@/components/account/passkey-offer";
import { TodayView } from "@/components/couple/today-view";
import { ClientMessages } from "@/components/ui/client-messages";
import { loadPage, serverApi } from "@/server/trpc/server";

type PageProps = { params: Promise<{ coupleId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("couple.titles"))("today") };
}

/** Today, for one partner. */
export default async function TodayPage({ params }: PageProps) {
  const { coupleId } = await params;
  const api = await serverApi();
  return (
    <>
      <TodayView page={await loadPage(() => api.homework.today({ coupleId }))} />
      <ClientMessages names={["auth", "account", "errors"]}>
        <PasskeyOffer />
      </ClientMessages>
    </>
  );
}
