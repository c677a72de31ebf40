import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { places } from "@/components/staff/places";
import { ProgramList } from "@/components/staff/programs/program-list";
import { ClientMessages } from "@/components/ui/client-messages";
import { PageHeader } from "@/components/ui/page-header";
import { loadPage, serverApi } from "@/server/trpc/server";

/** The page's name. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("programs"))("title") };
}

/** The programs that couples can be enrolled in. */
export default async function ProgramsRoute({ params }: { params: Promise<{ practiceId: string }> }) {
  const { practiceId } = await params;
  const api = await serverApi();
  const page = await loadPage(() => api.programs.library({ practiceId }));
  const words = await getTranslations();
  return (
    <>
      <PageHeader
        crumb={{ href: places.library(practiceId), label: words("staff.library.title") }}
        title={words("programs.title")}
        text={words("programs.text")}
      />
      <ClientMessages names={["programs", "errors"]}>
        <ProgramList page={page} />
      </ClientMessages>
    </>
  );
}
