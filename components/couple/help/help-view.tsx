import { useTranslations } from "next-intl";
import { CrisisHelp } from "@/components/safety/crisis-help";
import type { FormPage } from "@/server/features/private-words/schema";
import { BackLink } from "../back-link";
import { PageTitle } from "../page-title";
import { BeforeWriting } from "./before-writing";
import { WordForm } from "./word-form";

/** Whom to call, and a word to one's therapist alone. It stands here for everybody at all times and looks the same after a word as before. */
export function HelpView({ page }: { page: FormPage }) {
  const words = useTranslations("help");
  const nav = useTranslations("couple.nav");
  const { viewer, country, readers, hasSafeContact } = page;
  return (
    <>
      <BackLink href={`/couple/${viewer.coupleId}/me`} label={nav("me")} />
      <PageTitle title={words("title")} />
      <CrisisHelp country={country} />
      <section className="mt-10 border-line border-t pt-8">
        <h2 className="display text-24">{words("word.title")}</h2>
        {readers.length === 0 ? (
          <>
            <p className="mt-2 font-semibold text-17">{words("nobody.title")}</p>
            <p className="mt-1 text-17">{words("nobody.text")}</p>
          </>
        ) : (
          <>
            <BeforeWriting page={page} />
            <WordForm
              coupleId={viewer.coupleId}
              readers={readers.map((one) => one.name)}
              hasSafeContact={hasSafeContact}
            />
          </>
        )}
      </section>
    </>
  );
}
