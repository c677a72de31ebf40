import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { HelpView } from "@/components/couple/help/help-view";
import { ClientMessages } from "@/components/ui/client-messages";
import { loadPage, serverApi } from "@/server/trpc/server";

type PageProps = { params: Promise<{ coupleId: string }> };

/** A name that says nothing in a browser's history: the page is everybody's. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("help"))("title") };
}

/** Help and contact: whom to call, and a word to one's therapist alone. */
export default async function HelpPage({ params }: PageProps) {
  const { coupleId } = await params;
  const api = await serverApi();
  const page = await loadPage(() => api.privateWords.form({ coupleId }));
  return (
    <ClientMessages names={["couple", "help", "errors"]}>
      <HelpView page={page} />
    </ClientMessages>
  );
}
