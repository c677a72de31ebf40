import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TransferView } from "@/components/staff/transfer/transfer-view";
import { ClientMessages } from "@/components/ui/client-messages";
import { loadPage, serverApi } from "@/server/trpc/server";

type TransferRouteProps = { params: Promise<{ practiceId: string; coupleId: string }> };

/** The page's name; it never holds the couple's. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("transfers.page"))("title") };
}

/** A couple that goes on to another practice, for its clinicians. */
export default async function TransferRoute({ params }: TransferRouteProps) {
  const { practiceId, coupleId } = await params;
  const api = await serverApi();
  const page = await loadPage(() => api.transfers.page({ practiceId, coupleId }));
  return (
    <ClientMessages names={["transfers", "errors"]}>
      <TransferView page={page} />
    </ClientMessages>
  );
}
