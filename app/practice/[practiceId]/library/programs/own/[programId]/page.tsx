import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { places } from "@/components/staff/places";
import { OwnProgramReading } from "@/components/staff/programs/own-program-reading";
import { ProgramEditor } from "@/components/staff/programs/program-editor";
import { ClientMessages } from "@/components/ui/client-messages";
import { PageHeader } from "@/components/ui/page-header";
import { contentLocale } from "@/content/content";
import { loadPage, serverApi } from "@/server/trpc/server";

/** The page's name. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("programs.editor"))("title") };
}

/** One own program: worked on by its author, read by the others. */
export default async function OwnProgramRoute(props: { params: Promise<{ practiceId: string; programId: string }> }) {
  const { practiceId, programId } = await props.params;
  const api = await serverApi();
  const page = await loadPage(() => api.programs.own({ practiceId, programId }));
  const words = await getTranslations("programs");
  const language = contentLocale(await getLocale());
  const { text } = page.content;
  return (
    <>
      <PageHeader
        crumb={{ href: places.programs(practiceId), label: words("title") }}
        title={text[language].title || text.en.title || text.es.title || words("untitled")}
        text={page.mine ? undefined : words("editor.readOnly", { name: page.authorName })}
      />
      <ClientMessages names={["programs", "errors"]}>
        {page.mine ? (
          <ProgramEditor page={page} language={language} />
        ) : (
          <OwnProgramReading page={page} language={language} />
        )}
      </ClientMessages>
    </>
  );
}
