import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MineView } from "@/components/couple/transfer/mine-view";
import { ClientMessages } from "@/components/ui/client-messages";
import { loadPage, serverApi } from "@/server/trpc/server";

type PageProps = { params: Promise<{ coupleId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("transfers.me"))("title") };
}

/** What of one partner's would go to another practice, and their answer. It depends on nothing that the other one does. */
export default async function MyTransferPage({ params }: PageProps) {
  const { coupleId } = await params;
  const api = await serverApi();
  const page = await loadPage(() => api.transfers.mine({ coupleId }));
  return (
    <ClientMessages names={["couple", "joining", "transfers", "auth", "account", "errors"]}>
      <MineView page={page} />
    </ClientMessages>
  );
}
